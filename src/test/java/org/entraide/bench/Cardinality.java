package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.file.FileProblem;
import org.entraide.match.Yardstick;
import org.entraide.match.core.Preferences;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.graph.SimpleGraph;

/**
 * The largest matching, stable or not, by JGraphT's Hopcroft-Karp. It knows no capacities, so there
 * is a vertex for each place of a helper and an edge for each place of each acceptable pair.
 *
 * <p>Run as {@code Cardinality PEOPLE OUT} it does what {@code entraide match} does, in one round
 * and without reasons or certificate.
 */
public final class Cardinality {

  private final Graph<Integer, Integer> graph =
      new SimpleGraph<>(null, null, /* weighted= */ false);
  private final Set<Integer> left = new HashSet<>();
  private final Set<Integer> right = new HashSet<>();
  private final int[] personOf;

  private Cardinality(int[] start, int[] helper, int[] capacity) {
    int people = start.length - 1;
    personOf = new int[helper.length];
    int[] firstPlace = new int[capacity.length + 1];
    firstPlace[0] = people;
    for (int h = 0; h < capacity.length; h++) {
      firstPlace[h + 1] = firstPlace[h] + capacity[h];
    }
    IntStream.range(0, people).forEach(left::add);
    IntStream.range(people, firstPlace[capacity.length]).forEach(right::add);
    left.forEach(graph::addVertex);
    right.forEach(graph::addVertex);
    int clones = Arrays.stream(capacity).max().orElse(0);
    Math.multiplyExact(clones, helper.length); // edges are numbered by pair and place
    for (int person = 0; person < people; person++) {
      for (int pair = start[person]; pair < start[person + 1]; pair++) {
        personOf[pair] = person;
        for (int place = 0; place < capacity[helper[pair]]; place++) {
          graph.addEdge(person, firstPlace[helper[pair]] + place, pair * clones + place);
        }
      }
    }
    this.clones = Math.max(1, clones);
  }

  private final int clones;

  /** Builds the graph of an abstract instance. */
  static Cardinality of(Preferences preferences) {
    Yardstick.Columns of = Yardstick.columns(preferences);
    return new Cardinality(of.start(), of.hospital(), of.capacity());
  }

  /** Returns the pair by which each person is matched, or -1. */
  int[] solve() {
    MatchingAlgorithm.Matching<Integer, Integer> largest =
        new HopcroftKarpMaximumCardinalityBipartiteMatching<>(graph, left, right).getMatching();
    int[] matched = new int[left.size()];
    Arrays.fill(matched, -1);
    for (int edge : largest) {
      matched[personOf[edge / clones]] = edge / clones;
    }
    return matched;
  }

  /** Returns the helper of each person, or -1. */
  static int[] solve(Crowd crowd) {
    int size = crowd.size();
    int[] start = new int[size + 1];
    int[] helper = new int[16];
    int pairs = 0;
    for (int person = 0; person < size; person++) {
      for (int h = 0; crowd.needs(person) != 0 && h < size; h++) {
        if (crowd.acceptable(person, h)) {
          helper = pairs == helper.length ? Arrays.copyOf(helper, 2 * pairs) : helper;
          helper[pairs++] = h;
        }
      }
      start[person + 1] = pairs;
    }
    int[] capacity = IntStream.range(0, size).map(crowd::capacity).toArray();
    int[] matched = new Cardinality(start, Arrays.copyOf(helper, pairs), capacity).solve();
    int[] all = helper;
    return Arrays.stream(matched).map(pair -> pair < 0 ? -1 : all[pair]).toArray();
  }

  public static void main(String[] arguments) throws IOException, FileProblem {
    Crowd crowd = Crowd.read(Path.of(arguments[0]));
    crowd.write(Path.of(arguments[1]), solve(crowd));
  }
}
