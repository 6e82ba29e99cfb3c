package org.entraide.sandbox.office.auth;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import org.entraide.sandbox.office.http.OfficeJson;

/** The file that Google gives out with a service account's key. */
public final class CredentialsFile {

  private static final Base64.Encoder PEM =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private CredentialsFile() {}

  /**
   * Writes the file.
   *
   * @param key an RSA key
   * @param tokenUri where assertions are exchanged, such as {@code http://127.0.0.1:8025/token}
   */
  public static String serviceAccount(String email, String keyId, PrivateKey key, String tokenUri) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + PEM.encodeToString(key.getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return OfficeJson.pretty(
            OfficeJson.object()
                .put("type", "service_account")
                .put("project_id", "entraide-sandbox")
                .put("private_key_id", keyId)
                .put("private_key", pem)
                .put("client_email", email)
                .put("client_id", "100000000000000000000")
                .put("token_uri", tokenUri)
                .put("universe_domain", "googleapis.com"),
            2)
        + "\n";
  }

  /**
   * Writes the file of an OAuth client of the type "Desktop app".
   *
   * @param root of the office, ending in a slash
   */
  public static String installedClient(String id, String secret, String root) {
    return OfficeJson.pretty(
            OfficeJson.object()
                .set(
                    "installed",
                    OfficeJson.object()
                        .put("client_id", id)
                        .put("project_id", "entraide-sandbox")
                        .put("auth_uri", root + "o/oauth2/v2/auth")
                        .put("token_uri", root + "token")
                        .put("client_secret", secret)
                        .set(
                            "redirect_uris",
                            OfficeJson.object().arrayNode().add("http://localhost"))),
            2)
        + "\n";
  }
}
