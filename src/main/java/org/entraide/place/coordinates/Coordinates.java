package org.entraide.place.coordinates;

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
public record Coordinates(double latitude, double longitude) {

  private static final int LONGEST = 2000;

  private static final Pattern LABEL = Pattern.compile("(?iu)^(?:gps|coord\\p{L}*)[\\s:.]*");
  private static final Pattern DOTS =
      Pattern.compile(
          "^\\(?([-+]?\\d{1,3}\\.\\d{1,15})°?[\\s,;/]++([-+]?\\d{1,3}\\.\\d{1,15})°?\\)?");
  private static final Pattern COMMAS =
      Pattern.compile("^\\(?([-+]?\\d{1,3},\\d{1,15})°?[,;/]?\\s++([-+]?\\d{1,3},\\d{1,15})°?\\)?");

  /** Degrees, minutes and seconds of arc; W is O in French. */
  private static final String ANGLE =
      "([-+]?\\d{1,3}(?:[.,]\\d{1,15})?)\\s*+[°º]?+\\s*+"
          + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s*+['′’]\\s*+)?"
          + "(?:(\\d{1,2}(?:[.,]\\d{1,12})?)\\s*+(?:[\"″”]|''|’’)\\s*+)?";

  private static final String SKY = "\\s*+([NSEWO])\\s*+";
  private static final Pattern SKY_FIRST =
      Pattern.compile("(?i)^\\(?" + SKY + ANGLE + "[\\s,;/]*+" + SKY + ANGLE + "\\)?");
  private static final Pattern SKY_LAST =
      Pattern.compile("(?i)^\\(?" + ANGLE + SKY + "[,;/]?+\\s*+" + ANGLE + SKY + "\\)?");

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?:/@|[?&](?:q|ll|query|center|destination|mlat)=(?:loc:)?|^geo:|/place/|/search/)"
              + "([-+]?\\d{1,3}\\.\\d{1,15})(?:,|%2C|&mlon=)[\\s+]*([-+]?\\d{1,3}\\.\\d{1,15})");

  /** The place itself, where the rest of a link is only what the map showed. */
  private static final Pattern PIN =
      Pattern.compile("!3d([-+]?\\d{1,3}\\.\\d{1,15})!4d([-+]?\\d{1,3}\\.\\d{1,15})");

  /** Returns the coordinates if the text is nothing else, in range or not; else null. */
  public static @Nullable Coordinates typed(String text) {
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
    Matcher first = SKY_FIRST.matcher(plain);
    if (first.matches()) {
      return ofAngles(first, 1, 5, 2, 6);
    }
    Matcher last = SKY_LAST.matcher(plain);
    return last.matches() ? ofAngles(last, 4, 8, 1, 5) : null;
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

  private static @Nullable Coordinates ofAngles(
      Matcher angles, int oneSky, int otherSky, int one, int other) {
    String a = angles.group(oneSky).toUpperCase(Locale.ROOT);
    String b = angles.group(otherSky).toUpperCase(Locale.ROOT);
    boolean latitudeFirst = "NS".contains(a);
    if (latitudeFirst == "NS".contains(b)) {
      return null;
    }
    double first = degrees(angles, one, a);
    double second = degrees(angles, other, b);
    return latitudeFirst ? new Coordinates(first, second) : new Coordinates(second, first);
  }

  /** The groups of degrees, minutes and seconds follow each other. */
  private static double degrees(Matcher angles, int group, String sky) {
    double degrees =
        number(angles.group(group))
            + number(angles.group(group + 1)) / 60
            + number(angles.group(group + 2)) / 3600;
    return "NE".contains(sky) ? degrees : -degrees;
  }

  private static double number(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
  }

  public boolean isOnEarth() {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  public String text() {
    return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
  }
}
