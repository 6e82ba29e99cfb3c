package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is heard beside the requests that are made anyway: who answers, and what time it is. */
class GoogleContactsTest {

  private static final Instant NOW = Instant.parse("2026-11-26T17:00:00Z");
  private static final String SHEETS = "sheets.googleapis.com";

  private final GoogleContacts contacts = new GoogleContacts(InstantSource.fixed(NOW));

  private static IOException unsent(IOException cause) {
    ConnectException unsent = new ConnectException("no connection");
    unsent.initCause(cause);
    return unsent;
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        Arguments.of(
            unsent(new UnknownHostException(SHEETS)),
            "the name sheets.googleapis.com is not found (DNS)",
            "getent hosts sheets.googleapis.com"),
        Arguments.of(
            unsent(new SSLHandshakeException("PKIX path building failed")),
            "no connection to sheets.googleapis.com can be trusted (TLS)",
            "ca-certificates"),
        Arguments.of(
            unsent(new ConnectException("Connection refused")),
            "no answer comes from sheets.googleapis.com",
            "-Dhttps.proxyHost=HOST"),
        Arguments.of(
            new SocketTimeoutException("Read timed out"),
            "no answer comes from sheets.googleapis.com",
            "firewall"));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void whyNobodyAnswersIsToldWithWhatToDo(IOException why, String cause, String fix) {
    contacts.unanswered(SHEETS, why);

    assertThat(contacts.findings())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.about()).isEqualTo(Message.of("doctor.about.network"));
              assertThat(f.consequence()).isEqualTo(DoctorFinding.Consequence.UNREACHABLE);
              FindingWords.FindingText said = f.words().in(Texts.english());
              assertThat(said.cause()).isEqualTo(cause);
              assertThat(said.fix()).contains(fix);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0, GOOD, 'right, by Google’s own'",
    "-10, GOOD, 'right, by Google’s own'",
    "11, WARNING, '11 s ahead of Google’s'",
    "-299, WARNING, '4 min behind Google’s'",
    "300, BAD, '5 min ahead of Google’s, so that it refuses to sign anybody in'",
    "-86400, BAD, '24 h behind Google’s, so that it refuses to sign anybody in'"
  })
  void theClockIsComparedWithGooglesOwn(
      long secondsAhead, DoctorFinding.Grade grade, String cause) {
    contacts.dated(SHEETS, NOW.minusSeconds(secondsAhead));

    DoctorFinding clock = contacts.findings().get(1);
    assertThat(clock.about()).isEqualTo(Message.of("doctor.about.clock"));
    assertThat(clock.grade()).isEqualTo(grade);
    assertThat(clock.words().in(Texts.english()).cause()).isEqualTo(cause);
  }

  @Test
  void theQuickestAnswerTellsTheTime() {
    contacts.dated(SHEETS, NOW.minus(Duration.ofMinutes(1)));
    contacts.dated("gmail.googleapis.com", NOW.minusSeconds(1));

    assertThat(contacts.findings())
        .extracting(finding -> finding.words().in(Texts.english()).text())
        .isEqualTo(
            List.of(
                "answers come from gmail.googleapis.com, sheets.googleapis.com",
                "right, by Google’s own"));
  }

  @Test
  void whereNobodyWasAskedNothingIsSaid() {
    assertThat(contacts.findings()).isEmpty();
  }
}
