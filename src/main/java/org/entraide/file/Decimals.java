package org.entraide.file;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as people write them in files: {@code -12.5}, {@code 3}, {@code .5}, {@code 1e3}. No
 * {@code NaN}, no {@code Infinity}, no hexadecimal, no letter at the end.
 */
public final class Decimals {

  /** Below this many digits the digits are an exact double, and so is the power of ten. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimals() {}

  /**
   * Returns the nearest double, or NaN where there is no number.
   *
   * <p>Up to 15 digits without an exponent are the quotient of two doubles that are exact, and so
   * correctly rounded by one division (Clinger 1990, <i>How to read floating point numbers
   * accurately</i>); the rest is left to the library.
   */
  public static double parse(byte[] text, int start, int end) {
    int i = start < end && (text[start] == '-' || text[start] == '+') ? start + 1 : start;
    long digits = 0;
    int count = 0;
    int afterPoint = -1;
    for (; i < end; i++) {
      byte b = text[i];
      if (b >= '0' && b <= '9') {
        digits = count < EXACT_DIGITS ? digits * 10 + (b - '0') : digits;
        count++;
      } else if (b == '.' && afterPoint < 0) {
        afterPoint = count;
      } else {
        break;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (i < end || count > EXACT_DIGITS) {
      return i == end || isExponent(text, i, end) ? library(text, start, end) : Double.NaN;
    }
    double value = afterPoint < 0 ? digits : digits / POWERS[count - afterPoint];
    return text[start] == '-' ? -value : value;
  }

  private static boolean isExponent(byte[] text, int start, int end) {
    int i = start + 1;
    if ((text[start] | 0x20) != 'e') {
      return false;
    }
    if (i < end && (text[i] == '-' || text[i] == '+')) {
      i++;
    }
    int first = i;
    while (i < end && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i == end && i > first;
  }

  private static double library(byte[] text, int start, int end) {
    double value =
        Double.parseDouble(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
