package org.entraide.longrun;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A share of the cases. Each case is in one part, in the same on every machine.
 *
 * @param number from 1
 * @param of how many parts there are
 */
record Part(int number, int of) {

  private static final Pattern WORDS = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

  Part {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("There is no part %d of %d.".formatted(number, of));
    }
  }

  /**
   * Reads such as {@code 2/4}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Part parse(String words) {
    Matcher matcher = WORDS.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "long.part is \"%s\". Maybe 1/4 is meant, the first of four parts.".formatted(words));
    }
    return new Part(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether a case belongs to it. */
  boolean has(String id) {
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
