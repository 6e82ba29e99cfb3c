package org.entraide.sandbox.office.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;

/**
 * What a client asks a person to allow.
 *
 * @param scopes in the order asked
 * @param state given back as it is
 * @param hint the address that the client expects; may be empty
 * @param lasting whether a refresh token is wanted
 */
record ConsentQuery(
    String client,
    String redirectUri,
    List<String> scopes,
    String state,
    String challenge,
    String hint,
    boolean lasting) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /** A request that Google would not even show a page for. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String error;

    Unusable(String error, String message) {
      super(message);
      this.error = error;
    }

    String error() {
      return error;
    }
  }

  /**
   * Reads the parameters of {@code GET /o/oauth2/v2/auth}.
   *
   * @throws Unusable in Google's words
   */
  static ConsentQuery read(OfficeRequest request, Accounts accounts) {
    String client = request.parameter("client_id").orElse("");
    if (accounts.secret(client).isEmpty()) {
      throw new Unusable("invalid_client", "The OAuth client was not found.");
    }
    String redirect = request.parameter("redirect_uri").orElse("");
    if (!isLoopback(redirect)) {
      throw new Unusable(
          "redirect_uri_mismatch",
          "A client of the installed kind may only come back to loopback.");
    }
    if (!request.parameter("response_type").orElse("").equals("code")) {
      throw new Unusable("invalid_request", "Missing required parameter: response_type");
    }
    List<String> scopes =
        List.of(request.parameter("scope").orElse("").strip().split("\\s+")).stream()
            .filter(scope -> !scope.isEmpty())
            .distinct()
            .toList();
    if (scopes.isEmpty()) {
      throw new Unusable("invalid_request", "Missing required parameter: scope");
    }
    String challenge = request.parameter("code_challenge").orElse("");
    if (challenge.isEmpty()
        || !request.parameter("code_challenge_method").orElse("plain").equals("S256")) {
      throw new Unusable("invalid_request", "This office wants code_challenge_method=S256.");
    }
    return new ConsentQuery(
        client,
        redirect,
        scopes,
        request.parameter("state").orElse(""),
        challenge,
        request.parameter("login_hint").orElse(""),
        request.parameter("access_type").orElse("online").equals("offline"));
  }

  private static boolean isLoopback(String redirect) {
    try {
      URI uri = URI.create(redirect);
      return "http".equals(uri.getScheme())
          && uri.getHost() != null
          && LOOPBACK.contains(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false; // no address at all
    }
  }

  /** Sends the browser back with a code and what it is for. */
  OfficeResponse granted(String code, Set<String> granted) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", state);
    query.put("code", code);
    query.put("scope", String.join(" ", granted));
    return back(query);
  }

  /** Sends the browser back with nothing but why. */
  OfficeResponse refused(String error) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("error", error);
    query.put("state", state);
    return back(query);
  }

  private OfficeResponse back(Map<String, String> query) {
    String encoded =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String separator = redirectUri.contains("?") ? "&" : "?";
    return new OfficeResponse(
        302, Map.of("Location", redirectUri + separator + encoded), new byte[0]);
  }
}
