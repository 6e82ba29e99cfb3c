package org.entraide.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailingReceiverTest {

  private static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");
  private static final String PREFIX = "doctor.alerts.why.";

  static Stream<Message> reasons() {
    Stream<Message> plain = Stream.of(Message.plain("HTTP 500"));
    Stream<Message> worded =
        ResourceBundle.getBundle("org.entraide.text.doctor_en").keySet().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(Message::of)
            .map(
                it ->
                    switch (it.key().substring(PREFIX.length())) {
                      case "redirect" -> it.with("status", "302");
                      case "ended" -> it.with("code", "3");
                      default -> it;
                    });
    return Stream.concat(plain, worded);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void whatTheJournalKeepsIsReadAsItWas(Message why) {
    FailingReceiver failing = new FailingReceiver("webhook", NOON, why);

    assertThat(FailingReceiver.parse("webhook", failing.words())).contains(failing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-26T12:00:00Z tomorrow",
        "2020-03-26T12:00:00Z HTTP x",
        "2020-03-26T12:00:00Z HTTP 99999 https://example.org/secret"
      })
  void ofAnotherVersionsReasonNothingIsShown(String words) {
    assertThat(FailingReceiver.parse("webhook", words))
        .contains(new FailingReceiver("webhook", NOON, Message.of(PREFIX + "broken")));
  }

  @Test
  void otherWordsAreNoFailure() {
    assertThat(FailingReceiver.parse("webhook", null)).isEmpty();
    assertThat(FailingReceiver.parse("webhook", "")).isEmpty();
    assertThat(FailingReceiver.parse("webhook", "yesterday late")).isEmpty();
  }

  @Test
  void ofSeveralCampaignsTheFirstFailureIsShownAndOfOtherReceiversNone() {
    FailingReceiver first = new FailingReceiver("webhook", NOON, Message.plain("HTTP 500"));
    FailingReceiver later =
        new FailingReceiver("webhook", NOON.plusSeconds(60), Message.plain("HTTP 404"));
    String subject = FailingReceiver.subject("webhook");
    List<Map<String, String>> alerts =
        List.of(Map.of(subject, later.words()), Map.of(subject, first.words()), Map.of());

    assertThat(
            FailingReceiver.lasting(List.of("command", "webhook"), alerts, NOON.plusSeconds(3600)))
        .containsExactly(first);
    assertThat(FailingReceiver.lasting(List.of("command"), alerts, NOON.plusSeconds(3600)))
        .isEmpty();
    assertThat(FailingReceiver.lasting(List.of("webhook"), alerts, NOON)).isEmpty();
  }

  @Test
  void aFailureThatGoesOnKeepsItsBeginning() {
    FailingReceiver first = new FailingReceiver("webhook", NOON, Message.plain("HTTP 500"));
    FailingReceiver later =
        new FailingReceiver("webhook", NOON.plusSeconds(60), Message.plain("HTTP 404"));

    assertThat(later.after(Optional.of(first)))
        .isEqualTo(new FailingReceiver("webhook", NOON, Message.plain("HTTP 404")));
    assertThat(later.after(Optional.empty())).isEqualTo(later);
  }
}
