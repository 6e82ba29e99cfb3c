package org.entraide.file;

import java.io.IOException;
import java.util.List;

/** Writes rows of comma-separated values, a line feed after each. */
public final class CsvText {

  /** With what formulas begin, also as wide as East Asian characters. */
  private static final String FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

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
   * Writes a row that people open in a spreadsheet program: a cell that it would take for a formula
   * gets an apostrophe in front, as OWASP's page on CSV injection advises.
   */
  public void safeRow(List<String> cells) throws IOException {
    row(cells.stream().map(CsvText::harmless).toArray(String[]::new));
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
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
