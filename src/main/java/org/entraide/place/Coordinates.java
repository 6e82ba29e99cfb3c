package org.entraide.place;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as an organiser types them: {@code 51.4941, -0.1738}, with a dot or a French comma.
 *
 * @param latitude degrees, not yet checked
 * @param longitude degrees, not yet checked
 */
record Coordinates(double latitude, double longitude) {

  private static final Pattern DOTS =
      Pattern.compile("\\(?([-+]?\\d{1,3}\\.\\d{1,15})°?[\\s,;]+([-+]?\\d{1,3}\\.\\d{1,15})°?\\)?");
  private static final Pattern COMMAS =
      Pattern.compile("\\(?([-+]?\\d{1,3},\\d{1,15})°?[,;]?\\s+([-+]?\\d{1,3},\\d{1,15})°?\\)?");

  /** Returns the coordinates if the text is nothing else, in range or not; else null. */
  static @Nullable Coordinates typed(String text) {
    String plain = text.strip().replace('\u2212', '-');
    Matcher dots = DOTS.matcher(plain);
    if (dots.matches()) {
      return of(dots);
    }
    Matcher commas = COMMAS.matcher(plain);
    return commas.matches() ? of(commas) : null;
  }

  private static Coordinates of(Matcher matcher) {
    return new Coordinates(degrees(matcher.group(1)), degrees(matcher.group(2)));
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  boolean onEarth() {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  String text() {
    return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
  }
}
