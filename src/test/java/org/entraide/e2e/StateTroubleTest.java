package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state directory that cannot be used: what is said, and the way out. */
@NullMarked
@Tag("process")
class StateTroubleTest {

  private static final int FAILURE = 1;

  @TempDir Path directory;

  private record Ended(int exitCode, String err) {}

  private static Ended run(Path configuration) {
    StringWriter err = new StringWriter();
    int exitCode =
        Main.execute(
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err)),
            "--config",
            configuration.toString(),
            "run",
            "--once");
    return new Ended(exitCode, err.toString());
  }

  private World anaAndBo() {
    World world = World.empty(directory);
    world.answer(Town.ana());
    world.answer(Town.bo());
    return world;
  }

  private Path elsewhere(World world, String state) throws IOException {
    Path file = world.configuration();
    return Files.writeString(
        file,
        Files.readString(file).replace("directory = \"state\"", "directory = \"" + state + "\""));
  }

  @Test
  void aDamagedJournalIsRefusedAndOnceItIsMovedAwayNothingIsDoubled() throws IOException {
    try (World world = anaAndBo()) {
      assertThat(run(world.configuration()).exitCode()).isZero();
      Path file = world.state().resolve("journal.db");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
      world.requests();

      Ended refused = run(world.configuration());

      assertThat(refused.exitCode()).isEqualTo(FAILURE);
      assertThat(refused.err())
          .startsWith("entraide: " + file + ": the journal is damaged")
          .contains("move journal.db away together with journal.db-wal and journal.db-shm")
          .contains("the sheet and the mailbox are enough")
          .doesNotContain("\tat ");
      assertThat(world.requests()).isEmpty();

      for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
        Path part = world.state().resolve(name);
        if (Files.exists(part)) {
          Files.move(part, directory.resolve(name));
        }
      }
      assertThat(run(world.configuration()).exitCode()).isZero();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  /** Linux lets nobody, not even root, make a directory there. */
  @Test
  void aDirectoryThatCannotBeMadeIsSaidBeforeAnythingIsAsked() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "only Linux has it");
    try (World world = anaAndBo()) {
      Ended ended = run(elsewhere(world, "/sys/kernel/entraide"));

      assertThat(ended.exitCode()).isEqualTo(FAILURE);
      assertThat(ended.err())
          .startsWith("entraide: /sys/kernel/entraide: this process, run by ")
          .contains("may not write there", "or choose another directory under [state]")
          .doesNotContain("\tat ");
      assertThat(world.requests()).isEmpty();
    }
  }

  /** As somebody else's would be, or one on a file system that is mounted read-only. */
  @Test
  void aDirectoryThatMayOnlyBeReadIsSaidBeforeAnythingIsAsked() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
    try (World world = anaAndBo()) {
      Files.createDirectory(world.state());
      Files.setPosixFilePermissions(world.state(), PosixFilePermissions.fromString("r-x------"));

      Ended ended = run(world.configuration());

      assertThat(ended.exitCode()).isEqualTo(FAILURE);
      assertThat(ended.err()).contains("may not write there", "belongs to");
      assertThat(world.requests()).isEmpty();
    }
  }

  @Test
  void aLogThatCannotBeWrittenStopsNothing() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has it");
    try (World world = anaAndBo()) {
      Process process =
          Program.shared().start(full, world.configuration(), List.of(), "run", "--once");

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  /** The system lets no file of the process grow beyond some size, as on a full quota. */
  @Test
  void aTemporaryDirectoryThatIsFullIsSaidBeforeAnythingIsAsked() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the limit is set by a shell");
    try (World world = anaAndBo()) {
      List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 100 && exec \"$@\"", "limited");
      Path said = directory.resolve("said.txt");
      Process process =
          Program.shared().start(said, world.configuration(), limited, "run", "--once");

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Program.said(directory)).isEqualTo(FAILURE);
      assertThat(Program.said(directory))
          .contains("journal.db: SQLite’s library cannot be unpacked into ")
          .contains("ENTRAIDE_JAVA_OPTS=-Djava.io.tmpdir=DIRECTORY")
          .doesNotContain("\tat ", "a bug");
      assertThat(world.requests()).isEmpty();
    }
  }
}
