package org.entraide.google;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import org.entraide.build.Stories;
import org.entraide.google.wire.FaultsFixture;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every class of the answers that Google gives when it does not do what was asked, over HTTP. */
@Stories(few = 10)
class FaultsTest extends FaultsFixture {
  private static final String BOOK =
      "{\"spreadsheetId\":\"1AbC\",\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"A\","
          + "\"gridProperties\":{\"rowCount\":1,\"columnCount\":1}}}]}";

  @Test
  void oneRefusedTokenIsRefreshedOnceAndTheCallGoesOn() throws Exception {
    google.stubFor(
        any(urlPathMatching("/v4/.*"))
            .inScenario("token")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(unauthorized())
            .willSetStateTo("refreshed"));
    google.stubFor(
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
        google.findAll(postRequestedFor(urlPathEqualTo("/token"))).get(0).getBodyAsString();
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
    Instant start = time.instant();

    Instant retryAt = failureOf(this::read).retryAt().orElseThrow();

    assertThat(retryAt).isBetween(start, time.instant().plusSeconds(mostSeconds));
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

  private static ResponseDefinitionBuilder unauthorized() {
    return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        .withHeader(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
  }
}
