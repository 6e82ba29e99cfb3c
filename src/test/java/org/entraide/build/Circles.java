package org.entraide.build;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Circles and layers of a directed graph, given as each node and those that it uses. */
public final class Circles {

  private Circles() {}

  /**
   * The strongly connected components of more than one node, by Tarjan's algorithm (R. Tarjan,
   * Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972).
   */
  public static Collection<Set<String>> of(Map<String, Set<String>> graph) {
    Search search = new Search(graph);
    graph.keySet().stream().sorted().forEach(search::visit);
    return search.found;
  }

  /** How many nodes the longest path has; of a graph without circles. */
  public static int depth(Map<String, Set<String>> graph) {
    Map<String, Integer> depths = new HashMap<>();
    return graph.keySet().stream().mapToInt(node -> depth(node, graph, depths)).max().orElse(0);
  }

  /** How many nodes the longest path from a node has; in a graph without circles. */
  public static int layer(String node, Map<String, Set<String>> graph) {
    return depth(node, graph, new HashMap<>());
  }

  private static int depth(
      String node, Map<String, Set<String>> graph, Map<String, Integer> depths) {
    Integer known = depths.get(node);
    if (known != null) {
      return known;
    }
    int below =
        graph.getOrDefault(node, Set.of()).stream()
            .mapToInt(next -> depth(next, graph, depths))
            .max()
            .orElse(0);
    depths.put(node, below + 1);
    return below + 1;
  }

  /** One search. */
  private static final class Search {

    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    Search(Map<String, Set<String>> graph) {
      this.graph = graph;
    }

    void visit(String node) {
      if (index.containsKey(node)) {
        return;
      }
      index.put(node, index.size());
      low.put(node, index.get(node));
      stack.push(node);
      for (String next : graph.getOrDefault(node, Set.of())) {
        if (!index.containsKey(next)) {
          visit(next);
          low.merge(node, low.getOrDefault(next, 0), Math::min);
        } else if (stack.contains(next)) {
          low.merge(node, index.getOrDefault(next, 0), Math::min);
        }
      }
      if (low.getOrDefault(node, 0).equals(index.get(node))) {
        Set<String> component = new TreeSet<>();
        String member;
        do {
          member = stack.pop();
          component.add(member);
        } while (!member.equals(node));
        if (component.size() > 1) {
          found.add(component);
        }
      }
    }
  }
}
