package org.entraide.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.entraide.journal.sqlite.JournalPlace;

/** This very machine. */
public final class SystemHost implements Host {

  /** What shows that systemd is at work: sd_booted(3). */
  private static final Path SYSTEMD = Path.of("/run/systemd/system");

  private static final int PATIENCE_SECONDS = 5;
  private static final List<String> SHOW =
      List.of(
          "systemctl",
          "show",
          "--property=LoadState,ActiveState,SubState,UnitFileState,Result,NRestarts");

  /** Tries to listen at an address. */
  @FunctionalInterface
  public interface Listening {

    /** Why nothing could be served there; empty where something could. */
    Optional<String> obstacle(String host, int port);
  }

  private final Map<String, String> environment;
  private final Listening listening;

  /**
   * @param environment of this process
   * @param listening for anybody who may use the network
   */
  public SystemHost(Map<String, String> environment, Listening listening) {
    this.environment = Map.copyOf(environment);
    this.listening = listening;
  }

  @Override
  public long usableBytes(Path path) throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  @Override
  public String fileSystem(Path path) throws IOException {
    return JournalPlace.Types.OF_THIS_MACHINE.of(path);
  }

  @Override
  public String property(String key) {
    return System.getProperty(key, "");
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Optional<String> unit(String name) {
    return Files.isDirectory(SYSTEMD) ? show(name) : Optional.empty();
  }

  private static Optional<String> show(String name) {
    List<String> command = new ArrayList<>(SHOW);
    command.add(name);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no systemctl here: then there is nobody to ask
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> obstacle(String host, int port) {
    return listening.obstacle(host, port);
  }
}
