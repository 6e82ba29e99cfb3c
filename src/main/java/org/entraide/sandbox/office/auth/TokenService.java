package org.entraide.sandbox.office.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.auth.Accounts.Code;
import org.entraide.sandbox.office.auth.Accounts.Grant;
import org.entraide.sandbox.office.auth.Accounts.ServiceAccount;
import org.entraide.sandbox.office.http.HostCheck;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;

/**
 * The OAuth token endpoint, with its own shape of errors: {@code POST /token}, and {@code POST
 * /revoke} beside it.
 */
public final class TokenService {

  private static final String GOOGLE_AUDIENCE = "https://oauth2.googleapis.com/token";
  private static final Duration LONGEST = Duration.ofMinutes(60);

  /** How far clocks may be apart; Google does not say how much it allows. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final InstantSource clock;

  /**
   * Its time is the accounts', by which Google's library signs, wherever the office's was moved.
   */
  public TokenService(Accounts accounts) {
    this.accounts = accounts;
    this.clock = accounts.clock();
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient OfficeResponse answer;

    private Refused(int status, String error, String description) {
      super(error);
      this.answer = refusal(status, error, description);
    }
  }

  public OfficeResponse handle(OfficeRequest request) {
    if (!request.method().equals("POST")) {
      return HostCheck.notFound();
    }
    Map<String, List<String>> form = OfficeRequest.parseQuery(request.text());
    String type = first(form, "grant_type");
    try {
      return switch (type) {
        case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> jwt(form, request);
        case "refresh_token" -> refresh(form);
        case "authorization_code" -> exchange(form);
        default -> refusal(400, "unsupported_grant_type", "Invalid grant_type: " + type);
      };
    } catch (Refused e) {
      return e.answer;
    }
  }

  /** Takes a token back; one that is not known is an error, as with Google. */
  public OfficeResponse revoke(OfficeRequest request) {
    if (!request.method().equals("POST")) {
      return HostCheck.notFound();
    }
    String token =
        request
            .parameter("token")
            .orElseGet(() -> first(OfficeRequest.parseQuery(request.text()), "token"));
    return accounts.giveBack(token)
        ? answer(200, OfficeJson.object())
        : refusal(400, "invalid_token", "Token expired or revoked");
  }

  /** An error in the endpoint's shape: one space of indent, no description when it is empty. */
  public static OfficeResponse refusal(int status, String error, String description) {
    ObjectNode body = OfficeJson.object().put("error", error);
    if (!description.isEmpty()) {
      body.put("error_description", description);
    }
    return answer(status, body);
  }

  private static OfficeResponse answer(int status, ObjectNode body) {
    return OfficeResponse.of(
        status,
        "application/json; charset=utf-8",
        OfficeJson.pretty(body, 1).getBytes(StandardCharsets.UTF_8));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }

  private static Refused invalidGrant(String description) {
    return new Refused(400, "invalid_grant", description);
  }

  private OfficeResponse jwt(Map<String, List<String>> form, OfficeRequest request) {
    Assertion assertion =
        Assertion.parse(first(form, "assertion")).orElseThrow(() -> invalidGrant("Bad Request"));
    ServiceAccount service =
        accounts
            .service(assertion.claim("iss"))
            .orElseThrow(() -> invalidGrant("Invalid grant: account not found"));
    if (!assertion.isSignedBy(service.key())) {
      throw invalidGrant("Invalid JWT Signature.");
    }
    String own = "http://" + request.header("Host").orElse("127.0.0.1") + "/token";
    if (!Set.of(own, GOOGLE_AUDIENCE).contains(assertion.claim("aud"))) {
      throw invalidGrant("Invalid JWT: Failed audience check.");
    }
    checkTimes(assertion);
    Set<String> scopes = words(assertion.claim("scope"));
    if (scopes.isEmpty()) {
      throw new Refused(400, "invalid_scope", "Empty or missing scope not allowed.");
    }
    return tokens(subject(service, assertion, scopes), scopes);
  }

  private void checkTimes(Assertion assertion) {
    Instant issued = Instant.ofEpochSecond(assertion.seconds("iat"));
    Instant expires = Instant.ofEpochSecond(assertion.seconds("exp"));
    Instant now = clock.instant();
    if (issued.isAfter(now.plus(SKEW))
        || expires.isBefore(now.minus(SKEW))
        || expires.isAfter(issued.plus(LONGEST))
        || expires.isBefore(issued)) {
      throw invalidGrant(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
  }

  private String subject(ServiceAccount service, Assertion assertion, Set<String> scopes) {
    String subject = assertion.claim("sub");
    if (subject.isEmpty() || subject.equals(service.email())) {
      return service.email();
    }
    if (!accounts.isPerson(subject)) {
      throw invalidGrant("Invalid email or User ID");
    }
    if (!service.delegated().getOrDefault(subject, Set.of()).containsAll(scopes)) {
      throw new Refused(
          401,
          "unauthorized_client",
          "Client is unauthorized to retrieve access tokens using this method, or client not"
              + " authorized for any of the scopes requested.");
    }
    return subject;
  }

  private OfficeResponse refresh(Map<String, List<String>> form) {
    String client = checkClient(form);
    String token = first(form, "refresh_token");
    Grant grant =
        accounts
            .grant(token)
            .filter(known -> known.client().equals(client))
            .orElseThrow(() -> invalidGrant("Token has been expired or revoked."));
    ObjectNode body = granted(grant.email(), grant.scopes());
    if (accounts.switches().rotating()) {
      body.put("refresh_token", accounts.rotate(token));
    }
    return answer(200, addEnd(body, grant));
  }

  /** Google says only of apps in testing when a consent ends. */
  private ObjectNode addEnd(ObjectNode body, Grant grant) {
    grant
        .until()
        .map(end -> Duration.between(clock.instant(), end).toSeconds())
        .ifPresent(seconds -> body.put("refresh_token_expires_in", seconds));
    return body;
  }

  private OfficeResponse exchange(Map<String, List<String>> form) {
    String client = checkClient(form);
    Optional<Code> code = accounts.take(first(form, "code"));
    if (code.isEmpty()
        || !code.get().grant().client().equals(client)
        || !code.get().redirectUri().equals(first(form, "redirect_uri"))) {
      throw invalidGrant("Bad Request");
    }
    if (!code.get().challenge().equals(challenge(first(form, "code_verifier")))) {
      throw invalidGrant("Invalid code verifier.");
    }
    Grant grant = code.get().grant();
    ObjectNode body = granted(grant.email(), grant.scopes());
    if (code.get().lasting()) {
      body.put("refresh_token", accounts.refreshToken(grant.email(), client, grant.scopes()));
      addEnd(body, grant);
    }
    if (grant.scopes().contains("openid")) {
      body.put("id_token", idToken(grant, client));
    }
    return answer(200, body);
  }

  /** An ID token in all but its signature, which is chance: the office has no key of Google's. */
  private String idToken(Grant grant, String client) {
    ObjectNode claims =
        OfficeJson.object()
            .put("iss", "https://accounts.google.com")
            .put("aud", client)
            .put("sub", Integer.toUnsignedString(grant.email().hashCode()))
            .put("iat", clock.instant().getEpochSecond())
            .put("exp", clock.instant().plus(Accounts.LIFETIME).getEpochSecond());
    if (grant.scopes().contains(OfficeScopes.USERINFO_EMAIL)) {
      claims.put("email", grant.email()).put("email_verified", true);
    }
    return encoded(OfficeJson.object().put("alg", "RS256").put("typ", "JWT"))
        + "."
        + encoded(claims)
        + "."
        + accounts.secret();
  }

  private static String encoded(ObjectNode json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(OfficeJson.compact(json).getBytes(StandardCharsets.UTF_8));
  }

  private String checkClient(Map<String, List<String>> form) {
    String id = first(form, "client_id");
    String secret =
        accounts
            .secret(id)
            .orElseThrow(
                () -> new Refused(401, "invalid_client", "The OAuth client was not found."));
    if (!secret.equals(first(form, "client_secret"))) {
      throw new Refused(401, "invalid_client", "Unauthorized");
    }
    return id;
  }

  /** What a verifier's challenge must be, by the method S256 of RFC 7636, section 4.2. */
  static String challenge(String verifier) {
    byte[] hash = Hashing.sha256().hashString(verifier, StandardCharsets.US_ASCII).asBytes();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private OfficeResponse tokens(String account, Set<String> scopes) {
    return answer(200, granted(account, scopes));
  }

  private ObjectNode granted(String account, Set<String> scopes) {
    return OfficeJson.object()
        .put("access_token", accounts.accessToken(account, scopes))
        .put("expires_in", Accounts.LIFETIME.toSeconds())
        .put("scope", String.join(" ", scopes.stream().sorted().toList()))
        .put("token_type", "Bearer");
  }

  private static Set<String> words(String text) {
    return text.isBlank() ? Set.of() : Set.copyOf(List.of(text.strip().split("\\s+")));
  }
}
