package org.entraide.alert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a trouble, as it may leave the machine. */
final class AlertText {

  /** A message of a telephone has so much room, and no cure is longer. */
  static final int LONGEST = 1000;

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++"
              + "@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++");

  /** A service account is no person, and its address is what a sheet must be shared with. */
  private static final String SERVICE_ACCOUNT = ".gserviceaccount.com";

  /** Counts and times, which change while the trouble is the same. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w@.-])\\d[\\d.:TZ-]*(?![\\w@])");

  private AlertText() {}

  /** Without anybody's address, on one line, and not too long. */
  static String of(String text) {
    Matcher matcher = EMAIL.matcher(beginning(text).replaceAll("\\p{Cntrl}+", " ").strip());
    String masked =
        matcher.replaceAll(
            it ->
                it.group().endsWith(SERVICE_ACCOUNT)
                    ? Matcher.quoteReplacement(it.group())
                    : "EMAIL");
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
  }

  /** Whole words of twice as much: the search for addresses is slow in long ones. */
  private static String beginning(String text) {
    int most = 2 * LONGEST;
    return text.length() <= most ? text : text.substring(0, text.lastIndexOf(' ', most) + 1);
  }

  /**
   * A few letters that distinguish troubles of one kind: the same as long as only numbers in the
   * text change.
   */
  static String digest(String text) {
    return "%08x".formatted(NUMBER.matcher(text).replaceAll("#").hashCode());
  }
}
