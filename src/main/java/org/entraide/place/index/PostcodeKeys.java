package org.entraide.place.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How postcodes are written as keys. */
final class PostcodeKeys {

  private static final Pattern BRITISH =
      Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})?");
  private static final Pattern COUNTRY_BEFORE = Pattern.compile("^(?:[A-Z]{1,2}-)(?=[0-9])");
  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]");

  private PostcodeKeys() {}

  /** Returns letters and digits only; of a British one the first half, of an American five. */
  static String normalize(String country, String code) {
    String capitals = code.toUpperCase(Locale.ROOT).strip();
    if (!country.equals("GB")) {
      capitals = COUNTRY_BEFORE.matcher(capitals).replaceFirst("");
    }
    String plain = NO_CODE.matcher(capitals).replaceAll("");
    if (country.equals("GB")) {
      Matcher british = BRITISH.matcher(plain);
      return british.matches() ? british.group(1) : plain;
    }
    return country.equals("US") && plain.length() == 9 ? plain.substring(0, 5) : plain;
  }

  /** Returns the code and its beginnings, longest first. */
  static List<String> beginnings(String country, String whole) {
    List<String> beginnings = new ArrayList<>();
    int shortest = country.equals("GB") ? areaLength(whole) : 1;
    for (int length = whole.length(); length >= Math.max(1, shortest); length--) {
      // SW70 is no part of SW7: a district's number is never cut, only its letter or the whole
      if (!country.equals("GB") || isBritishPart(whole, length)) {
        beginnings.add(whole.substring(0, length));
      }
    }
    return beginnings;
  }

  private static boolean isBritishPart(String whole, int length) {
    return length == whole.length()
        || length == areaLength(whole)
        || (length == whole.length() - 1 && Character.isLetter(whole.charAt(length)));
  }

  private static int areaLength(String code) {
    int length = 0;
    while (length < code.length() && Character.isLetter(code.charAt(length))) {
      length++;
    }
    return length;
  }
}
