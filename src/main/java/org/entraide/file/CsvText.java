package org.entraide.file;

import java.io.IOException;
import java.util.List;

/** Writes rows of comma-separated values, a line feed after each. */
public final class CsvText {

  /** The signs that formulas begin with, also in the width of East Asian characters. */
  private static final String FORMULAS = "=+-@\uff1d\uff0b\uff0d\uff20";

  /** At what one program or another ends a cell. */
  private static final String SEPARATORS = ",;\t\r\n\u000b\f\u0085\u2028\u2029";

  private final Appendable out;

  public CsvText(Appendable out) {
    this.out = out;
  }

  public void row(String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(quoted(cells[i]));
    }
    out.append('\n');
  }

  /**
   * Writes a row that people open in a spreadsheet program, with any separator of cells: a comma is
   * not the mark of every country, and one that divides at semicolons takes the quotes within a
   * line for letters. So all is quoted, and wherever a cell may begin what would be a formula there
   * gets an apostrophe in front, as OWASP's page on CSV injection advises.
   */
  public void safeRow(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append('"').append(harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
    }
    out.append('\n');
  }

  private static String harmless(String cell) {
    StringBuilder harmless = new StringBuilder(cell.length() + 1);
    int start = 0; // of what may become a cell; -1 once something is there
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean formula = FORMULAS.indexOf(c) >= 0;
      if (start >= 0 && (formula || (i == 0 && Character.isISOControl(c)))) {
        harmless.insert(start, '\'');
      }
      harmless.append(c);
      if (SEPARATORS.indexOf(c) >= 0) {
        start = harmless.length();
      } else if (!isUnseen(c)) {
        start = -1;
      }
    }
    return harmless.toString();
  }

  /** Behind what a program may pass over, or take for the quotes around a cell. */
  private static boolean isUnseen(char c) {
    return c == '"'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String quoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }
}
