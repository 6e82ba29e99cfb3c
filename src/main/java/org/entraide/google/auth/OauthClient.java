package org.entraide.google.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.entraide.text.Message;

/**
 * The OAuth client with which people sign in: a file of the Google Cloud console, of the type
 * "Desktop app", whose JSON has one key {@code installed}.
 *
 * @param file where it was read
 * @param secret which a desktop program cannot keep, and which therefore protects nothing alone
 *     (RFC 8252 §8.5): PKCE does
 * @param authUri where people consent
 * @param tokenUri where codes and refresh tokens are exchanged
 * @param project the Google Cloud project to which it belongs; empty where the file names none
 */
public record OauthClient(
    Path file, String id, String secret, URI authUri, URI tokenUri, String project) {

  private static final Message NEW_CLIENT = Message.of("google.credentials.new_client");
  private static final URI GOOGLE_CONSENT =
      URI.create("https://accounts.google.com/o/oauth2/v2/auth");
  private static final URI GOOGLE_TOKENS = URI.create("https://oauth2.googleapis.com/token");

  /** Old names of Google's token endpoint, which have no revocation beside them. */
  private static final Set<String> GOOGLE =
      Set.of("oauth2.googleapis.com", "accounts.google.com", "www.googleapis.com");

  /** Whether a file holds an OAuth client, of any type. */
  public static boolean isIn(Path file) {
    try {
      JsonNode json = CredentialJson.read(file, NEW_CLIENT);
      return json.has("installed") || json.has("web");
    } catch (CredentialProblem e) {
      return false; // the code that opens it for use says what is wrong
    }
  }

  /**
   * Opens a file without asking anybody anything.
   *
   * @throws CredentialProblem if it is no OAuth client of an installed program
   */
  public static OauthClient open(Path file) throws CredentialProblem {
    JsonNode json = CredentialJson.read(file, NEW_CLIENT);
    if (json.has("web")) {
      throw new CredentialProblem(file, "google.credentials.web_client", NEW_CLIENT);
    }
    JsonNode client = json.path("installed");
    if (!client.isObject()) {
      throw new CredentialProblem(file, "google.credentials.no_client", NEW_CLIENT);
    }
    return new OauthClient(
        file,
        text(file, client, "client_id"),
        text(file, client, "client_secret"),
        CredentialJson.address(file, client, "auth_uri", GOOGLE_CONSENT, NEW_CLIENT),
        CredentialJson.address(file, client, "token_uri", GOOGLE_TOKENS, NEW_CLIENT),
        client.path("project_id").asText(""));
  }

  private static String text(Path file, JsonNode client, String key) throws CredentialProblem {
    String text = client.path(key).asText("");
    if (text.isBlank()) {
      throw CredentialJson.missing(file, key, NEW_CLIENT);
    }
    return text;
  }

  /** Where a token is given back: {@code /revoke} on the host of the token endpoint. */
  URI revokeUri() {
    return GOOGLE.contains(tokenUri.getHost())
        ? URI.create("https://oauth2.googleapis.com/revoke")
        : tokenUri.resolve("/revoke");
  }

  @Override
  public String toString() {
    return "OauthClient[" + file + "]"; // never the secret
  }
}
