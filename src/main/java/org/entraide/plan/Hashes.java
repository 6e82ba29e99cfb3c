package org.entraide.plan;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/**
 * Short hashes of what was written: 25 bits an entry tell a person's typing in a cell from our own
 * words there, 50 bits from all that we ever wrote in a column. They guard nothing secret.
 */
final class Hashes {

  private static final int LENGTH = 5;
  private static final int LONGER = 10;

  private static final int BYTES = 10; // sixteen letters and digits
  private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase();

  private Hashes() {}

  /** Five letters and digits for any text; the empty text has none. */
  static String of(String text) {
    return of(text, LENGTH);
  }

  /** Ten letters and digits. */
  static String longer(String text) {
    return of(text, LONGER);
  }

  private static String of(String text, int length) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] hash = Hashing.sha256().hashBytes(text.getBytes(StandardCharsets.UTF_8)).asBytes();
    return BASE32.encode(hash, 0, BYTES).substring(0, length);
  }
}
