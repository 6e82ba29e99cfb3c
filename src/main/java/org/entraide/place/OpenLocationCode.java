package org.entraide.place;

import java.util.Locale;

/**
 * Plus codes, by the public specification of Open Location Code: five pairs of digits to the base
 * of 20, latitude first, each pair a square of the one before divided by 20 × 20; then single
 * digits, each dividing by 4 columns and 5 rows. Decoding only.
 */
final class OpenLocationCode {

  static final String ALPHABET = "23456789CFGHJMPQRVWX";

  private static final int BASE = ALPHABET.length();
  private static final int SEPARATOR_AT = 8;
  private static final int PAIR_DIGITS = 10;
  private static final int COLUMNS = 4;
  private static final int ROWS = 5;
  private static final double WHOLE_LATITUDE = 180;
  private static final double WHOLE_LONGITUDE = 360;

  /** What a code stands for: a rectangle, in degrees. */
  record Area(double south, double west, double height, double width) {

    GeoPoint middle() {
      double longitude = west + width / 2;
      return new GeoPoint(
          Math.min(90, south + height / 2), longitude > 180 ? longitude - 360 : longitude);
    }

    /** From the middle to the corner that is farthest. */
    double radiusKm() {
      GeoPoint middle = middle();
      double nearEquator = Math.min(Math.abs(south), Math.abs(south + height));
      double east = Math.min(180, middle.longitude() + width / 2);
      double up = Math.min(90, middle.latitude() + height / 2);
      double km = middle.kmTo(new GeoPoint(Math.copySign(nearEquator, middle.latitude()), east));
      return Math.max(km, middle.kmTo(new GeoPoint(up, east)));
    }
  }

  private OpenLocationCode() {}

  /** Whether it is a whole code: the separator after eight digits, and on earth. */
  static boolean isFull(String code) {
    String capitals = code.toUpperCase(Locale.ROOT);
    return capitals.indexOf('+') == SEPARATOR_AT
        && ALPHABET.indexOf(capitals.charAt(0)) * BASE < WHOLE_LATITUDE
        && ALPHABET.indexOf(capitals.charAt(1)) * BASE < WHOLE_LONGITUDE;
  }

  /**
   * @param code a whole code, padded with zeros or not
   */
  static Area decode(String code) {
    String digits = code.toUpperCase(Locale.ROOT).replace("+", "").replace("0", "");
    double south = -WHOLE_LATITUDE / 2;
    double west = -WHOLE_LONGITUDE / 2;
    double height = (double) BASE * BASE;
    double width = height;
    int pairs = Math.min(PAIR_DIGITS, digits.length() - digits.length() % 2);
    for (int i = 0; i < pairs; i += 2) {
      height /= BASE;
      width /= BASE;
      south += height * ALPHABET.indexOf(digits.charAt(i));
      west += width * ALPHABET.indexOf(digits.charAt(i + 1));
    }
    for (int i = PAIR_DIGITS; i < digits.length(); i++) {
      int digit = ALPHABET.indexOf(digits.charAt(i));
      height /= ROWS;
      width /= COLUMNS;
      int row = digit / COLUMNS;
      south += height * row;
      west += width * (digit % COLUMNS);
    }
    return new Area(south, west, height, width);
  }

  /** Returns what a code without its first digits stands for nearest to a point. */
  static Area near(String code, GeoPoint point) {
    int missing = SEPARATOR_AT - code.indexOf('+');
    double step = Math.pow(BASE, 2 - missing / 2.0);
    Area area = decode(first(point, missing) + code);
    double south = area.south();
    double west = area.west();
    double up = point.latitude() - area.middle().latitude();
    if (Math.abs(up) > step / 2 && Math.abs(south + Math.copySign(step, up)) <= 90) {
      south += Math.copySign(step, up);
    }
    double right = point.longitude() - area.middle().longitude();
    if (Math.abs(right) > step / 2) {
      west += Math.copySign(step, right);
    }
    return new Area(south, west, area.height(), area.width());
  }

  /** The first digits of a point's own code. */
  private static String first(GeoPoint point, int count) {
    StringBuilder digits = new StringBuilder();
    double latitude = Math.min(point.latitude() + WHOLE_LATITUDE / 2, WHOLE_LATITUDE - 1e-9);
    double longitude = (point.longitude() + WHOLE_LONGITUDE / 2) % WHOLE_LONGITUDE;
    double size = BASE;
    while (digits.length() < count) {
      digits.append(ALPHABET.charAt((int) (latitude / size)));
      digits.append(ALPHABET.charAt((int) (longitude / size)));
      latitude %= size;
      longitude %= size;
      size /= BASE;
    }
    return digits.toString();
  }
}
