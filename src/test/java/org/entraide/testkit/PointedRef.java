package org.entraide.testkit;

/** Whom a cell of the daemon's points to, read as a person reads « Camille R. (9JNRN) ». */
public final class PointedRef {

  private PointedRef() {}

  /** What is in the last parentheses; the whole cell where there are none. */
  public static String of(String cell) {
    return cell.endsWith(")") ? cell.substring(cell.lastIndexOf('(') + 1, cell.length() - 1) : cell;
  }

  /** How a cell names somebody of one name, « Ana Alba » or « Ana ». */
  public static String label(String name, String ref) {
    int last = name.lastIndexOf(' ');
    return last < 0
        ? name + " (" + ref + ")"
        : "%s %s. (%s)".formatted(name.substring(0, name.indexOf(' ')), name.charAt(last + 1), ref);
  }
}
