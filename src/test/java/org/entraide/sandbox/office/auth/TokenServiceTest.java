package org.entraide.sandbox.office.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;
import static org.entraide.sandbox.office.OfficeFixture.ROBOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.sandbox.office.InProcessTransport;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class TokenServiceTest {

  private static final String SHORT_LIVED =
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
          + " Check your iat and exp values in the JWT claim.";

  private final OfficeFixture world = new OfficeFixture();

  private ObjectNode claims() {
    long now = world.clock.instant().getEpochSecond();
    return OfficeJson.object()
        .put("iss", ROBOT)
        .put("sub", DELEGATE)
        .put("scope", OfficeScopes.GMAIL_COMPOSE)
        .put("aud", InProcessTransport.ROOT + "token")
        .put("iat", now)
        .put("exp", now + 3600);
  }

  private static String sign(JsonNode claims, PrivateKey key, String algorithm) {
    String signed =
        encode(OfficeJson.object().put("alg", algorithm).toString().getBytes(UTF_8))
            + "."
            + encode(claims.toString().getBytes(UTF_8));
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key);
      signer.update(signed.getBytes(UTF_8));
      return signed + "." + encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private OfficeResponse ask(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return world.call("POST", "/token", "", body);
  }

  private OfficeResponse assertion(String assertion) {
    return ask(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
  }

  @Test
  void aSignedAssertionGetsATokenForItsSubject() {
    OfficeResponse answer = assertion(sign(claims(), OfficeFixture.KEYS.getPrivate(), "RS256"));

    JsonNode json = OfficeJson.parse(answer.text());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(json.path("expires_in").asInt()).isEqualTo(3599);
    assertThat(json.path("scope").asText()).isEqualTo(OfficeScopes.GMAIL_COMPOSE);
    assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
    String token = json.path("access_token").asText();
    assertThat(token).startsWith("ya29.");
    assertThat(world.accounts.caller(token))
        .contains(new Caller(DELEGATE, Set.of(OfficeScopes.GMAIL_COMPOSE)));
  }

  @Test
  void whereTheOfficesTimeWasMovedOnPeopleSignInByTheMachinesTime() {
    InstantSource later = () -> world.clock.instant().plus(Duration.ofHours(2));
    Office moved = Office.builder(later, new SplittableRandom(1)).accounts(world.accounts).build();
    String signed = sign(claims(), OfficeFixture.KEYS.getPrivate(), "RS256");

    OfficeResponse answer =
        moved.handle(
            OfficeFixture.request(
                "POST",
                "/token",
                "",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                    + signed));

    assertThat(answer.text()).contains("access_token");
  }

  static Stream<Arguments> faultyAssertions() {
    return Stream.of(
        claim(c -> c.put("iss", "x@y"), 400, "invalid_grant", "Invalid grant: account not found"),
        claim(c -> c.put("sub", "x@y"), 400, "invalid_grant", "Invalid email or User ID"),
        claim(
            c -> c.put("aud", "http://x/"),
            400,
            "invalid_grant",
            "Invalid JWT: Failed audience check."),
        claim(c -> c.put("exp", c.path("exp").asLong() + 1), 400, "invalid_grant", SHORT_LIVED),
        claim(c -> shift(c, -3601 - 300), 400, "invalid_grant", SHORT_LIVED),
        claim(c -> shift(c, 301), 400, "invalid_grant", SHORT_LIVED),
        claim(
            c -> c.put("scope", " "), 400, "invalid_scope", "Empty or missing scope not allowed."),
        claim(
            c -> c.put("scope", OfficeScopes.GMAIL_COMPOSE + " " + OfficeScopes.MAIL),
            401,
            "unauthorized_client",
            UNAUTHORIZED),
        claim(c -> c.put("sub", OTHER), 401, "unauthorized_client", UNAUTHORIZED));
  }

  private static final String UNAUTHORIZED =
      "Client is unauthorized to retrieve access tokens using this method, or client not authorized"
          + " for any of the scopes requested.";

  private static void shift(ObjectNode claims, int seconds) {
    claims
        .put("iat", claims.path("iat").asLong() + seconds)
        .put("exp", claims.path("exp").asLong() + seconds);
  }

  private static Arguments claim(
      Consumer<ObjectNode> change, int status, String error, String description) {
    return Arguments.of(change, status, error, description);
  }

  @ParameterizedTest
  @MethodSource("faultyAssertions")
  void aFaultyAssertionIsRefusedInGooglesWords(
      Consumer<ObjectNode> change, int status, String error, String description) {
    ObjectNode claims = claims();
    change.accept(claims);

    OfficeResponse answer = assertion(sign(claims, OfficeFixture.KEYS.getPrivate(), "RS256"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text())
        .isEqualTo(
            "{\n \"error\": \"%s\",\n \"error_description\": \"%s\"\n}"
                .formatted(error, description));
  }

  @Test
  void aSignatureOfAnotherKeyIsRefused() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    PrivateKey other = generator.generateKeyPair().getPrivate();
    PrivateKey own = OfficeFixture.KEYS.getPrivate();
    String good = sign(claims(), own, "RS256");
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);

    for (String bad :
        Set.of(sign(claims(), other, "RS256"), sign(claims(), own, "none"), unsigned)) {
      assertThat(assertion(bad).status()).isEqualTo(400);
      assertThat(assertion(bad).text()).contains("\"Invalid JWT Signature.\"");
    }
    assertThat(assertion("no.assertion").text()).contains("\"Bad Request\"");
    assertThat(assertion("a.b.c").text()).contains("\"Bad Request\"");
  }

  @Test
  void withoutASubjectTheServiceAccountIsItself() {
    ObjectNode claims = claims();
    claims.remove("sub");
    claims.put("scope", OfficeScopes.SPREADSHEETS);
    claims.put("aud", "https://oauth2.googleapis.com/token");

    String token =
        OfficeJson.parse(assertion(sign(claims, OfficeFixture.KEYS.getPrivate(), "RS256")).text())
            .path("access_token")
            .asText();

    assertThat(world.accounts.caller(token))
        .contains(new Caller(ROBOT, Set.of(OfficeScopes.SPREADSHEETS)));
  }

  @Test
  void aTokenDiesAfterItsHourAndWhenItIsRevoked() {
    String token = world.mailToken();
    assertThat(world.accounts.caller(token)).isPresent();
    world.advance(Duration.ofSeconds(3599));
    assertThat(world.accounts.caller(token)).isEmpty();

    String next = world.mailToken();
    world.people("POST", "accounts/revoke", "{\"account\":\"" + DELEGATE + "\"}");
    assertThat(world.accounts.caller(next)).isEmpty();
  }

  @Test
  void aRefreshTokenServesUntilItIsRevoked() {
    world.accounts.client("client", "secret");
    String refresh =
        world.accounts.refreshToken(OTHER, "client", Set.of(OfficeScopes.GMAIL_COMPOSE));
    Map<String, String> form =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "client",
            "client_secret", "secret",
            "refresh_token", refresh);

    JsonNode json = OfficeJson.parse(ask(form).text());
    assertThat(world.accounts.caller(json.path("access_token").asText()))
        .contains(new Caller(OTHER, Set.of(OfficeScopes.GMAIL_COMPOSE)));

    world.accounts.revoke(OTHER);
    assertThat(ask(form).status()).isEqualTo(400);
    assertThat(ask(form).text())
        .isEqualTo(
            "{\n \"error\": \"invalid_grant\",\n"
                + " \"error_description\": \"Token has been expired or revoked.\"\n}");
  }

  @Test
  void anUnknownClientIsRefused() {
    world.accounts.client("client", "secret");
    OfficeResponse unknown = ask(Map.of("grant_type", "refresh_token", "client_id", "x"));
    OfficeResponse wrong =
        ask(Map.of("grant_type", "refresh_token", "client_id", "client", "client_secret", "x"));

    assertThat(unknown.status()).isEqualTo(401);
    assertThat(OfficeJson.parse(unknown.text()))
        .isEqualTo(
            OfficeJson.parse(
                "{\"error\":\"invalid_client\",\"error_description\":\"The OAuth client was not"
                    + " found.\"}"));
    assertThat(wrong.text()).contains("invalid_client", "\"Unauthorized\"");
    assertThat(ask(Map.of("grant_type", "password")).text()).contains("unsupported_grant_type");
  }

  @Test
  void aCodeIsExchangedOnceAndOnlyByWhoHasTheVerifier() {
    world.accounts.client("client", "secret");
    String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    // the pair of RFC 7636, appendix B
    assertThat(TokenService.challenge(verifier))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(exchange("other-verifier").text()).contains("Invalid code verifier.");
    OfficeResponse good = exchange(verifier);
    assertThat(OfficeJson.parse(good.text()).path("refresh_token").asText()).startsWith("1//");
    assertThat(good.status()).isEqualTo(200);
  }

  private OfficeResponse exchange(String verifier) {
    String code =
        world.accounts.authorizationCode(
            OTHER,
            "client",
            Set.of(OfficeScopes.GMAIL_COMPOSE),
            "http://127.0.0.1:1/",
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    Map<String, String> form =
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "client",
            "client_secret", "secret",
            "redirect_uri", "http://127.0.0.1:1/",
            "code_verifier", verifier,
            "code", code);
    OfficeResponse first = ask(form);
    assertThat(ask(form).text()).contains("\"Bad Request\"");
    return first;
  }
}
