package org.entraide.sandbox.office.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A field mask such as {@code properties.title,sheets(data/rowData)}: which fields are meant, and
 * within each of them which. A node without children, and one with {@code *}, means all.
 */
public final class FieldTree {

  private static final FieldTree ALL = new FieldTree();

  private final Map<String, FieldTree> children = new LinkedHashMap<>();

  private FieldTree() {}

  public static FieldTree all() {
    return ALL;
  }

  public static FieldTree parse(String mask) {
    FieldTree root = new FieldTree();
    new Reader(mask).list(root);
    return root;
  }

  public boolean isAll() {
    return children.isEmpty() || children.containsKey("*");
  }

  public boolean has(String name) {
    return isAll() || children.containsKey(name);
  }

  /** What is meant below a field; only to be asked where {@link #has} says so. */
  public FieldTree get(String name) {
    return isAll() ? ALL : children.getOrDefault(name, ALL);
  }

  /** The names at this level; none when all are meant. */
  public Set<String> names() {
    return isAll() ? Set.of() : children.keySet();
  }

  /** Reads the mask's grammar: names joined by dots or slashes, parentheses, commas. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void list(FieldTree parent) {
      while (at < text.length() && text.charAt(at) != ')') {
        path(parent);
        if (at < text.length() && text.charAt(at) == ',') {
          at++;
        }
      }
    }

    private void path(FieldTree parent) {
      int from = at;
      while (at < text.length() && ",./()".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      FieldTree child =
          parent.children.computeIfAbsent(text.substring(from, at).strip(), n -> new FieldTree());
      if (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == ')') {
        return;
      }
      boolean nested = text.charAt(at++) == '(';
      if (nested) {
        list(child);
        at = Math.min(at + 1, text.length());
      } else {
        path(child);
      }
    }
  }
}
