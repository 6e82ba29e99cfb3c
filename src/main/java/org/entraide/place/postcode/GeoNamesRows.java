package org.entraide.place.postcode;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.entraide.file.CsvReader;
import org.entraide.file.ShownText;

/**
 * GeoNames' postal codes: twelve columns between tabs, several rows for a code that several places
 * share. What a code covers differs from country to country, and so does the uncertainty.
 */
final class GeoNamesRows extends Rows {

  private static final int COUNTRY = 0;
  private static final int CODE = 1;
  private static final int LATITUDE = 9;
  private static final int LONGITUDE = 10;
  private static final int ACCURACY = 11;

  /** GeoNames' own word for a centre of addresses or of a shape; below it lie estimates. */
  private static final double CENTRE = 6;

  /** Where a code of a town may cover a wide land. */
  private static final Set<String> WIDE = Set.of("US", "CA", "AU", "BR", "RU", "AR", "DZ", "ZA");

  private static final byte[] CEDEX = " CEDEX".getBytes(StandardCharsets.US_ASCII);

  GeoNamesRows(CsvReader csv, Tally tally) {
    super(csv, tally, LONGITUDE + 1);
  }

  @Override
  void row() {
    String country = country();
    if (country.isEmpty()) {
      refuse(COUNTRY, "is no code of a country such as GB");
      return;
    }
    if (isEmpty(LATITUDE) && isEmpty(LONGITUDE)) {
      tally().nowhere();
      return;
    }
    double latitude = number(LATITUDE);
    double longitude = number(LONGITUDE);
    if (latitude == 0 && longitude == 0) {
      tally().nowhere();
      return;
    }
    if (!(Math.abs(latitude) <= 90)) {
      refuse(LATITUDE, "is no latitude");
      return;
    }
    if (!(Math.abs(longitude) <= 180)) {
      refuse(LONGITUDE, "is no longitude");
      return;
    }
    long key = code(country);
    if (key == PostcodeKey.NONE) {
      refuse(CODE, "is no postal code");
      return;
    }
    double accuracy = isEmpty(ACCURACY) ? 0 : number(ACCURACY);
    double km = km(country, key, accuracy);
    tally().add(PostcodeSource.GEONAMES, country, key, Spot.of(latitude, longitude, km));
  }

  private String country() {
    byte[] bytes = csv().bytes();
    int start = csv().start(COUNTRY);
    boolean shaped =
        csv().end(COUNTRY) - start == 2 && isCapital(bytes[start]) && isCapital(bytes[start + 1]);
    return shaped ? ShownText.text(bytes, start, start + 2) : "";
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** The code without what a French large customer has after it, and without Luxembourg's L. */
  private long code(String country) {
    byte[] bytes = csv().bytes();
    int start = from(CODE);
    int end = csv().end(CODE);
    if (country.equals("LU") && start < end && bytes[start] == 'L') {
      start++;
    }
    for (int i = start; i + CEDEX.length <= end; i++) {
      if (matches(bytes, i)) {
        end = i;
      }
    }
    return PostcodeKey.of(bytes, start, end);
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < CEDEX.length; i++) {
      if (bytes[at + i] != CEDEX[i]) {
        return false;
      }
    }
    return true;
  }

  private static double km(String country, long key, double accuracy) {
    int letters = PostcodeKey.letters(key);
    boolean good = accuracy >= CENTRE || accuracy == 0;
    switch (country) {
      case "GB" -> {
        return letters < 5 ? 3 : good ? 0.2 : 1;
      }
      case "NL" -> {
        return letters < 6 ? 3 : good ? 0.2 : 1;
      }
      case "PT" -> {
        return letters < 7 ? 6 : good ? 0.5 : 3;
      }
      default -> {
        if (country.equals("CA") && letters == 6) {
          return isRuralCanadian(key) ? 20 : 0.5;
        }
        return WIDE.contains(country) ? 20 : accuracy >= CENTRE ? 5 : 10;
      }
    }
  }

  /** A zero in the second place: Canada Post's mark of the countryside. */
  private static boolean isRuralCanadian(long key) {
    long rest = key;
    for (int i = 2; i < PostcodeKey.MOST_LETTERS; i++) {
      rest /= PostcodeKey.BASE;
    }
    return rest % PostcodeKey.BASE == 1;
  }
}
