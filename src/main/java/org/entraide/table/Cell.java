package org.entraide.table;

import org.jspecify.annotations.Nullable;

/**
 * One cell as the sheet holds it.
 *
 * @param kind what the sheet thinks it is
 * @param text what a person sees, formatted in the sheet's locale; empty for an empty cell
 * @param number the value of a number (dates: days since 1899-12-30 in the sheet's time zone), 1 or
 *     0 for a boolean, else 0
 */
public record Cell(Kind kind, String text, double number) {

  /** The kinds of value that Sheets distinguishes. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A formula or an answer that the sheet could not work out; the text is like {@code #REF!}. */
    ERROR
  }

  public static final Cell EMPTY = new Cell(Kind.EMPTY, "", 0);

  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text, 0);
  }

  public static Cell number(double number, String shown) {
    return new Cell(Kind.NUMBER, shown, number);
  }

  public static Cell bool(boolean value, String shown) {
    return new Cell(Kind.BOOLEAN, shown, value ? 1 : 0);
  }

  /** Written out: what a record makes of itself takes several times as long. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Cell cell
            && kind == cell.kind
            && Double.compare(number, cell.number) == 0
            && text.equals(cell.text));
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + Double.hashCode(number);
  }

  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  /** Whether the cell is empty but for white space. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** A ticked box. */
  public boolean isTrue() {
    return kind == Kind.BOOLEAN && number != 0;
  }
}
