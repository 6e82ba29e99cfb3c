package org.entraide.matchfile;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.entraide.people.Category;
import org.jspecify.annotations.Nullable;

/** Writes rows of comma-separated values, a line feed after each. */
final class CsvText {

  private static final int DECIMALS = 2;

  private final Appendable out;

  CsvText(Appendable out) {
    this.out = out;
  }

  void row(String... cells) throws IOException {
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

  /** Categories in alphabetical order. */
  static String list(Collection<Category> categories) {
    return categories.stream().map(Category::key).sorted().collect(Collectors.joining(";"));
  }

  /**
   * Kilometres with two decimals, rounded half up; "" for null. What is rounded is the number as it
   * is written down shortest, so that 2.675 becomes 2.68 although its double is a little less.
   */
  static String km(@Nullable Double km) {
    if (km == null) {
      return "";
    }
    return Double.isInfinite(km)
        ? ""
        : BigDecimal.valueOf(km).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
