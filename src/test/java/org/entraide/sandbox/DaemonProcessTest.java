package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
@Tag("process")
class DaemonProcessTest {

  /** Any program that goes on until it is stopped will do. */
  private static final DaemonCommand FOR_EVER =
      new DaemonCommand(List.of("sleep", "600"), Map.of());

  @TempDir private Path directory;

  private Path log() {
    return directory.resolve("daemon.log");
  }

  @Test
  void aKilledDaemonIsDeadUntilItIsStartedAgain() throws IOException {
    try (DaemonProcess daemon = new DaemonProcess(() -> FOR_EVER, log())) {
      daemon.start();
      assertThat(daemon.state()).isEqualTo(DaemonProcess.State.RUNNING);

      daemon.kill();
      assertThat(daemon.state()).isEqualTo(DaemonProcess.State.DEAD);
      assertThat(daemon.exitCode()).isPresent();

      daemon.start();
      assertThat(daemon.state()).isEqualTo(DaemonProcess.State.RUNNING);
    }
  }

  @Test
  void aPausedDaemonIsNoDeadOne() throws IOException {
    try (DaemonProcess daemon = new DaemonProcess(() -> FOR_EVER, log())) {
      daemon.start();
      daemon.pause();

      assertThat(daemon.state()).isEqualTo(DaemonProcess.State.PAUSED);
    }
  }

  /**
   * As bin/entraide does it: for the C library, what was measured, unless somebody said otherwise.
   */
  @Test
  void theChildGetsTheVariablesOfItsCommandUnlessTheyAreSet() throws Exception {
    DaemonCommand telling =
        new DaemonCommand(
            List.of("sh", "-c", "echo \"$MALLOC_OF_THE_TEST $PATH\""),
            Map.of("MALLOC_OF_THE_TEST", "1", "PATH", "nowhere"));
    try (DaemonProcess daemon = new DaemonProcess(() -> telling, log())) {
      daemon.start();
      while (daemon.exitCode().isEmpty()) {
        Thread.onSpinWait();
      }
    }

    assertThat(Files.readString(log())).isEqualTo("1 " + System.getenv("PATH") + "\n");
  }

  @Test
  void startingTwiceStartsOneProcess() throws IOException {
    try (DaemonProcess daemon = new DaemonProcess(() -> FOR_EVER, log())) {
      daemon.start();
      daemon.start();
      daemon.pause();

      assertThat(daemon.state()).isEqualTo(DaemonProcess.State.PAUSED);
    }
  }
}
