package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entraide.alert.FailingReceiver;
import org.entraide.alert.send.AlertDelivery;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

class AlertsVisitTest {

  private static final List<FailingReceiver> FAILING =
      List.of(
          new FailingReceiver("command", Instant.EPOCH, Message.of("doctor.alerts.why.killed")),
          new FailingReceiver("webhook", Instant.EPOCH, Message.plain("HTTP 500")),
          new FailingReceiver("heartbeat", Instant.EPOCH, Message.plain("HTTP 404")));

  @Test
  void aReceiverThatFailsIsAWarningWithItsCureInBothLanguages() {
    for (String language : List.of("fr", "en")) {
      Texts texts = Texts.of(language);
      List<DoctorFinding> findings = AlertsVisit.failing(FAILING, Map.of());

      assertThat(findings).hasSize(3);
      assertThat(findings)
          .extracting(it -> it.words().in(texts).text())
          .allSatisfy(it -> assertThat(it).isNotBlank().doesNotContain("null", "doctor."));
      assertThat(findings.get(1).words().in(texts).text()).contains("webhook", "HTTP 500");
    }
  }

  @Test
  void whatATestSaysIsNotSaidAgain() {
    Map<String, AlertDelivery> tested =
        Map.of(
            "webhook", new AlertDelivery(AlertDelivery.Outcome.TAKEN, Message.plain("")),
            "command", new AlertDelivery(AlertDelivery.Outcome.REFUSED, Message.plain("HTTP 1")));

    assertThat(AlertsVisit.failing(FAILING, tested))
        .extracting(it -> it.words().in(Texts.english()).text())
        .singleElement()
        .asString()
        .contains("heartbeat has not taken what was sent last: HTTP 404");
  }
}
