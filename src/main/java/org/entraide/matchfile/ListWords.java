package org.entraide.matchfile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/** How lists and kilometres are written into cells. */
final class ListWords {

  private static final int DECIMALS = 2;

  private ListWords() {}

  /** Categories in alphabetical order. */
  static String list(Collection<Category> categories) {
    return categories.stream().map(Category::key).sorted().collect(Collectors.joining(";"));
  }

  /** Kilometres with two decimals; "" for null. */
  static String km(@Nullable Double km) {
    if (km == null) {
      return "";
    }
    return Double.isInfinite(km) ? "" : rounded(km).toPlainString();
  }

  /**
   * A number with two decimals, rounded half up. What is rounded is the number as it is written
   * down shortest, so that 2.675 becomes 2.68 although its double is a little less.
   */
  static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
