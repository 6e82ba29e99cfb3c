package org.entraide.sandbox.office.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * A signed assertion of a service account (RFC 7523): {@code header.claims.signature}.
 *
 * @param signed what the signature covers
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Assertion(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {

  /** Takes the text apart; empty if it is no assertion. */
  static Optional<Assertion> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          new Assertion(
              json(parts[0]), json(parts[1]), signed, Base64.getUrlDecoder().decode(parts[2])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonNode json(String encoded) {
    return OfficeJson.parse(
        new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }

  /** A claim's text, empty where it is missing. */
  String claim(String name) {
    return OfficeJson.text(claims, name).orElse("");
  }

  /** A claim's number of seconds since 1970, 0 where it is missing. */
  long seconds(String name) {
    return claims.path(name).asLong(0);
  }

  /** Whether this key made the signature, by RS256. */
  boolean isSignedBy(PublicKey key) {
    if (!OfficeJson.text(header, "alg").orElse("").equals("RS256")) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // a signature of the wrong length, say: not this key's, whatever else it is
      return false;
    }
  }
}
