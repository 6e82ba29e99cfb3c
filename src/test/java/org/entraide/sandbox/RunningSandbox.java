package org.entraide.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The sandbox as people start it: one process, with the daemon as another one. */
@NullMarked
public final class RunningSandbox implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path temporary;
  private final long begun;

  private RunningSandbox(Process process, Path temporary, long begun) {
    this.process = process;
    this.temporary = temporary;
    this.begun = begun;
  }

  /**
   * Starts one as {@code bin/entraide} does.
   *
   * @param directory for what it writes; empty
   */
  public static RunningSandbox start(int people, Path directory) throws IOException {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/env"))) {
      // a shell that runs tests in the background ignores Ctrl-C, and children inherit that
      command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            "org.entraide.Main",
            "sandbox",
            "--port",
            "0",
            "--people",
            "" + people));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(directory.resolve("stderr").toFile()).start();
    return new RunningSandbox(process, temporary, begun);
  }

  /** Waits until it says where it is; returns that. */
  public String root() throws IOException {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      return String.valueOf(output.readLine());
    }
  }

  /** Since it was started. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Processes that it started and that live. */
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Files and directories that it has made for itself and not removed. */
  public List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("entraide-sandbox-"))
          .toList();
    }
  }

  /** Presses Ctrl-C, waits for its end and returns how long that took. */
  public Duration interrupt() throws IOException, InterruptedException {
    long pressed = System.nanoTime();
    new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The sandbox goes on after Ctrl-C.");
    }
    return Duration.ofNanos(System.nanoTime() - pressed);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
