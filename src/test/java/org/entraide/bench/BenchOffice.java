package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.record.RequestLog;
import org.entraide.sandbox.sample.SampleCampaign;

/** The sample campaign on an office in this process, over real HTTP, with a daemon's files. */
final class BenchOffice implements AutoCloseable {

  private static final long SEED = 1;

  /** When the form opened: the sample's answers span ten days and a little more. */
  private static final Duration AGE = Duration.ofDays(13);

  private final RequestLog log;
  private final OfficeServer server;
  private final Path directory;

  private BenchOffice(RequestLog log, OfficeServer server, Path directory) {
    this.log = log;
    this.server = server;
    this.directory = directory;
  }

  /** Opens one in which so many people have answered and nobody has looked yet. */
  static BenchOffice open(int people) throws IOException {
    return open(1, people);
  }

  /** Opens one of several campaigns, each of so many people. */
  static BenchOffice open(int campaigns, int people) throws IOException {
    InstantSource clock = SystemEdge.clock();
    SampleOffice sample =
        SampleOffice.of(
            campaigns,
            SampleCampaign.generate(people, SEED, clock.instant().minus(AGE)),
            clock,
            SystemEdge.random(),
            List.of());
    OfficeServer server =
        OfficeServer.start(sample.office(), 0, pause -> SystemEdge.sleeper().sleep(pause));
    Path directory = Files.createTempDirectory("entraide-bench-");
    Path credentials =
        Files.createFile(
            directory.resolve("credentials.json"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(credentials, sample.credentials(server.root()));
    // one delegate's mailbox, and what may be asked of it in a minute, is for all of them
    String waiting = campaigns == 1 ? "" : "\nmax_waiting_drafts = 10";
    Files.writeString(
        directory.resolve("entraide.toml"),
        SampleOffice.configuration(server.root(), campaigns)
            .replace("poll = \"2s\"", "poll = \"" + 2 * campaigns + "s\"" + waiting));
    return new BenchOffice(sample.office().log(), server, directory);
  }

  /** People whose answer lacks something are asked by a draft, or nobody is. */
  void asking(boolean asks) throws IOException {
    String before = Files.readString(configuration()).replaceAll("(?m)^question_drafts = .*\n", "");
    Files.writeString(
        configuration(),
        before.replaceAll("(?m)^poll = ", "question_drafts = " + asks + "\npoll = "));
  }

  Path configuration() {
    return directory.resolve("entraide.toml");
  }

  /** Where the daemon's standard error goes. */
  Path daemonLog() {
    return directory.resolve("daemon.log");
  }

  /** What was asked so far, by kind. */
  Map<String, Integer> requests() {
    return log.counts();
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
