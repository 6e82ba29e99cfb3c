package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.config.FileNames;
import org.entraide.config.MetricsSettings;
import org.entraide.journal.sqlite.JournalPlace;
import org.entraide.text.Message;

/** Examines the machine: versions, encoding, room on the disk, the service, the port of metrics. */
public final class Machine {

  private static final long MEGABYTE = 1024L * 1024;

  /** A journal grows by some megabytes a year; a write-ahead log needs a few at once. */
  private static final long TOO_LITTLE = 20 * MEGABYTE;

  private static final long LITTLE = 200 * MEGABYTE;

  private static final Message SERVICE = Message.of("doctor.about.service");
  private static final Message METRICS = Message.of("doctor.about.metrics");

  /** As the lock of a state directory names a process. */
  private static final Pattern HOLDER = Pattern.compile("pid (\\d+)(?:, since (\\S+))?");

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
            Message.of("doctor.about.versions"),
            Message.of("doctor.versions")
                .with("program", program)
                .with("java", host.property("java.version"))
                .with("vendor", host.property("java.vendor"))
                .with(
                    "system",
                    "%s %s %s"
                        .formatted(
                            host.property("os.name"),
                            host.property("os.version"),
                            host.property("os.arch")))
                .with("zone", zone.toString())));
    FileNames.trouble(host.property("sun.jnu.encoding"))
        .map(
            trouble ->
                DoctorFinding.warning(
                    Message.of("doctor.about.locale"), trouble, Message.of("config.names.fix")))
        .ifPresent(findings::add);
    return findings;
  }

  /**
   * How much room is left.
   *
   * @param directory where something is kept; it need not exist yet
   */
  public DoctorFinding disk(Message about, Path directory) {
    Path existing = JournalPlace.existing(directory);
    try {
      return disk(about, directory, host.usableBytes(existing));
    } catch (IOException e) {
      return DoctorFinding.warning(
          about,
          Message.of("doctor.disk.unknown").with("directory", directory.toString()),
          FileModes.command("df -h " + existing));
    }
  }

  /**
   * Whether a SQLite journal would lie on another machine's disk.
   *
   * @param directory it need not exist yet
   */
  public Optional<DoctorFinding> network(Path directory) {
    return JournalPlace.onNetwork(directory, host::fileSystem)
        .map(
            place ->
                DoctorFinding.warning(
                    Message.of("doctor.about.journal"), place.cause(), place.fix()));
  }

  private static DoctorFinding disk(Message about, Path directory, long bytes) {
    Message left =
        Message.of("doctor.disk.left")
            .with("megabytes", bytes / MEGABYTE)
            .with("directory", directory.toString());
    Message fix = Message.of("doctor.disk.left.fix").with("command", "du -xh / | sort -h | tail");
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
    Message running = holder.map(Machine::atWork).orElse(Message.of("doctor.service.none"));
    Map<String, String> unit = unit("entraide.service");
    Map<String, String> timer = unit("entraide-once.timer");
    if (isAtWork(timer) && !isAtWork(unit)) {
      findings.add(timer(timer, running));
    } else if (unit.isEmpty()) {
      findings.add(
          DoctorFinding.good(
              SERVICE, Message.of("doctor.service.unmanaged").with("running", running)));
    } else if (unit.getOrDefault("LoadState", "").equals("not-found")) {
      findings.add(
          DoctorFinding.good(
              SERVICE, Message.of("doctor.service.not_installed").with("running", running)));
    } else {
      findings.add(unit(unit, running));
    }
    if (host.environment().containsKey("INVOCATION_ID")) {
      findings.add(
          DoctorFinding.good(
              SERVICE,
              Message.of(
                  host.environment().containsKey("NOTIFY_SOCKET")
                      ? "doctor.service.started.heard"
                      : "doctor.service.started")));
    }
    return findings;
  }

  private static Message atWork(String holder) {
    Matcher process = HOLDER.matcher(holder);
    if (!process.matches()) {
      return Message.of("doctor.service.held").with("holder", holder);
    }
    Message running = Message.of("doctor.service.running").with("pid", process.group(1));
    return process.group(2) == null
        ? running
        : Message.of("doctor.service.running_since")
            .with("pid", process.group(1))
            .with("since", process.group(2));
  }

  private Map<String, String> unit(String name) {
    return host.unit(name).map(Machine::properties).orElse(Map.of());
  }

  private static boolean isAtWork(Map<String, String> unit) {
    return Set.of("active", "activating").contains(unit.getOrDefault("ActiveState", ""));
  }

  private static DoctorFinding timer(Map<String, String> timer, Message running) {
    Message state =
        Message.of("doctor.service.timer")
            .with("active", said(timer, "ActiveState"))
            .with("sub", said(timer, "SubState"))
            .with("running", running);
    return comesBack(timer, state, "entraide-once.timer");
  }

  private static DoctorFinding unit(Map<String, String> unit, Message running) {
    Message state =
        Message.of("doctor.service.unit")
            .with("active", said(unit, "ActiveState"))
            .with("sub", said(unit, "SubState"))
            .with("restarts", unit.getOrDefault("NRestarts", "0"))
            .with("running", running);
    if (unit.getOrDefault("ActiveState", "").equals("failed")) {
      return DoctorFinding.bad(
          SERVICE,
          Message.of("doctor.service.failed")
              .with("state", state)
              .with("result", said(unit, "Result")),
          Message.of("doctor.service.failed.fix"),
          DoctorFinding.Consequence.FAILURE);
    }
    if (!isAtWork(unit)) {
      return DoctorFinding.warning(SERVICE, state, Message.of("doctor.service.start"));
    }
    return comesBack(unit, state, "entraide");
  }

  private static DoctorFinding comesBack(Map<String, String> unit, Message state, String name) {
    return unit.getOrDefault("UnitFileState", "").equals("disabled")
        ? DoctorFinding.warning(
            SERVICE,
            Message.of("doctor.service.stays_off").with("state", state),
            FileModes.command("sudo systemctl enable " + name))
        : DoctorFinding.good(SERVICE, state);
  }

  /** In systemd's words. */
  private static Object said(Map<String, String> unit, String key) {
    String word = unit.getOrDefault(key, "");
    return word.isEmpty() ? Message.of("doctor.service.unsaid") : word;
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
    Message at =
        Message.of("doctor.metrics.at")
            .with("host", settings.host())
            .with("port", String.valueOf(settings.port()));
    return host.obstacle(settings.host(), settings.port())
        .map(
            why ->
                daemon
                    ? DoctorFinding.good(
                        METRICS, Message.of("doctor.metrics.in_use").with("at", at))
                    : DoctorFinding.bad(
                        METRICS,
                        Message.of("doctor.metrics.taken").with("at", at).with("why", why),
                        Message.of("doctor.metrics.taken.fix")
                            .with("command", "ss -ltnp 'sport = :" + settings.port() + "'"),
                        DoctorFinding.Consequence.FAILURE))
        .orElseGet(
            () -> DoctorFinding.good(METRICS, Message.of("doctor.metrics.free").with("at", at)));
  }
}
