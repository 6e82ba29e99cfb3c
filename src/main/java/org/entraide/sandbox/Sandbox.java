package org.entraide.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.http.LocalServers;
import org.entraide.sandbox.page.PagePeople;
import org.entraide.sandbox.page.PageToken;
import org.entraide.sandbox.page.SameOrigin;

/** Sample campaigns on an embedded office, with a daemon in a process beside it. */
public final class Sandbox implements AutoCloseable {

  private static final String DAEMON_LOG = "daemon.log";
  private static final String OAUTH_CLIENT = "oauth-client.json";

  private final SampleOffice sample;
  private final OfficeServer server;
  private final DaemonProcess daemon;
  private final LongTasks tasks;
  private final Path configuration;

  private Sandbox(
      SampleOffice sample,
      OfficeServer server,
      DaemonProcess daemon,
      LongTasks tasks,
      Path configuration) {
    this.sample = sample;
    this.server = server;
    this.daemon = daemon;
    this.tasks = tasks;
    this.configuration = configuration;
  }

  /**
   * How to play.
   *
   * @param port 0 for any free one
   * @param people how many answer each campaign's form
   * @param languages of the campaigns, {@code fr} or {@code en}; at least one
   * @param directory where its files go; must exist
   */
  public record Options(int port, int people, long seed, List<String> languages, Path directory) {
    public Options {
      languages = List.copyOf(languages);
    }

    /** Of the French campaign alone. */
    public Options(int port, int people, long seed, Path directory) {
      this(port, people, seed, List.of(PlayedCampaign.FRENCH.language()), directory);
    }
  }

  /**
   * Opens the office and leaves {@code entraide.toml}, {@code credentials.json} and {@code *
   * oauth-client.json} in the directory; the daemon is not started yet.
   *
   * @param ticks nanoseconds since some moment
   * @param program how the daemon is started
   * @param sleeper waits, for faults that delay
   * @throws IOException if the port is taken or the directory cannot be written
   */
  public static Sandbox open(
      Options options,
      InstantSource clock,
      LongSupplier ticks,
      RandomGenerator random,
      OfficeServer.Sleeper sleeper,
      DaemonProgram program)
      throws IOException {
    DaemonPeople control = new DaemonPeople();
    MovedClock moved = new MovedClock(clock);
    PageToken token = PageToken.fresh(random);
    SampleOffice sample =
        SampleOffice.open(
            options,
            moved,
            clock,
            random,
            List.of(new SameOrigin(token), control, new PagePeople(token)));
    OfficeServer server = OfficeServer.start(sample.office(), options.port(), sleeper);
    Path state = options.directory().resolve("state");
    try {
      forget(state);
      int metrics = LocalServers.freePort();
      Path configuration = write(options, sample, server.root(), metrics);
      LongTasks.DaemonLine line = o -> program.with(configuration, moved.ahead(), o);
      DaemonProcess daemon =
          new DaemonProcess(() -> line.with(List.of()), options.directory().resolve(DAEMON_LOG));
      LongTasks tasks = new LongTasks(daemon, line, moved, () -> forget(state), ticks);
      control.control(
          new DaemonPeople.Controls(
              daemon,
              tasks,
              new DaemonFigures(metrics),
              moved,
              PlayedCampaign.in(options.languages()).stream().map(PlayedCampaign::name).toList()));
      return new Sandbox(sample, server, daemon, tasks, configuration);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** The office begins anew, so that what an earlier daemon remembers is about another world. */
  private static void forget(Path state) throws IOException {
    delete(state, "journal.db*");
    delete(state.resolve("tokens"), "*.json");
  }

  private static void delete(Path directory, String pattern) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path write(Options options, SampleOffice sample, String root, int metrics)
      throws IOException {
    Path directory = options.directory();
    secret(directory.resolve("credentials.json"), sample.credentials(root));
    secret(directory.resolve(OAUTH_CLIENT), SampleOffice.oauthClient(root));
    Path configuration = directory.resolve("entraide.toml");
    Files.writeString(
        configuration,
        SampleOffice.configuration(root, PlayedCampaign.in(options.languages()))
                .replace("[google]\n", "[google]\noauth_client = \"" + OAUTH_CLIENT + "\"\n")
            + "\n[metrics]\nlisten = \"127.0.0.1:"
            + metrics
            + "\"\n");
    return configuration;
  }

  private static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  /** Starts the daemon. */
  public void startDaemon() throws IOException {
    daemon.start();
  }

  /** The page's address, and the root of everything. */
  public String root() {
    return server.root();
  }

  public SampleOffice sample() {
    return sample;
  }

  /** The configuration file for {@code run} and {@code doctor}. */
  public Path configuration() {
    return configuration;
  }

  /** Stops the daemon, then the office. */
  @Override
  public void close() {
    tasks.close();
    daemon.close();
    server.close();
  }
}
