package org.entraide.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.journal.LockHolder;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class DaemonLockTest {

  @TempDir Path temp;

  private final List<Process> children = new ArrayList<>();

  @AfterEach
  void endTheOthers() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void theSecondInOneProcessGetsNothingUntilTheFirstIsClosed() {
    try (DaemonLock first = DaemonLock.acquire(temp).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(DaemonLock.acquire(temp)).isEmpty();
      assertThat(DaemonLock.acquire(temp.resolve("../" + temp.getFileName()))).isEmpty();
      assertThat(DaemonLock.conflict(temp))
          .matches(
              "Another daemon \\(pid %d(, since \\S+Z)?\\) holds .*"
                  .formatted(ProcessHandle.current().pid()));
    }

    Optional<DaemonLock> next = DaemonLock.acquire(temp);
    assertThat(next).isPresent();
    next.orElseThrow().close();
    next.orElseThrow().close();
  }

  @Test
  void anotherProcessGetsNothingEvenAfterARefusalInThisOne() throws IOException {
    try (DaemonLock ours = DaemonLock.acquire(temp).orElseThrow()) {
      assertThat(ours).isNotNull();
      assertThat(DaemonLock.acquire(temp)).isEmpty();
      String ourConflict = DaemonLock.conflict(temp);

      assertThat(firstLine(another())).isEqualTo(ourConflict).contains("pid ");
    }
  }

  @Test
  void aProcessThatIsKilledLeavesTheLockFree() throws Exception {
    Process other = another();
    assertThat(firstLine(other)).isEqualTo("holds");
    assertThat(DaemonLock.acquire(temp)).isEmpty();
    assertThat(DaemonLock.conflict(temp)).contains("pid " + other.pid());
    assertThat(DaemonLock.holder(temp).orElseThrow()).startsWith("pid " + other.pid());

    other.destroyForcibly().waitFor();
    assertThat(DaemonLock.holder(temp)).isEmpty(); // although it could not take its name away

    Optional<DaemonLock> ours = DaemonLock.acquire(temp);
    assertThat(ours).isPresent();
    ours.orElseThrow().close();
  }

  /** On Linux two processes may differ by a second about when a third one began. */
  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, true", "-60, false", "60, false"})
  void whoHoldsADirectoryIsKnownByWhenTheyBeganAlsoASecondOff(int seconds, boolean known)
      throws IOException {
    ProcessHandle own = ProcessHandle.current();
    Instant began = own.info().startInstant().orElseThrow().truncatedTo(ChronoUnit.SECONDS);
    String written = "pid " + own.pid() + ", since " + began.plusSeconds(seconds);
    Files.writeString(temp.resolve("daemon.lock"), written);

    assertThat(DaemonLock.holder(temp)).isEqualTo(Optional.of(written).filter(it -> known));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s, since 2026-99-99T10:00:00Z", "%s, since", "since %s", "%s9999999"})
  void aFileThatWasCutOrThatSomebodyWroteNamesNobody(String written) throws IOException {
    String pid = "pid " + ProcessHandle.current().pid();
    Files.writeString(temp.resolve("daemon.lock"), written.formatted(pid));

    assertThat(DaemonLock.holder(temp)).isEmpty();
  }

  @Test
  void whoHoldsADirectoryIsToldWithoutTakingOrMakingAnything() {
    assertThat(DaemonLock.holder(temp.resolve("absent"))).isEmpty();
    assertThat(DaemonLock.holder(temp)).isEmpty();
    assertThat(temp).isEmptyDirectory();
    try (DaemonLock held = DaemonLock.acquire(temp).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(DaemonLock.holder(temp).orElseThrow())
          .startsWith("pid " + ProcessHandle.current().pid());
    }
    assertThat(DaemonLock.holder(temp)).isEmpty();
  }

  @Test
  void directoryAndFileAreTheOwnersOnly() throws IOException {
    Path state = temp.resolve("state");
    try (DaemonLock lock = DaemonLock.acquire(state).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(mode(state)).isEqualTo("rwx------");
      assertThat(mode(state.resolve("daemon.lock"))).isEqualTo("rw-------");
    }
  }

  @Test
  void aStateDirectoryThatCannotBeIsSaid() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThat(
            catchThrowableOfType(
                    JournalProblem.class, () -> DaemonLock.acquire(file.resolve("state")))
                .kind())
        .isEqualTo(Kind.DENIED);
  }

  private Process another() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                temp.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    children.add(process);
    return process;
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    return String.valueOf(reader.readLine());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
