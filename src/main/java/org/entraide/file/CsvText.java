package org.entraide.file;

import java.io.IOException;

/** Writes rows of comma-separated values, a line feed after each. */
public final class CsvText {

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
