package org.entraide.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.build.Stories;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;
import org.entraide.plan.Letter;
import org.entraide.table.Change;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class of the answers that Google gives when it does not do what was asked, over HTTP. */
@Stories(few = 20)
class FaultsTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String BOOK =
      "{\"spreadsheetId\":\"1AbC\",\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"A\","
          + "\"gridProperties\":{\"rowCount\":1,\"columnCount\":1}}}]}";
  private static final Letter LETTER =
      new Letter(
          "M-7KQ47",
          Offices.DELEGATE,
          List.of(new Letter.Recipient("Zoé", "zoe@example.org")),
          "Bonjour [M-7KQ47]",
          "Bonjour");

  private static final WireMockServer GOOGLE =
      new WireMockServer(options().dynamicPort().containerThreads(8));

  private final Offices.Time time = new Offices.Time();
  private @TempDir Path directory;
  private GoogleServices services;

  @BeforeAll
  static void start() {
    GOOGLE.start();
  }

  @AfterAll
  static void stop() {
    GOOGLE.stop();
  }

  @BeforeEach
  void open() {
    GOOGLE.resetAll();
    services = at(GOOGLE.port(), LONG);
    token(json(200, "{\"access_token\":\"t\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));
  }

  @Test
  void oneRefusedTokenIsRefreshedOnceAndTheCallGoesOn() throws Exception {
    GOOGLE.stubFor(
        any(urlPathMatching("/v4/.*"))
            .inScenario("token")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(unauthorized())
            .willSetStateTo("refreshed"));
    GOOGLE.stubFor(
        any(urlPathMatching("/v4/.*"))
            .inScenario("token")
            .whenScenarioStateIs("refreshed")
            .willReturn(json(200, BOOK)));

    assertThat(services.table("1AbC").read().tabs()).hasSize(1);

    assertThat(tokenCalls()).isEqualTo(2);
    assertThat(calls()).isEqualTo(2);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void aTokenThatStaysRefusedIsTriedTwiceAndNoMore() {
    answer(unauthorized());

    RemoteFailure failure = failureOf(this::read);

    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(calls()).isEqualTo(2);
    assertThat(tokenCalls()).isEqualTo(2);
  }

  @Test
  void aWriteIsRepeatedAfterA401BecauseItWasNotDone() {
    answer(unauthorized());

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void theTokenIsAskedForOnceAndAsTheDelegateForTheMailbox() throws Exception {
    answer(json(200, "{\"resultSizeEstimate\":0}"));
    var mailbox = services.mailbox(Offices.DELEGATE);

    assertThat(mailbox.drafts()).isEmpty();
    assertThat(mailbox.drafts()).isEmpty();

    assertThat(tokenCalls()).isEqualTo(1);
    String form =
        GOOGLE.findAll(postRequestedFor(urlPathEqualTo("/token"))).get(0).getBodyAsString();
    String claims =
        new String(
            java.util.Base64.getUrlDecoder()
                .decode(form.replaceAll(".*assertion=[^.]*\\.", "").replaceAll("\\..*", "")),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(claims)
        .contains("\"sub\":\"" + Offices.DELEGATE + "\"", "gmail.compose", "gmail.metadata")
        .doesNotContain("spreadsheets", "gmail.readonly", "mail.google.com");
  }

  /** Shapes of "too fast": code, body, header; all wait, however they are dressed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "429|{`error`:{`code`:429,`message`:`Quota exceeded for quota metric 'Read"
            + " requests'`,`status`:`RESOURCE_EXHAUSTED`,`details`:[{`reason`:`RATE_LIMIT_EXCEEDED`}]}}|",
        "429|{`error`:{`code`:429,`message`:`Quota"
            + " exceeded`,`errors`:[{`domain`:`global`,`reason`:`rateLimitExceeded`}]}}|",
        "429|<html>Too many</html>|",
        "403|{`error`:{`code`:403,`message`:`Quota exceeded for quota metric 'Total Query Cost' and"
            + " limit 'x'`,`status`:`PERMISSION_DENIED`}}|",
        "403|{`error`:{`code`:403,`message`:`x`,`errors`:[{`domain`:`usageLimits`,`reason`:`userRateLimitExceeded`}]}}|",
        "403|{`error`:{`code`:403,`message`:`x`,`errors`:[{`domain`:`usageLimits`,`reason`:`rateLimitExceeded`}],`status`:`PERMISSION_DENIED`}}|",
      })
  void aUsedUpQuotaWaitsForTheNextMinute(int status, String body) {
    answer(json(status, body.replace('`', '"')));

    RemoteFailure failure = failureOf(this::read);

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAt().orElseThrow())
        .isBetween(Instant.parse("2026-03-01T10:01:00Z"), Instant.parse("2026-03-01T10:01:05Z"));
    assertThat(calls()).isEqualTo(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void theTimeThatGmailNamesInItsMessageIsObeyed() {
    answer(
        error(
            429,
            "RESOURCE_EXHAUSTED",
            "User-rate limit exceeded.  Retry after 2026-03-01T10:20:41.500Z"));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAt()).contains(Instant.parse("2026-03-01T10:20:41.500Z"));
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void aWaitOfSecondsIsWaitedOnce() {
    answer(error(429, "RESOURCE_EXHAUSTED", "x").withHeader("Retry-After", "3"));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
    assertThat(calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Too many concurrent requests for user, 7",
    "dailyLimitExceeded, 3606",
    "Retry after 1999-01-01T00:00:00Z, 1",
    "Retry after 2999-01-01T00:00:00Z, 86401",
    "Retry after nonsenseZ, 36",
  })
  void noWaitIsPastNorLongerThanADay(String words, long mostSeconds) {
    answer(
        json(
            429,
            "{\"error\":{\"message\":\"%s\",\"errors\":[{\"reason\":\"%s\"}]}}"
                .formatted(words, words)));
    Instant before = time.instant();

    Instant retryAt = failureOf(this::read).retryAt().orElseThrow();

    assertThat(retryAt).isBetween(before, time.instant().plusSeconds(mostSeconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`error`:{`code`:403,`message`:`The caller does not have"
            + " permission`,`errors`:[{`domain`:`global`,`reason`:`forbidden`}],`status`:`PERMISSION_DENIED`}}|Share"
            + " the spreadsheet with entraide@project.iam.example as editor",
        "{`error`:{`code`:403,`message`:`The caller does not have"
            + " permission`,`status`:`PERMISSION_DENIED`}}|Share the spreadsheet with",
        "{`error`:{`code`:403,`message`:`x`,`status`:`PERMISSION_DENIED`,`details`:[{`reason`:`SERVICE_DISABLED`,`metadata`:{`activationUrl`:`https://console.developers.google.com/apis/api/sheets`}}]}}|Enable"
            + " it at https://console.developers.google.com/apis/api/sheets",
        "{`error`:{`code`:403,`message`:`Request had insufficient authentication"
            + " scopes.`,`status`:`PERMISSION_DENIED`,`details`:[{`reason`:`ACCESS_TOKEN_SCOPE_INSUFFICIENT`}]}}|scope",
        "<html>Forbidden</html>|Share the spreadsheet with",
      })
  void aForbiddenSheetSaysWhatToDo(String body, String advice) {
    answer(json(403, body.replace('`', '"')));

    RemoteFailure failure = failureOf(this::read);

    assertThat(failure.kind()).isEqualTo(Kind.PERMISSION);
    assertThat(failure).hasMessageContaining(advice);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void aForbiddenMailboxExplainsDelegationAndNamesNobody() {
    answer(error(403, "PERMISSION_DENIED", "Delegation denied for delegate@example.org"));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.PERMISSION);
    assertThat(failure)
        .hasMessageContaining("Domain-wide delegation")
        .hasMessageContaining("1234567890")
        .hasMessageNotContaining("delegate@");
    assertThat(failure.getCause()).isNull();
  }

  @Test
  void anAccountWithoutAMailboxIsAMatterOfDelegation() {
    answer(error(400, "FAILED_PRECONDITION", "Precondition check failed."));

    assertThat(failureOf(this::draft).kind()).isEqualTo(Kind.PERMISSION);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND, Requested entity was not found., NOT_FOUND",
    "400, INVALID_ARGUMENT, Unable to parse range: 'A'!A:A, CONFLICT",
    "400, INVALID_ARGUMENT, No grid with id: 5, CONFLICT",
    "400, INVALID_ARGUMENT, Range (A!A1) exceeds grid limits. Max rows: 1, CONFLICT",
    "400, INVALID_ARGUMENT, Invalid requests[0].addSheet: A sheet with the name A already exists.,"
        + " CONFLICT",
    "400, INVALID_ARGUMENT, You are trying to edit a protected cell or object., PERMISSION",
    "400, INVALID_ARGUMENT, Request contains an invalid argument., REJECTED",
    "409, ABORTED, The operation was aborted., CONFLICT",
    "501, UNIMPLEMENTED, The embedded office does not support it., REJECTED",
  })
  void refusalsThatStayAreNotRepeated(int code, String status, String words, Kind kind) {
    answer(error(code, status, words));

    RemoteFailure failure = failureOf(this::set);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.maybeApplied()).isEqualTo(words.startsWith("Unable to parse range"));
    assertThat(calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302, 408})
  void aReadIsTriedFourTimesWithGrowingPauses(int status) {
    answer(html(status));

    RemoteFailure failure = failureOf(this::read);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(calls()).isEqualTo(4);
    assertThat(time.pauses()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(time.pauses().get(i)).isBetween(Duration.ZERO, Duration.ofSeconds(1L << i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aWriteWithAnUnclearAnswerIsNeverRepeated(int status) {
    answer(html(status));

    for (ThrowingCallable write : List.<ThrowingCallable>of(this::draft, this::set)) {
      RemoteFailure failure = failureOf(write);
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(failure.maybeApplied()).isTrue();
    }
    assertThat(calls()).isEqualTo(2);
    assertThat(time.pauses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
  void aBrokenConnectionLeavesAWriteUnclear(Fault fault) {
    answer(aResponse().withFault(fault));

    RemoteFailure write = failureOf(this::draft);
    assertThat(write.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(write.maybeApplied()).isTrue();
    assertThat(calls()).isEqualTo(1);

    RemoteFailure read = failureOf(this::read);
    assertThat(read.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(read.maybeApplied()).isFalse();
  }

  @Test
  void anAnswerThatDoesNotComeIsGivenUp() throws Exception {
    answer(json(200, "{}"));
    // One mailbox for both calls, so that only the second has to hurry, its token being there.
    var mailbox = at(GOOGLE.port(), SHORT).mailbox(Offices.DELEGATE);
    mailbox.drafts();
    answer(json(200, "{}").withFixedDelay(10 * (int) SHORT.toMillis()));

    RemoteFailure failure = failureOf(() -> mailbox.create(LETTER));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.maybeApplied()).isTrue();
    assertThat(failure).hasMessageContaining("no answer came in time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{", "[]", "{}", "{\"id\":\"r1\",\"message\":{\"id\":", "<html>"})
  void aDraftWhoseAnswerIsCutShortMayExist(String body) {
    answer(json(200, body));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.maybeApplied()).isTrue();
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void nobodyAtTheOtherEndMeansThatNothingWasDone() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    GoogleServices nobody = at(free, LONG);

    RemoteFailure failure = failureOf(() -> nobody.mailbox(Offices.DELEGATE).create(LETTER));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(time.pauses()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|invalid_grant|Invalid JWT: Token must be a short-lived token (60 minutes)|clock",
        "400|invalid_grant|Invalid JWT Signature.|key",
        "400|invalid_grant|Invalid email or User ID|Check the delegate's address",
        "400|invalid_grant|Account has been deleted|disabled or deleted",
        "401|unauthorized_client|Client is unauthorized to retrieve access tokens|delegation",
        "400|unauthorized_client|Client is unauthorized to retrieve access tokens|delegation",
        "401|invalid_client|The OAuth client was not found.|not known",
        "403|admin_policy_enforced|x|policy",
      })
  void aRefusedTokenIsExplainedAndNotAskedForAgain(
      int status, String error, String words, String explained) {
    token(json(status, "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, words)));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(failure).hasMessageContaining(explained).hasMessageNotContaining("delegate@");
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void aTokenServiceInTroubleIsAskedAgainWithoutHiddenPauses(int status) {
    token(json(status, "{\"error\":\"internal_failure\"}"));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.maybeApplied()).isFalse();
    assertThat(tokenCalls()).isEqualTo(4);
    assertThat(time.pauses()).hasSize(3);
    assertThat(calls()).isZero();
  }

  @Test
  void aTokenServiceThatIsAskedTooMuchIsNoDeadSignIn() {
    token(json(403, "{\"error\":\"rate_limit_exceeded\"}"));

    RemoteFailure failure = failureOf(this::draft);

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("too much").hasMessageNotContaining("key");
  }

  /** Whether the token was still had, or not even that. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionThatIsNotTrustedSaysWhatToLookAt(boolean signedIn) {
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX path building failed");
    ConnectException unsent = new ConnectException("no connection");
    unsent.initCause(untrusted);
    GoogleServices intercepted =
        Offices.services(
            directory,
            URI.create("http://127.0.0.1:" + GOOGLE.port() + "/"),
            call -> {
              if (signedIn && call.uri().getPath().endsWith("/token")) {
                return Wires.http().exchange(call);
              }
              throw unsent;
            },
            time);

    RemoteFailure failure = failureOf(() -> intercepted.table("1AbC").read());

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("TLS").hasMessageContaining("clock");
  }

  @Test
  void whoIsThrottledAsksNothingOfThatMailboxBeforeItsTime() {
    answer(
        error(
            429,
            "RESOURCE_EXHAUSTED",
            "User-rate limit exceeded.  Retry after 2026-03-01T10:20:41.500Z"));
    failureOf(this::draft);

    RemoteFailure next = failureOf(() -> services.mailbox(Offices.DELEGATE).drafts());

    assertThat(next.retryAt()).contains(Instant.parse("2026-03-01T10:20:41.500Z"));
    assertThat(calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{\"access_token\":", "<html>"})
  void aTokenAnswerWithoutATokenIsTrouble(String body) {
    token(json(200, body));

    assertThat(failureOf(this::read).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(calls()).isZero();
  }

  private void read() throws RemoteFailure {
    services.table("1AbC").read();
  }

  private void set() throws RemoteFailure {
    services.table("1AbC").write(List.of(new Change.SetCell(0, 1, 1, "x")), Map.of());
  }

  private void draft() throws RemoteFailure {
    services.mailbox(Offices.DELEGATE).create(LETTER);
  }

  private GoogleServices at(int port, Duration limit) {
    return Offices.services(
        directory, URI.create("http://127.0.0.1:" + port + "/"), new HttpWire(limit, limit), time);
  }

  private static RemoteFailure failureOf(ThrowingCallable call) {
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static void token(ResponseDefinitionBuilder answer) {
    GOOGLE.stubFor(post(urlPathEqualTo("/token")).willReturn(answer));
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    GOOGLE.stubFor(any(urlPathMatching("/(v4|v1|gmail)/.*")).willReturn(answer));
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=UTF-8")
        .withBody(body);
  }

  private static ResponseDefinitionBuilder error(int code, String status, String words) {
    return json(
        code,
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
            .formatted(code, words, status));
  }

  private static ResponseDefinitionBuilder unauthorized() {
    return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        .withHeader(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
  }

  private static ResponseDefinitionBuilder html(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html; charset=UTF-8")
        .withBody("<!DOCTYPE html><title>Error (Server Error)!!1</title>");
  }

  private static int calls() {
    return GOOGLE.findAll(anyRequestedFor(anyUrl())).size() - tokenCalls();
  }

  private static int tokenCalls() {
    return GOOGLE.findAll(postRequestedFor(urlPathEqualTo("/token"))).size();
  }
}
