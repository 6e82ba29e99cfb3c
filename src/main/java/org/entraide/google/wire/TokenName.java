package org.entraide.google.wire;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Makes names for people's tokens, so that messages do not name the person. */
public final class TokenName {

  private static final int BYTES = 12;

  private TokenName() {}

  /** A hash of an address, however it is written. */
  public static String of(String account) {
    byte[] address = account.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hashing.sha256().hashBytes(address).asBytes(), 0, BYTES);
  }
}
