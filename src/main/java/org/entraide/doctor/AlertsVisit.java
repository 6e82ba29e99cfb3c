package org.entraide.doctor;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.FailingReceiver;
import org.entraide.alert.send.AlertDelivery;
import org.entraide.config.AlertSettings;
import org.entraide.text.Message;

/**
 * Examines whom the configuration says to tell that a person must act. Of addresses only the host
 * is shown: who knows the rest can write there.
 */
public final class AlertsVisit {

  private static final Message ALERTS = Message.of("doctor.about.alerts");

  private AlertsVisit() {}

  /**
   * Without sending anything.
   *
   * @param file of the configuration, in which addresses are
   */
  public static List<DoctorFinding> configured(AlertSettings settings, Path file) {
    List<DoctorFinding> findings = new ArrayList<>();
    if (!settings.command().isEmpty()) {
      findings.add(program(Path.of(settings.command().get(0))));
    }
    host("doctor.alerts.webhook", settings.webhook()).ifPresent(findings::add);
    host("doctor.alerts.heartbeat", settings.heartbeat()).ifPresent(findings::add);
    if (settings.webhook().isPresent() || settings.heartbeat().isPresent()) {
      FileModes.addresses(ALERTS, file).ifPresent(findings::add);
    }
    return findings;
  }

  private static DoctorFinding program(Path program) {
    if (!Files.isRegularFile(program)) {
      return DoctorFinding.warning(
          ALERTS, of("doctor.alerts.absent", program), Message.of("doctor.alerts.absent.fix"));
    }
    return Files.isExecutable(program)
        ? DoctorFinding.good(ALERTS, of("doctor.alerts.command", program))
        : DoctorFinding.warning(
            ALERTS,
            of("doctor.alerts.not_runnable", program),
            FileModes.command("chmod a+rx " + program));
  }

  private static Message of(String key, Path program) {
    return Message.of(key).with("program", program.toString());
  }

  private static Optional<DoctorFinding> host(String key, Optional<URI> address) {
    return address.map(
        it -> DoctorFinding.good(ALERTS, Message.of(key).with("host", it.getHost())));
  }

  /**
   * The outcome of a test.
   *
   * @param deliveries by receiver
   */
  public static List<DoctorFinding> tested(Map<String, AlertDelivery> deliveries) {
    List<DoctorFinding> findings = new ArrayList<>();
    deliveries.forEach((receiver, delivery) -> findings.add(tested(receiver, delivery)));
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.warning(
              ALERTS, Message.of("doctor.alerts.nobody"), Message.of("doctor.alerts.nobody.fix")));
    }
    return findings;
  }

  /**
   * Those that failed while the daemon sent, and not only once.
   *
   * @param tested by receiver, those of which a test says more
   */
  public static List<DoctorFinding> failing(
      List<FailingReceiver> receivers, Map<String, AlertDelivery> tested) {
    return receivers.stream()
        .filter(it -> !tested.containsKey(it.receiver()))
        .map(
            it ->
                DoctorFinding.warning(
                    ALERTS,
                    Message.of("doctor.alerts.failing")
                        .with("receiver", it.receiver())
                        .with("why", it.why()),
                    cure(it.receiver())))
        .toList();
  }

  private static Message cure(String receiver) {
    return switch (receiver) {
      case "command" -> Message.of("doctor.alerts.command.fix").with("input", "{}");
      case "heartbeat" -> Message.of("doctor.alerts.heartbeat.fix");
      default -> Message.of("doctor.alerts.webhook.fix");
    };
  }

  private static DoctorFinding tested(String receiver, AlertDelivery delivery) {
    return switch (delivery.outcome()) {
      case TAKEN ->
          DoctorFinding.good(ALERTS, Message.of("doctor.alerts.taken").with("receiver", receiver));
      case REFUSED, UNKNOWN ->
          DoctorFinding.bad(
              ALERTS,
              Message.of("doctor.alerts.refused")
                  .with("receiver", receiver)
                  .with("why", delivery.words()),
              cure(receiver),
              DoctorFinding.Consequence.FAILURE);
    };
  }
}
