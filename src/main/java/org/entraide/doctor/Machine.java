package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.FileNames;
import org.entraide.config.MetricsSettings;
import org.entraide.text.Texts;

/** Examines the machine: versions, encoding, room on the disk, the service, the port of metrics. */
public final class Machine {

  private static final long MEGABYTE = 1024L * 1024;

  /** A journal grows by some megabytes a year; a write-ahead log needs a few at once. */
  private static final long TOO_LITTLE = 20 * MEGABYTE;

  private static final long LITTLE = 200 * MEGABYTE;

  private static final String SERVICE = "service";

  private final Host host;

  public Machine(Host host) {
    this.host = host;
  }

  /**
   * What runs here.
   *
   * @param program its name and version
   * @param zone of the machine's clock
   */
  public List<DoctorFinding> versions(String program, ZoneId zone) {
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.good(
            "versions",
            "%s, Java %s (%s), %s %s %s, time zone %s"
                .formatted(
                    program,
                    host.property("java.version"),
                    host.property("java.vendor"),
                    host.property("os.name"),
                    host.property("os.version"),
                    host.property("os.arch"),
                    zone)));
    FileNames.trouble(host.property("sun.jnu.encoding"))
        .map(
            trouble ->
                DoctorFinding.warning(
                    "locale",
                    Texts.english().format(trouble),
                    Texts.english().get("config.names.fix")))
        .ifPresent(findings::add);
    return findings;
  }

  /**
   * How much room is left.
   *
   * @param directory where something is kept; it need not exist yet
   */
  public DoctorFinding disk(String about, Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return disk(about, directory, host.usableBytes(there));
    } catch (IOException e) {
      return DoctorFinding.warning(
          about,
          "how much room is left at " + directory + " cannot be told",
          "Run: df -h " + there);
    }
  }

  private static DoctorFinding disk(String about, Path directory, long bytes) {
    String left = String.format(Locale.ROOT, "%,d MB are left at %s", bytes / MEGABYTE, directory);
    String fix = "Free some there; what fills it: du -xh / | sort -h | tail";
    if (bytes < TOO_LITTLE) {
      return DoctorFinding.bad(about, left, fix, DoctorFinding.Consequence.FAILURE);
    }
    return bytes < LITTLE
        ? DoctorFinding.warning(about, left, fix)
        : DoctorFinding.good(about, left);
  }

  /**
   * Whether a daemon is at work, and whether it comes back after the machine starts.
   *
   * @param holder of the state directory: a process at work
   */
  public List<DoctorFinding> service(Optional<String> holder) {
    List<DoctorFinding> findings = new ArrayList<>();
    String running = holder.map(it -> "a daemon is at work (" + it + ")").orElse("no daemon runs");
    Map<String, String> unit = unit("entraide.service");
    Map<String, String> timer = unit("entraide-once.timer");
    if (isAtWork(timer) && !isAtWork(unit)) {
      findings.add(timer(timer, running));
    } else if (unit.isEmpty()) {
      findings.add(
          DoctorFinding.good(SERVICE, running + "; systemd does not look after this machine"));
    } else if (unit.getOrDefault("LoadState", "").equals("not-found")) {
      findings.add(
          DoctorFinding.good(
              SERVICE, running + "; systemd knows no entraide.service on this machine"));
    } else {
      findings.add(unit(unit, running));
    }
    if (host.environment().containsKey("INVOCATION_ID")) {
      String suffix = host.environment().containsKey("NOTIFY_SOCKET") ? "; it hears from us" : "";
      findings.add(DoctorFinding.good(SERVICE, "systemd started this command" + suffix));
    }
    return findings;
  }

  private Map<String, String> unit(String name) {
    return host.unit(name).map(Machine::properties).orElse(Map.of());
  }

  private static boolean isAtWork(Map<String, String> unit) {
    return Set.of("active", "activating").contains(unit.getOrDefault("ActiveState", ""));
  }

  private static DoctorFinding timer(Map<String, String> timer, String running) {
    String state =
        "entraide-once.timer is %s (%s); %s"
            .formatted(
                timer.getOrDefault("ActiveState", "unknown"),
                timer.getOrDefault("SubState", "unknown"),
                running);
    return timer.getOrDefault("UnitFileState", "").equals("disabled")
        ? DoctorFinding.warning(
            SERVICE,
            state + "; it does not come back when the machine starts",
            "Run: sudo systemctl enable entraide-once.timer")
        : DoctorFinding.good(SERVICE, state);
  }

  private static DoctorFinding unit(Map<String, String> unit, String running) {
    String active = unit.getOrDefault("ActiveState", "unknown");
    String enabled = unit.getOrDefault("UnitFileState", "");
    String state =
        "entraide.service is %s (%s), restarted %s times; %s"
            .formatted(
                active,
                unit.getOrDefault("SubState", "unknown"),
                unit.getOrDefault("NRestarts", "0"),
                running);
    if (active.equals("failed")) {
      return DoctorFinding.bad(
          SERVICE,
          state + "; the last end: " + unit.getOrDefault("Result", "unknown"),
          "Read why: journalctl -u entraide -n 50; then: sudo systemctl restart entraide",
          DoctorFinding.Consequence.FAILURE);
    }
    if (!isAtWork(unit)) {
      return DoctorFinding.warning(
          SERVICE, state, "Start it: sudo systemctl enable --now entraide");
    }
    return enabled.equals("disabled")
        ? DoctorFinding.warning(
            SERVICE,
            state + "; it does not come back when the machine starts",
            "Run: sudo systemctl enable entraide")
        : DoctorFinding.good(SERVICE, state);
  }

  /** {@code KEY=VALUE} a line. */
  private static Map<String, String> properties(String text) {
    Map<String, String> properties = new HashMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> properties.put(pair[0], pair[1]));
    return properties;
  }

  /**
   * Whether metrics can be served.
   *
   * @param daemon whether one is at work, which then has the port
   */
  public DoctorFinding metrics(MetricsSettings settings, boolean daemon) {
    String at = settings.host() + ", port " + settings.port();
    return host.obstacle(settings.host(), settings.port())
        .map(
            why ->
                daemon
                    ? DoctorFinding.good(
                        "metrics", at + " is in use, as it should be by the daemon")
                    : DoctorFinding.bad(
                        "metrics",
                        "nothing can be served at " + at + ": " + why,
                        "See who has it: ss -ltnp 'sport = :%d'; stop that, write another port at"
                                .formatted(settings.port())
                            + " [metrics] listen, or leave [metrics] out",
                        DoctorFinding.Consequence.FAILURE))
        .orElseGet(() -> DoctorFinding.good("metrics", at + " is free"));
  }
}
