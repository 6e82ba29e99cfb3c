package org.entraide.people.word;

import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Short hashes of what was written: 25 bits an entry distinguish a person's typing in a cell from
 * our own words there, 50 bits from all that we ever wrote in a column. They guard nothing secret.
 */
public final class ShortHashes {

  private static final int LENGTH = 5;
  private static final int LONGER = 10;

  /** As RFC 4648 has it, in small letters. */
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private static final int BITS = 5; // a symbol
  private static final int MASK = 31;

  /** Is cloned and never used itself: looking for another one takes as long as hashing. */
  private static final MessageDigest UNUSED = unused();

  private ShortHashes() {}

  /** Five letters and digits for any text; the empty text has none. */
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /** Ten letters and digits. */
  public static String longer(String text) {
    return of(text, LONGER);
  }

  private static String of(String text, int length) {
    if (text.isEmpty()) {
      return "";
    }
    long first = Longs.fromByteArray(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    char[] symbols = new char[length];
    for (int i = 0; i < length; i++) {
      symbols[i] = BASE32.charAt((int) (first >>> (Long.SIZE - BITS * (i + 1))) & MASK);
    }
    return new String(symbols);
  }

  private static MessageDigest digest() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own digests can be cloned.", e);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
