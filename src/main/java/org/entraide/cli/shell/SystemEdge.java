package org.entraide.cli.shell;

import com.google.common.hash.Hashing;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.entraide.progress.Progress;
import org.entraide.resilience.Sleeper;

/** The one place where the real clock, real randomness and the real terminal come from. */
public final class SystemEdge {

  /** The property by which the sandbox has its daemon live later than the machine: ISO 8601. */
  public static final String AHEAD = "entraide.clock.ahead";

  /**
   * The property by which the sandbox has its daemon look often, however long nothing happened:
   * somebody sits before it, and waits for what they answered. ISO 8601.
   */
  public static final String QUIETEST = "entraide.pace.quietest";

  private static final int IDENTITY_DIGITS = 8;

  private static final WatchedOutput OUTPUT =
      new WatchedOutput(new FileOutputStream(FileDescriptor.out));

  private SystemEdge() {}

  public static InstantSource clock() {
    String ahead = System.getProperty(AHEAD);
    return ahead == null
        ? InstantSource.system()
        : Clock.offset(Clock.systemUTC(), Duration.parse(ahead));
  }

  /** The longest wait between two looks at a campaign where nothing happens, where one is given. */
  public static Optional<Duration> quietest() {
    return Optional.ofNullable(System.getProperty(QUIETEST)).map(Duration::parse);
  }

  /**
   * Nanoseconds since some moment: a clock that nobody sets back, to measure how long things take.
   */
  public static LongSupplier ticks() {
    return System::nanoTime;
  }

  /** Randomness that nobody can guess: references and tokens come from it. */
  public static RandomGenerator random() {
    return new SecureRandom();
  }

  public static Sleeper sleeper() {
    return pause -> Thread.sleep(pause.toMillis());
  }

  /**
   * What distinguishes this installation from any other that works on the same sheets: a hash of
   * the machine and of its state directory, which a loss of that directory's contents does not
   * change.
   */
  public static String identity(Path stateDirectory) {
    return identity(machine() + " " + stateDirectory.toAbsolutePath().normalize());
  }

  /**
   * Returns the identity that follows from a text: its hash.
   *
   * @param place what distinguishes one installation from another
   */
  public static String identity(String place) {
    return Hashing.sha256()
        .hashString(place, StandardCharsets.UTF_8)
        .toString()
        .substring(0, IDENTITY_DIGITS);
  }

  /** A name that nothing else ever had. */
  public static String unique() {
    return UUID.randomUUID().toString();
  }

  /** This process for people: which machine and which number. */
  public static String process() {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElseGet(SystemEdge::host);
    return host + " (pid " + ProcessHandle.current().pid() + ")";
  }

  private static String host() {
    try {
      return Files.readString(Path.of("/etc/hostname")).strip();
    } catch (IOException e) {
      return "a machine without a name";
    }
  }

  private static String machine() {
    try {
      return Files.readString(Path.of("/etc/machine-id")).strip();
    } catch (IOException e) {
      String host = System.getenv("HOSTNAME"); // a container or another system: its name must do
      return host == null ? "" : host;
    }
  }

  /** Whether standard error is a terminal: the starter knows, Java does not. */
  static boolean hasTerminal() {
    return Boolean.getBoolean("entraide.terminal") && !"dumb".equals(System.getenv("TERM"));
  }

  /** Whether standard input is a terminal: the starter knows, Java does not. */
  public static boolean inputIsTerminal() {
    return Boolean.getBoolean("entraide.input.terminal");
  }

  /** Lines from standard input. */
  public static BufferedReader lines() {
    return new BufferedReader(
        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
  }

  /**
   * Opens an address in the person's browser, where this machine has a desktop; never says whether
   * it did.
   */
  public static void browse(URI address) {
    boolean desktop =
        Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .map(System::getenv)
            .anyMatch(value -> value != null && !value.isEmpty());
    if (desktop) {
      try {
        new ProcessBuilder("xdg-open", address.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        // no such program: the address is on the terminal
      }
    }
  }

  /** Whether colours are wanted; see no-color.org. */
  static boolean hasColour() {
    return hasColour(System.getenv(), true);
  }

  /** Whether data on standard output may have colours: on a terminal alone. */
  public static boolean hasColourOnOutput() {
    return hasColour(System.getenv(), Boolean.getBoolean("entraide.output.terminal"));
  }

  /** Where systemd put the secrets of this process; empty where it did not. */
  public static Optional<Path> credentials() {
    return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of);
  }

  /** The variables of this process's environment. */
  public static Map<String, String> environment() {
    return System.getenv();
  }

  /** Whether colours are wanted and seen; see no-color.org. */
  public static boolean hasColour(Map<String, String> environment, boolean terminal) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Has loggers that are made from now on say more; see logback.xml, which reads these. */
  public static void logMore() {
    System.setProperty("entraide.log.level", "DEBUG");
    System.setProperty("entraide.log.trace", "%ex");
  }

  /** Standard output and error, always in UTF-8: a service's locale is often plain C. */
  public static Console console() {
    return new Console(
        writer(OUTPUT), writer(new FileOutputStream(FileDescriptor.err)), Progress.NONE, spoken());
  }

  /** The starter knows the locale: it gives Java one that can hold every letter. */
  private static SpokenLanguage spoken() {
    return SpokenLanguage.of(
        Optional.ofNullable(System.getProperty("entraide.locale"))
            .orElseGet(() -> SpokenLanguage.messages(System.getenv())));
  }

  private static PrintWriter writer(OutputStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
  }

  /** Whether standard output is a pipe that nobody reads any more. */
  static boolean hasReaderLeft() {
    return OUTPUT.isClosedByReader();
  }
}
