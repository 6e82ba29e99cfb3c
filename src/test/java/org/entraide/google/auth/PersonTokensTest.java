package org.entraide.google.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.google.Offices;
import org.entraide.google.wire.HttpWire;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's tokens and what the token endpoint may answer, over HTTP. */
class PersonTokensTest {

  private static final String ANA = "ana@example.org";
  private static final List<String> SCOPES = List.of("a");
  private static final String GOOD =
      "{\"access_token\":\"t-%s\",\"expires_in\":3599,\"token_type\":\"Bearer\"}";

  private static final WireMockServer GOOGLE =
      new WireMockServer(options().dynamicPort().containerThreads(8));

  private final Offices.Time time = new Offices.Time();
  private @TempDir Path directory;
  private FileTokens store;
  private PersonTokens tokens;

  @BeforeAll
  static void start() {
    GOOGLE.start();
  }

  @AfterAll
  static void stop() {
    GOOGLE.stop();
  }

  @BeforeEach
  void open() throws IOException {
    GOOGLE.resetAll();
    store = new FileTokens(directory);
    tokens = new PersonTokens(store, ANA, client("client"), new HttpWire(), time);
    signedIn("1//first");
  }

  private static OauthClient client(String id) {
    URI root = URI.create("http://127.0.0.1:" + GOOGLE.port() + "/");
    return new OauthClient(
        Path.of("client.json"), id, "secret", root.resolve("auth"), root.resolve("token"), "");
  }

  private void signedIn(String refresh) throws IOException {
    store.write(
        new PersonToken(ANA, "client", Set.of("a"), time.instant(), Optional.empty(), refresh));
  }

  private static void answer(String refresh, ResponseDefinitionBuilder answer) {
    GOOGLE.stubFor(
        post(urlPathEqualTo("/token"))
            .withRequestBody(containing("refresh_token=" + refresh.replace("/", "%2F")))
            .willReturn(answer));
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }

  private static ResponseDefinitionBuilder refused(String error) {
    return json(400, "{\"error\":\"" + error + "\"}");
  }

  private static int calls() {
    return GOOGLE
        .countRequestsMatching(postRequestedFor(urlPathEqualTo("/token")).build())
        .getCount();
  }

  private RemoteFailure failure() {
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> tokens.token(SCOPES));
    assertThat(failure).isNotNull().hasMessageNotContaining("@").hasMessageNotContaining("1//");
    return failure;
  }

  @Test
  void oneTokenServesUntilItIsOver() throws Exception {
    answer("1//first", json(200, GOOD.formatted(1)));

    assertThat(tokens.token(SCOPES)).isEqualTo("t-1");
    assertThat(tokens.token(SCOPES)).isEqualTo("t-1");
    assertThat(calls()).isEqualTo(1);
    tokens.refresh(SCOPES);
    assertThat(calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or"
            + " revoked.\"}|sign-in has ended",
        "400|{\"error\":\"invalid_grant\",\"error_description\":\"reauth related error"
            + " (invalid_rapt)\",\"error_subtype\":\"invalid_rapt\"}|session control",
        "400|{\"error\":\"invalid_grant\",\"error_description\":\"Account has been"
            + " deleted\"}|account was deleted",
        "400|{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}|sign-in has ended",
        "401|{\"error\":\"invalid_client\"}|does not know the OAuth client in client.json",
        "401|{\"error\":\"deleted_client\"}|does not know the OAuth client",
        "400|{\"error\":\"admin_policy_enforced\"}|policy forbids it",
        "403|<html>no</html>|token service refused",
      })
  void aRefusalIsExplainedAndAskedForAgainAfterAnHour(int status, String body, String words) {
    answer("1//first", json(status, body));

    assertThat(failure()).hasMessageContaining(words);
    assertThat(failure().kind()).isEqualTo(Kind.SIGN_IN);
    time.sleep(Duration.ofMinutes(59));
    assertThat(failure()).hasMessageContaining(words);
    RemoteFailure again = catchThrowableOfType(RemoteFailure.class, () -> tokens.refresh(SCOPES));
    assertThat(again).hasMessageContaining(words);
    assertThat(calls()).isEqualTo(1);

    time.sleep(Duration.ofMinutes(1));
    assertThat(failure()).hasMessageContaining(words);
    assertThat(failure()).hasMessageContaining(words);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void anewSignInIsTriedAtOnce() throws Exception {
    answer("1//first", refused("invalid_grant"));
    answer("1//second", json(200, GOOD.formatted(2)));
    failure();

    signedIn("1//second");

    assertThat(tokens.token(SCOPES)).isEqualTo("t-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void troubleOfTheServicePasses(int status) throws Exception {
    answer("1//first", json(status, "<html>Server Error</html>"));
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);

    answer("1//first", json(200, GOOD.formatted(1)));
    assertThat(tokens.token(SCOPES)).isEqualTo("t-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"access_token\":\"t", "<html>Sign in</html>", "[]", "null"})
  void anAnswerThatIsNoneIsTroubleOfTheServiceToo(String body) {
    answer("1//first", json(200, body));
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aConnectionThatBreaksIsTroubleOfTheServiceToo() {
    answer("1//first", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aRenewedSecretIsKeptAndUsed() throws Exception {
    answer("1//first", json(200, renewing(1, "1//second")));
    answer("1//second", json(200, renewing(2, "1//third")));

    assertThat(tokens.token(SCOPES)).isEqualTo("t-1");
    assertThat(store.read(ANA).orElseThrow().refreshToken()).isEqualTo("1//second");
    assertThat(tokens.token(SCOPES)).isEqualTo("t-1"); // the token is still good
    tokens.refresh(SCOPES);
    assertThat(tokens.token(SCOPES)).isEqualTo("t-2");
    assertThat(store.read(ANA).orElseThrow().refreshToken()).isEqualTo("1//third");
    assertThat(calls()).isEqualTo(2);
  }

  private static String renewing(int number, String refresh) {
    return GOOD.formatted(number).replace("}", ",\"refresh_token\":\"" + refresh + "\"}");
  }

  @Test
  void aSecretThatAnotherProcessRenewedIsNotMistakenForADeadOne() throws Exception {
    answer("1//second", json(200, GOOD.formatted(2)));
    PersonTokens slow =
        new PersonTokens(
            store,
            ANA,
            client("client"),
            call -> {
              signedIn("1//second"); // the other was quicker
              return new HttpWire().exchange(call);
            },
            time);
    answer("1//first", refused("invalid_grant"));

    assertThat(slow.token(SCOPES)).isEqualTo("t-2");
  }

  @Test
  void withoutAFileNobodyIsAsked() throws Exception {
    store.remove(ANA);
    assertThat(failure()).hasMessageContaining("nobody has signed in");
    assertThat(tokens.covers(SCOPES)).isFalse();
    assertThat(calls()).isZero();
  }

  @Test
  void aDirectoryThatNobodyMayLookIntoIsNamed() throws Exception {
    Path state = Files.createDirectory(directory.resolve("other"));
    Files.writeString(state.resolve("tokens"), "a file, and no directory");
    PersonTokens lost =
        new PersonTokens(new FileTokens(state), ANA, client("client"), new HttpWire(), time);

    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> lost.token(SCOPES));

    assertThat(failure).hasMessageContaining(state.resolve("tokens") + ": it cannot be looked");
  }

  @Test
  void aTokenThatWasTakenBackIsForgottenAtOnce() throws Exception {
    answer("1//first", json(200, GOOD.formatted(1)));
    tokens.token(SCOPES);

    store.remove(ANA);

    assertThat(failure().kind()).isEqualTo(Kind.SIGN_IN);
  }

  @Test
  void whatThePersonDidNotSignInForIsNotAskedFor() {
    RemoteFailure failure =
        catchThrowableOfType(RemoteFailure.class, () -> tokens.token(List.of("a", "b")));

    assertThat(failure).hasMessageContaining("did not sign in for this");
    assertThat(tokens.covers(List.of("a", "b"))).isFalse();
    assertThat(calls()).isZero();
  }

  @Test
  void anotherClientsTokenIsNotTried() {
    PersonTokens others = new PersonTokens(store, ANA, client("x"), new HttpWire(), time);

    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> others.token(SCOPES));

    assertThat(failure).hasMessageContaining("another OAuth client than the one in client.json");
    assertThat(calls()).isZero();
  }

  @Test
  void aFileThatIsCutOffIsNamedAndNobodyIsAsked() throws Exception {
    Files.writeString(store.file(ANA), "{\"form");

    assertThat(failure()).hasMessageContaining(store.file(ANA) + ": it is cut off");
    assertThat(tokens.covers(SCOPES)).isTrue(); // or nobody would be told
    assertThat(calls()).isZero();
  }
}
