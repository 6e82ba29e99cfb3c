package org.entraide.journal.sqlite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.Postgres;
import org.entraide.journal.copy.CopiedTable;
import org.entraide.journal.copy.JournalMove;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.sql.FilledJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Journals that are moved from a file to a server and back. */
public abstract class MigrationFixture {

  public static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");
  public static final int PEOPLE = 300; // several batches of cells

  public static final class Ended extends RuntimeException {
    static final long serialVersionUID = 1L;
  }

  @TempDir public Path temp;
  public final DatabaseServer server = Postgres.fresh();
  public List<CopiedTable> tables = List.of();
  private int moves;

  @BeforeEach
  void knowTheTables() {
    tables = FilledJournal.tables(temp.resolve("empty"));
  }

  public Path state() {
    return temp.resolve("state");
  }

  public Path file() {
    return SqliteFile.in(state());
  }

  public Map<String, List<String>> filled() {
    try (Journal journal = SqliteJournal.open(state())) {
      FilledJournal.fill(journal, PEOPLE, 1);
    }
    return FilledJournal.rows(state());
  }

  public JournalMove.Moved toServer(Progress progress) {
    return JournalMove.toServer(state(), "here", server, NOW.plusSeconds(moves++), progress);
  }

  public JournalMove.Moved toFile(Progress progress) {
    return JournalMove.toFile(server, state(), progress);
  }

  /** As a kill would: nothing more is done, and what was not committed never was. */
  public static Progress endingAt(int step) {
    int[] steps = {0};
    return (phase, done, total) -> {
      if (++steps[0] == step) {
        throw new Ended();
      }
    };
  }

  public static Progress endingAt(String begin) {
    return (phase, done, total) -> {
      if (phase.startsWith(begin)) {
        throw new Ended();
      }
    };
  }

  public static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }
}
