package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class DaemonProcessTest {

  /** Any program that goes on until it is stopped will do. */
  private static final List<String> FOR_EVER = List.of("sleep", "600");

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
