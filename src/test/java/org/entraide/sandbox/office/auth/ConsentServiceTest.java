package org.entraide.sandbox.office.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.office.OfficeFixture.DELEGATE;
import static org.entraide.sandbox.office.OfficeFixture.OTHER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class ConsentServiceTest {

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String REDIRECT = "http://127.0.0.1:5000/";

  private final OfficeFixture world = new OfficeFixture();

  @BeforeEach
  void addClient() {
    world.accounts.client("client", "secret");
  }

  private static Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", "client");
    query.put("redirect_uri", REDIRECT);
    query.put("response_type", "code");
    query.put("scope", "openid " + OfficeScopes.USERINFO_EMAIL + " " + OfficeScopes.GMAIL_COMPOSE);
    query.put("state", "s-1&\"<");
    query.put("code_challenge", TokenService.challenge(VERIFIER));
    query.put("code_challenge_method", "S256");
    query.put("access_type", "offline");
    query.put("login_hint", OTHER);
    return query;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private OfficeResponse open(Map<String, String> query) {
    return world.call("GET", "/o/oauth2/v2/auth?" + encoded(query), "", "");
  }

  private OfficeResponse decide(String page, String... more) {
    Matcher ticket = Pattern.compile("name=ticket value=\"([^\"]+)\"").matcher(page);
    assertThat(ticket.find()).isTrue();
    return world.call(
        "POST",
        "/o/oauth2/v2/auth/decide",
        "",
        "ticket=" + ticket.group(1) + "&" + String.join("&", more));
  }

  private static Map<String, List<String>> landed(OfficeResponse answer) {
    assertThat(answer.status()).isEqualTo(302);
    String location = Objects.requireNonNull(answer.headers().get("Location"));
    assertThat(location).startsWith(REDIRECT + "?");
    return OfficeRequest.parseQuery(URI.create(location).getRawQuery());
  }

  private JsonNode token(String... form) {
    return OfficeJson.parse(
        world
            .call(
                "POST",
                "/token",
                "",
                "client_id=client&client_secret=secret&" + String.join("&", form))
            .text());
  }

  private JsonNode exchange(OfficeResponse answer) {
    String code = landed(answer).getOrDefault("code", List.of("")).get(0);
    return token(
        "grant_type=authorization_code",
        "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8),
        "code_verifier=" + VERIFIER,
        "redirect_uri=" + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8));
  }

  private JsonNode refresh(String refreshToken) {
    return token(
        "grant_type=refresh_token",
        "refresh_token=" + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8));
  }

  private static String text(JsonNode json, String key) {
    return json.path(key).asText();
  }

  @Test
  void thePageShowsAccountsAndABoxForEachScope() {
    OfficeResponse page = open(query());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("<option selected>" + OTHER, "<option>" + DELEGATE)
        .contains("type=checkbox name=scope checked value=\"" + OfficeScopes.GMAIL_COMPOSE + "\"")
        .doesNotContain("s-1&\"<");
  }

  @Test
  void whatIsTickedIsGrantedToTheChosenPerson() {
    String page = open(query()).text();

    OfficeResponse answer =
        decide(
            page,
            "decision=allow",
            "account=" + URLEncoder.encode(DELEGATE, StandardCharsets.UTF_8),
            "scope=openid",
            "scope=" + URLEncoder.encode(OfficeScopes.GMAIL_COMPOSE, StandardCharsets.UTF_8));

    assertThat(landed(answer)).containsEntry("state", List.of("s-1&\"<"));
    JsonNode tokens = exchange(answer);
    assertThat(text(tokens, "scope").split(" ", -1))
        .containsExactlyInAnyOrder("openid", OfficeScopes.GMAIL_COMPOSE);
    assertThat(text(tokens, "refresh_token")).startsWith("1//");
    assertThat(tokens.has("refresh_token_expires_in")).isFalse();
    assertThat(world.accounts.caller(text(tokens, "access_token")))
        .hasValueSatisfying(caller -> assertThat(caller.account()).isEqualTo(DELEGATE));
    assertThat(decide(page, "decision=allow").status()).isEqualTo(400);
  }

  @Test
  void aPersonWhoDeniesOrTicksNothingSendsTheClientAwayEmptyHanded() {
    assertThat(landed(decide(open(query()).text(), "decision=deny")))
        .containsEntry("error", List.of("access_denied"))
        .doesNotContainKey("code");
    assertThat(landed(decide(open(query()).text(), "decision=allow", "account=" + OTHER)))
        .containsEntry("error", List.of("access_denied"));
  }

  @Test
  void whatIsArrangedNeedsNoPage() {
    world.people("PUT", "consent", "{\"untick\":[\"" + OfficeScopes.GMAIL_COMPOSE + "\"]}");
    JsonNode tokens = exchange(open(query()));
    assertThat(text(tokens, "scope")).doesNotContain("gmail");
    String[] idToken = text(tokens, "id_token").split("\\.", -1);
    assertThat(new String(Base64.getUrlDecoder().decode(idToken[1]), StandardCharsets.UTF_8))
        .contains("\"email\":\"" + OTHER + "\"");

    world.people("PUT", "consent", "{\"error\":\"org_internal\"}");
    assertThat(landed(open(query()))).containsEntry("error", List.of("org_internal"));
    world.people("DELETE", "consent", "");
    assertThat(open(query()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, x, invalid_client",
    "redirect_uri, https://evil.example/, redirect_uri_mismatch",
    "redirect_uri, http://127.0.0.1.evil.example/, redirect_uri_mismatch",
    "response_type, token, invalid_request",
    "scope, ' ', invalid_request",
    "code_challenge_method, plain, invalid_request",
  })
  void whatGoogleWouldNotShowIsNotShown(String parameter, String value, String error) {
    Map<String, String> query = query();
    query.put(parameter, value);

    OfficeResponse page = open(query);

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("Access blocked", error);
  }

  @Test
  void anOnlineConsentGivesNoRefreshToken() {
    Map<String, String> query = query();
    query.remove("access_type");
    world.people("PUT", "consent", "{}");

    assertThat(exchange(open(query)).has("refresh_token")).isFalse();
    world.people("PUT", "sign-ins", "{\"lasting\":false}");
    assertThat(exchange(open(query())).has("refresh_token")).isFalse();
  }

  @Test
  void aConsentToAnAppInTestingEndsAfterSevenDays() {
    world.people("PUT", "consent", "{}");
    world.people("PUT", "sign-ins", "{\"testing\":true}");
    JsonNode tokens = exchange(open(query()));
    String refresh = text(tokens, "refresh_token");

    assertThat(tokens.path("refresh_token_expires_in").asLong()).isEqualTo(604_800);
    world.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(refresh(refresh).has("access_token")).isTrue();
    world.advance(Duration.ofSeconds(1));
    assertThat(text(refresh(refresh), "error")).isEqualTo("invalid_grant");
  }

  @Test
  void whereTokensRotateEachServesOnce() {
    world.people("PUT", "sign-ins", "{\"rotating\":true}");
    String first = world.accounts.refreshToken(OTHER, "client", Set.of("a"));

    JsonNode tokens = refresh(first);

    String second = text(tokens, "refresh_token");
    assertThat(second).startsWith("1//").isNotEqualTo(first);
    assertThat(text(refresh(first), "error")).isEqualTo("invalid_grant");
    assertThat(refresh(second).has("access_token")).isTrue();
    assertThat(
            OfficeJson.parse(world.people("GET", "sign-ins", "").text())
                .path("rotating")
                .asBoolean())
        .isTrue();
  }

  @Test
  void givingATokenBackEndsAllThatTheClientHolds() {
    String first = world.accounts.refreshToken(OTHER, "client", Set.of("a"));
    String second = world.accounts.refreshToken(OTHER, "client", Set.of("b"));
    String others = world.accounts.refreshToken(DELEGATE, "client", Set.of("b"));

    OfficeResponse answer =
        world.call(
            "POST", "/revoke", "", "token=" + URLEncoder.encode(first, StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(refresh(second), "error")).isEqualTo("invalid_grant");
    assertThat(refresh(others).has("access_token")).isTrue();
    assertThat(world.call("POST", "/revoke", "", "token=x").text()).contains("invalid_token");
  }
}
