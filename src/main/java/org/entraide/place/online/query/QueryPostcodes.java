package org.entraide.place.online.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postcodes in text, by the grammar of the country. */
final class QueryPostcodes {

  /** Where in the text, and as it is sent. */
  record FoundPostcode(int start, int end, String code) {}

  private static final String NOT_WITHIN = "(?<![\\p{L}\\p{Nd}+.-])";
  private static final String NOR_BEFORE = "(?![\\p{L}\\p{Nd}]|[.-]\\p{Nd})";

  /** Royal Mail keeps C, I, K, M, O and V out of the last two letters. */
  private static final Pattern BRITISH =
      code("([a-z]{1,2}[0-9][a-z0-9]?)\\s*([0-9][abd-hjlnp-uw-z]{2})");

  private static final Pattern OUTWARD = code("([a-z]{1,2}[0-9][a-z0-9]?)");
  private static final Pattern EIRCODE = code("([acdefhknprtvwxy][0-9][0-9w])\\s?([a-z0-9]{4})");
  private static final Pattern CANADIAN = code("([a-z][0-9][a-z])\\s?([0-9][a-z][0-9])");
  private static final Pattern DUTCH = code("([1-9][0-9]{3})\\s?([a-z]{2})");
  private static final Pattern PORTUGUESE = code("([1-9][0-9]{3})-([0-9]{3})");
  private static final Pattern POLISH = code("([0-9]{2})-([0-9]{3})");
  private static final Pattern ZIP = code("([0-9]{5})(?:-[0-9]{4})?");
  private static final Pattern FIVE = code("([0-9]{5})");
  private static final Pattern FOUR = code("([1-9][0-9]{3})");
  private static final Set<String> FIVE_DIGITS =
      Set.of("FR", "DE", "ES", "IT", "RE", "GP", "MQ", "GF", "YT", "FI", "MA", "DZ", "SN", "MX");
  private static final Set<String> FOUR_DIGITS =
      Set.of("BE", "CH", "LU", "AU", "AT", "DK", "NO", "TN", "HU");

  private QueryPostcodes() {}

  private static Pattern code(String grammar) {
    return Pattern.compile(
        NOT_WITHIN + grammar + NOR_BEFORE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A whole British postcode, which no other country has. */
  static Optional<FoundPostcode> british(String text) {
    return find(BRITISH, text, " ");
  }

  /**
   * The first postcode of a country in a text.
   *
   * @param alone whether the text answers the question for the postcode, so that a short code
   *     counts
   * @param precise whether a code of one house may be sent
   */
  static Optional<FoundPostcode> of(String country, String text, boolean alone, boolean precise) {
    return switch (country) {
      case "GB" -> british(text).or(() -> find(OUTWARD, text, " "));
      case "IE" -> find(EIRCODE, text, " ").map(whole -> precise ? whole : area(whole));
      case "CA" -> find(CANADIAN, text, " ");
      case "NL" -> find(DUTCH, text, " ").or(() -> alone ? find(FOUR, text, "") : none());
      case "PT" -> find(PORTUGUESE, text, "-").or(() -> alone ? find(FOUR, text, "") : none());
      case "PL" -> find(POLISH, text, "-");
      case "US" -> find(ZIP, text, "");
      default -> digits(country, text);
    };
  }

  private static Optional<FoundPostcode> digits(String country, String text) {
    if (FOUR_DIGITS.contains(country)) {
      return find(FOUR, text, "");
    }
    return FIVE_DIGITS.contains(country) ? find(FIVE, text, "") : none();
  }

  /** An Irish code is one letter box; its first three characters are a district. */
  private static FoundPostcode area(FoundPostcode whole) {
    return new FoundPostcode(whole.start(), whole.end(), whole.code().substring(0, 3));
  }

  private static Optional<FoundPostcode> none() {
    return Optional.empty();
  }

  private static Optional<FoundPostcode> find(Pattern pattern, String text, String between) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<String> parts =
        matcher.groupCount() == 1
            ? List.of(matcher.group(1))
            : List.of(matcher.group(1), matcher.group(2));
    String code = String.join(between, parts).toUpperCase(Locale.ROOT);
    return Optional.of(new FoundPostcode(matcher.start(), matcher.end(), code));
  }
}
