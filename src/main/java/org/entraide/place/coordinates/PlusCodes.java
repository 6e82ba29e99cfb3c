package org.entraide.place.coordinates;

import com.google.openlocationcode.OpenLocationCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a plus code in a text. */
public final class PlusCodes {

  /**
   * A code, and what else was written.
   *
   * @param code in capitals
   * @param rest the town, where the code is short
   */
  public record FoundCode(String code, String rest) {}

  private static final String DIGIT = "[" + OpenLocationCode.CODE_ALPHABET + "]";

  /** Whole, padded, or without its first two or four digits, as maps show them. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![\\w+])(?:%1$s{8}\\+%1$s{2,7}|(?:%1$s{6}00|%1$s{4}0000)\\+|(?:%1$s{4}|%1$s{6})\\+%1$s{2,3})(?![\\w+])"
              .formatted(DIGIT));

  private PlusCodes() {}

  public static Optional<FoundCode> in(String text) {
    if (text.indexOf('+') < 0) {
      return Optional.empty();
    }
    Matcher matcher = CODE.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String code = matcher.group().toUpperCase(Locale.ROOT);
    if (code.indexOf('+') == 8 && !OpenLocationCode.isFullCode(code)) {
      return Optional.empty();
    }
    String rest = text.substring(0, matcher.start()) + " " + text.substring(matcher.end());
    return Optional.of(new FoundCode(code, rest.strip()));
  }
}
