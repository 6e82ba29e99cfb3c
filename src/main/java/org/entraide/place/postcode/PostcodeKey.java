package org.entraide.place.postcode;

/**
 * Postcodes as numbers in the order of their text: nine places to the base 37, a digit or capital
 * each, zero where the code is over.
 */
final class PostcodeKey {

  /** No postal code that anybody publishes is longer without its spaces. */
  static final int MOST_LETTERS = 9;

  /** Codes up to this length fit into five bytes. */
  static final int SHORT_LETTERS = 7;

  static final int BASE = 37;

  /** What separates the nine places from the seven: the last two are zero. */
  static final long SHORT_UNIT = (long) BASE * BASE;

  static final long NONE = -1;

  private PostcodeKey() {}

  /**
   * Reads a code; spaces, hyphens and dots in it do not count, nor does the case.
   *
   * @return {@link #NONE} if something else is in it, or it is empty or too long
   */
  static long of(byte[] text, int start, int end) {
    long key = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      int value = value(text[i]);
      if (value == 0) {
        continue;
      }
      if (value < 0 || letters == MOST_LETTERS) {
        return NONE;
      }
      key = key * BASE + value;
      letters++;
    }
    return letters == 0 ? NONE : padded(key, letters);
  }

  /** The key of a code; a text that is not all ASCII is no code. */
  static long of(String code) {
    byte[] bytes = new byte[code.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = code.charAt(i);
      bytes[i] = c < 0x80 ? (byte) c : (byte) '?';
    }
    return of(bytes, 0, bytes.length);
  }

  private static long padded(long key, int letters) {
    long padded = key;
    for (int i = letters; i < MOST_LETTERS; i++) {
      padded *= BASE;
    }
    return padded;
  }

  /** How many letters and digits a key has. */
  static int letters(long key) {
    int letters = MOST_LETTERS;
    for (long rest = key; letters > 0 && rest % BASE == 0; rest /= BASE) {
      letters--;
    }
    return letters;
  }

  private static int value(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0' + 1;
    }
    int letter = b | 0x20;
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a' + 11;
    }
    return b == ' ' || b == '-' || b == '.' ? 0 : -1;
  }
}
