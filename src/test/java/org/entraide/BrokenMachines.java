package org.entraide;

import static org.entraide.BrokenWorld.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.entraide.action.Surgery;
import org.entraide.cli.shell.ExitCode;
import org.jspecify.annotations.NullMarked;

/** Machines and state directories that are broken, and what {@code doctor} has to say of each. */
@NullMarked
final class BrokenMachines {

  private BrokenMachines() {}

  static Stream<BrokenWorld> worlds() {
    return Stream.concat(machine(), state());
  }

  private static Stream<BrokenWorld> machine() {
    String metrics = "[state]\n";
    return Stream.of(
        broken(
            "the disk is full",
            s -> s.host.roomLeft(3_000_000),
            "✘ disk: ",
            "2 MB are left at ",
            "Free some there",
            ExitCode.FAILURE),
        broken(
            "the disk is nearly full",
            s -> s.host.roomLeft(150_000_000),
            "! disk: ",
            "143 MB are left at ",
            "Free some there",
            ExitCode.OK),
        broken(
            "the journal lies on another machine",
            s -> s.host.lies("nfs4"),
            "! journal: ",
            "state lies on a network file system (nfs4), where SQLite’s locks",
            "[state] journal = \"jdbc:postgresql://…\"",
            ExitCode.OK),
        broken(
            "another program has the port of metrics",
            s -> {
              s.configure(metrics, "[metrics]\nlisten = \"127.0.0.1:9464\"\n" + metrics);
              s.host.portTaken();
            },
            "✘ metrics: ",
            "nothing can be served at 127.0.0.1, port 9464: Address already in use",
            "ss -ltnp 'sport = :9464'",
            ExitCode.FAILURE),
        broken(
            "the service failed",
            s ->
                s.host.systemd(
                    "LoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\n"
                        + "NRestarts=5\nUnitFileState=enabled\n"),
            "✘ service: ",
            "entraide.service is failed (failed), restarted 5 times; no daemon runs; the last end:"
                + " exit-code",
            "journalctl -u entraide",
            ExitCode.FAILURE),
        broken(
            "the service was never started",
            s -> s.host.systemd("LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n"),
            "! service: ",
            "entraide.service is inactive",
            "sudo systemctl enable --now entraide",
            ExitCode.OK),
        broken(
            "the timer does not come back by itself",
            s -> {
              s.host.systemd("LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n");
              s.host.timer("LoadState=loaded\nActiveState=active\nUnitFileState=disabled\n");
            },
            "! service: ",
            "entraide-once.timer is active (unknown); no daemon runs; it does not come back",
            "sudo systemctl enable entraide-once.timer",
            ExitCode.OK),
        broken(
            "the service does not come back by itself",
            s -> s.host.systemd("LoadState=loaded\nActiveState=active\nUnitFileState=disabled\n"),
            "! service: ",
            "it does not come back when the machine starts",
            "sudo systemctl enable entraide",
            ExitCode.OK),
        broken(
            "the locale is plain C",
            s -> s.host.property("sun.jnu.encoding", "ANSI_X3.4-1968"),
            "! locale: ",
            "file names are read as ANSI_X3.4-1968",
            "LC_ALL=C.UTF-8",
            ExitCode.OK));
  }

  private static Stream<BrokenWorld> state() {
    return Stream.of(
        broken(
            "others can read the credentials",
            s -> mode(s.directory.resolve("credentials.json"), "rw-r-----"),
            "! londres credentials: ",
            "credentials.json can be read by others",
            "Run: chmod 600 ",
            ExitCode.OK),
        broken(
            "others can look into the state directory",
            s -> {
              s.runOnce();
              mode(s.state(), "rwxr-xr-x");
            },
            "! state directory: ",
            "state can be read by others",
            "Run: chmod 700 ",
            ExitCode.OK),
        broken(
            "others can read the journal",
            s -> {
              s.runOnce();
              mode(s.state().resolve("journal.db"), "rw-r--r--");
            },
            "! state directory: ",
            "journal.db can be read by others",
            "Run: chmod 600 ",
            ExitCode.OK),
        broken(
            "a newer version wrote the journal",
            s -> {
              s.runOnce();
              sql(s, "PRAGMA user_version = 99");
            },
            "✘ journal: ",
            "a newer version of Entraide wrote the journal (format 99;",
            "Run that newer version",
            ExitCode.FAILURE),
        broken(
            "the journal is damaged",
            s -> {
              s.runOnce();
              damage(s.state().resolve("journal.db"));
            },
            "✘ journal: ",
            "the journal is damaged",
            "move journal.db away together with journal.db-wal",
            ExitCode.FAILURE));
  }

  private static void mode(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void damage(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Arrays.fill(bytes, 4096, Math.min(bytes.length, 16_384), (byte) 7);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sql(Surgery s, String statement) {
    try (Connection c =
            DriverManager.getConnection("jdbc:sqlite:" + s.state().resolve("journal.db"));
        Statement sql = c.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
