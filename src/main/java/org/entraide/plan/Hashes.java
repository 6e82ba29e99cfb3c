package org.entraide.plan;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/**
 * Short hashes of what was written. Thirty bits an entry: they tell a person's typing from our own
 * words, and guard nothing secret.
 */
final class Hashes {

  private static final int LENGTH = 5;

  private Hashes() {}

  /** Five letters and digits for any text; the empty text has none. */
  static String of(String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return BaseEncoding.base32().lowerCase().encode(hash).substring(0, LENGTH);
  }
}
