package org.entraide.doctor;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.send.AlertDelivery;
import org.entraide.config.AlertSettings;

/**
 * Examines whom the configuration says to tell that a person must act. Of addresses only the host
 * is shown: who knows the rest can write there.
 */
public final class AlertsVisit {

  private static final String ALERTS = "alerts";

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
    host("webhook", settings.webhook()).ifPresent(findings::add);
    host("heartbeat", settings.heartbeat()).ifPresent(findings::add);
    if (settings.webhook().isPresent() || settings.heartbeat().isPresent()) {
      FileModes.addresses(ALERTS, file).ifPresent(findings::add);
    }
    return findings;
  }

  private static DoctorFinding program(Path program) {
    if (!Files.isRegularFile(program)) {
      return DoctorFinding.warning(
          ALERTS,
          "there is no program " + program,
          "Write where it is at [alerts] command; a path is relative to the configuration file");
    }
    return Files.isExecutable(program)
        ? DoctorFinding.good(ALERTS, "command " + program)
        : DoctorFinding.warning(
            ALERTS,
            program + " is no program that this user can run",
            "Run: chmod a+rx " + program);
  }

  private static Optional<DoctorFinding> host(String key, Optional<URI> address) {
    return address.map(it -> DoctorFinding.good(ALERTS, key + " at " + it.getHost()));
  }

  /**
   * What became of a test.
   *
   * @param deliveries by receiver
   */
  public static List<DoctorFinding> tested(Map<String, AlertDelivery> deliveries) {
    List<DoctorFinding> findings = new ArrayList<>();
    deliveries.forEach((receiver, delivery) -> findings.add(tested(receiver, delivery)));
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.warning(
              ALERTS,
              "nobody takes alerts, so no test was sent",
              "Write command or webhook under [alerts]; see docs/administration.md"));
    }
    return findings;
  }

  private static DoctorFinding tested(String receiver, AlertDelivery delivery) {
    String cause = "the %s did not take a test: %s".formatted(receiver, delivery.why());
    return switch (delivery.outcome()) {
      case TAKEN -> DoctorFinding.good(ALERTS, "the " + receiver + " took a test");
      case REFUSED, UNKNOWN ->
          DoctorFinding.bad(
              ALERTS,
              cause,
              receiver.equals("command")
                  ? "Run it by hand as the daemon's user, with {} on its standard input"
                  : "Check its address at [alerts] webhook, and that this machine reaches it",
              DoctorFinding.Consequence.FAILURE);
    };
  }
}
