package org.entraide.google;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.build.Stories;
import org.entraide.google.wire.FaultsFixture;
import org.entraide.google.wire.Wires;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again where no clear answer came. */
@Stories(few = 10)
class RepeatedRequestsTest extends FaultsFixture {

  private static final Duration SHORT = Duration.ofMillis(300);

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
    var mailbox = at(google.port(), SHORT).mailbox(Offices.DELEGATE);
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
        "400|invalid_grant|Invalid email or User ID|Check the delegate’s address",
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
            URI.create("http://127.0.0.1:" + google.port() + "/"),
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

  private static ResponseDefinitionBuilder html(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html; charset=UTF-8")
        .withBody("<!DOCTYPE html><title>Error (Server Error)!!1</title>");
  }
}
