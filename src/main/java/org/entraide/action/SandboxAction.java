package org.entraide.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entraide.cli.SandboxCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.sandbox.DaemonCommand;
import org.entraide.sandbox.PlayedCampaign;
import org.entraide.sandbox.Sandbox;
import org.entraide.sandbox.office.record.Recording;
import org.jspecify.annotations.Nullable;

/** What {@code sandbox} does. */
public final class SandboxAction {

  /** Ctrl-C ends the sandbox within two seconds, also while thousands are still answering. */
  private static final Duration PATIENCE = Duration.ofMillis(1200);

  private SandboxAction() {}

  public static int run(SandboxCommand.Options options, Console console)
      throws IOException, InterruptedException {
    boolean temporary = options.state().isEmpty();
    Path directory =
        temporary
            ? Files.createTempDirectory("entraide-sandbox-")
            : Files.createDirectories(options.state().get().toAbsolutePath());
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  if (!await(stopped) && temporary) {
                    deleteAtLast(directory);
                  }
                },
                "shutdown"));
    try {
      play(options, directory, temporary, console, stop);
      return ExitCode.OK;
    } finally {
      if (temporary) {
        delete(directory);
      }
      stopped.countDown();
    }
  }

  private static void play(
      SandboxCommand.Options options,
      Path directory,
      boolean temporary,
      Console console,
      CountDownLatch stop)
      throws IOException, InterruptedException {
    Sandbox.Options plan =
        new Sandbox.Options(
            options.port(),
            options.people(),
            options.seed(),
            options.language().map(List::of).orElse(PlayedCampaign.LANGUAGES),
            directory);
    try (@Nullable Recording recording = recording(options);
        Sandbox sandbox =
            Sandbox.open(
                plan,
                SystemEdge.clock(),
                SystemEdge.ticks(),
                SystemEdge.random(),
                SystemEdge.sleeper()::sleep,
                SandboxAction::daemon)) {
      if (recording != null) {
        sandbox.sample().office().hearing(recording);
      }
      if (stop.getCount() == 0) {
        return;
      }
      sandbox.startDaemon();
      console.out().println(sandbox.root());
      console
          .err()
          .printf(
              "The sandbox is open; press Ctrl-C to end it. Its files are in %s%s.%n"
                  + "  bin/entraide doctor --config %s%n",
              directory, temporary ? ", removed at the end" : "", sandbox.configuration());
      stop.await();
    } catch (BindException e) {
      throw new UserError(
          ExitCode.FAILURE,
          "port %d is taken: end what listens there, or use --port 0 for a free one"
              .formatted(options.port()));
    }
  }

  private static @Nullable Recording recording(SandboxCommand.Options options) throws IOException {
    if (options.record().isEmpty()) {
      return null;
    }
    try {
      return Recording.begin(options.record().get());
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          ExitCode.USAGE, options.record().get() + ": it is there already; name another file");
    }
  }

  /** This very program as a daemon, with the settings of a small machine. */
  private static DaemonCommand daemon(Path configuration, Duration ahead, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaOptions.DAEMON);
    command.add("-D" + SystemEdge.AHEAD + "=" + ahead);
    command.add("-D" + SystemEdge.QUIETEST + "=" + Duration.ZERO);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("org.entraide.Main", "run", "--config", configuration.toString()));
    command.addAll(options);
    return new DaemonCommand(command, JavaOptions.ENVIRONMENT);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing is open yet but the directory, and the program ends as soon as this has. */
  private static void deleteAtLast(Path directory) {
    try {
      delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The directory " + directory + " could not be removed.", e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
