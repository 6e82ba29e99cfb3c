package org.entraide.google.signin;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Proves that the program that exchanges a code is the one that asked for it (RFC 7636, method
 * S256).
 *
 * @param verifier 43 characters, sent to the token endpoint only
 */
record Pkce(String verifier) {

  private static final int BYTES = 32;

  static Pkce random(RandomGenerator random) {
    return new Pkce(secret(random));
  }

  /** 256 bits of chance that a URL can carry. */
  static String secret(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String challenge() {
    byte[] hash = Hashing.sha256().hashString(verifier, StandardCharsets.US_ASCII).asBytes();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
