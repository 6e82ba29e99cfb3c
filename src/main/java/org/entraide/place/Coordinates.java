package org.entraide.place;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Coordinates as people type or paste them: {@code 51.4941, -0.1738} with a dot or a French comma,
 * {@code 48°51'30.2"N 2°17'40.2"E}, or a link to a map.
 *
 * @param latitude degrees, not yet checked
 * @param longitude degrees, not yet checked
 */
record Coordinates(double latitude, double longitude) {

  private static final int LONGEST = 2000;

  private static final Pattern LABEL = Pattern.compile("(?iu)^(?:gps|coord\\p{L}*)[\\s:.]*");
  private static final Pattern DOTS =
      Pattern.compile("\\(?([-+]?\\d{1,3}\\.\\d{1,15})°?[\\s,;/]+([-+]?\\d{1,3}\\.\\d{1,15})°?\\)?");
  private static final Pattern COMMAS =
      Pattern.compile("\\(?([-+]?\\d{1,3},\\d{1,15})°?[,;/]?\\s+([-+]?\\d{1,3},\\d{1,15})°?\\)?");

  /** Degrees, minutes and seconds of arc; W is O in French. */
  private static final String ANGLE =
      "([NSEWO])?\\s*([-+]?\\d{1,3}(?:[.,]\\d{1,15})?)\\s*[°º]?\\s*"
          + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s*['′’]\\s*)?"
          + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s*(?:[\"″”]|''|’’)\\s*)?([NSEWO])?";

  private static final Pattern ANGLES =
      Pattern.compile("(?i)\\(?" + ANGLE + "[\\s,;/]+" + ANGLE + "\\)?");
  private static final int GROUPS = 5;

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?:/@|[?&](?:q|ll|query|center|destination|mlat)=(?:loc:)?|^geo:|/place/|/search/)"
              + "([-+]?\\d{1,3}\\.\\d{1,15})(?:,|%2C|&mlon=)[\\s+]*([-+]?\\d{1,3}\\.\\d{1,15})");

  /** The place itself, where the rest of a link is only what the map showed. */
  private static final Pattern PIN =
      Pattern.compile("!3d([-+]?\\d{1,3}\\.\\d{1,15})!4d([-+]?\\d{1,3}\\.\\d{1,15})");

  /** Returns the coordinates if the text is nothing else, in range or not; else null. */
  static @Nullable Coordinates typed(String text) {
    if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    String plain = LABEL.matcher(text.strip().replace('\u2212', '-')).replaceFirst("");
    if (plain.contains("://") || plain.startsWith("geo:")) {
      return linked(plain);
    }
    for (Pattern pattern : List.of(DOTS, COMMAS)) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        return new Coordinates(number(matcher.group(1)), number(matcher.group(2)));
      }
    }
    Matcher angles = ANGLES.matcher(plain);
    return angles.matches() ? ofAngles(angles) : null;
  }

  private static @Nullable Coordinates linked(String link) {
    for (Pattern pattern : List.of(PIN, LINK)) {
      Matcher matcher = pattern.matcher(link);
      if (matcher.find()) {
        return new Coordinates(number(matcher.group(1)), number(matcher.group(2)));
      }
    }
    return null;
  }

  /** Without the letters of the sky they would be house numbers. */
  private static @Nullable Coordinates ofAngles(Matcher angles) {
    String one = sky(angles, 0);
    String other = sky(angles, GROUPS);
    if (one.isEmpty() || other.isEmpty()) {
      return null;
    }
    boolean first = "NS".contains(one);
    if (first == "NS".contains(other)) {
      return null;
    }
    double a = degrees(angles, 0, one);
    double b = degrees(angles, GROUPS, other);
    return first ? new Coordinates(a, b) : new Coordinates(b, a);
  }

  private static String sky(Matcher angles, int before) {
    String letter = angles.group(before + 1) != null ? angles.group(before + 1) : angles.group(before + GROUPS);
    return letter == null ? "" : letter.toUpperCase(Locale.ROOT);
  }

  private static double degrees(Matcher angles, int before, String sky) {
    double degrees =
        number(angles.group(before + 2))
            + number(angles.group(before + 3)) / 60
            + number(angles.group(before + 4)) / 3600;
    return "NE".contains(sky) ? degrees : -degrees;
  }

  private static double number(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
  }

  boolean onEarth() {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  String text() {
    return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
  }
}
