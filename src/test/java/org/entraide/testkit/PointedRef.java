package org.entraide.testkit;

import org.entraide.people.word.Fold;
import org.entraide.text.typed.ReadLimit;

/** Whom a cell of the daemon's points to, read as a person reads « Camille R. (9JNRN) ». */
public final class PointedRef {

  /** How many characters of a name are read. */
  private static final int LONGEST_NAME = 80;

  private PointedRef() {}

  /** What is in the last parentheses; the whole cell where there are none. */
  public static String of(String cell) {
    return cell.endsWith(")") ? cell.substring(cell.lastIndexOf('(') + 1, cell.length() - 1) : cell;
  }

  /** How a cell names somebody of one name, « Ana Alba » or « Ana ». */
  public static String label(String name, String ref) {
    String plain = Fold.shorten(Fold.line(ReadLimit.cut(name)), LONGEST_NAME);
    int last = plain.lastIndexOf(' ');
    String first = last < 0 ? plain : plain.substring(0, plain.indexOf(' '));
    return last < 0 || !Character.isLetter(plain.charAt(last + 1)) // commas, for instance
        ? first + " (" + ref + ")"
        : "%s %s. (%s)".formatted(first, Character.toUpperCase(plain.charAt(last + 1)), ref);
  }
}
