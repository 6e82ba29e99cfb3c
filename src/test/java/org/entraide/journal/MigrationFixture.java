package org.entraide.journal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.Journal;
import org.entraide.match.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Journals that are moved from a file to a server and back. */
abstract class MigrationFixture {

  static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");
  static final int PEOPLE = 300; // several batches of cells

  static final class Ended extends RuntimeException {
    static final long serialVersionUID = 1L;
  }

  @TempDir Path temp;
  final Server server = Postgres.fresh();
  List<CopiedTable> tables = List.of();
  private int moves;

  @BeforeEach
  void knowTheTables() {
    tables = FilledJournal.tables(temp.resolve("empty"));
  }

  Path state() {
    return temp.resolve("state");
  }

  Path file() {
    return SqliteFile.in(state());
  }

  Map<String, List<String>> filled() {
    try (Journal journal = SqliteJournal.open(state())) {
      FilledJournal.fill(journal, PEOPLE, 1);
    }
    return FilledJournal.rows(state());
  }

  Migration.Moved toServer(Progress progress) {
    return Migration.toServer(state(), "here", server, NOW.plusSeconds(moves++), progress);
  }

  Migration.Moved toFile(Progress progress) {
    return Migration.toFile(server, state(), progress);
  }

  /** As a kill would: nothing more is done, and what was not committed never was. */
  static Progress endingAt(int step) {
    int[] steps = {0};
    return (phase, done, total) -> {
      if (++steps[0] == step) {
        throw new Ended();
      }
    };
  }

  static Progress endingAt(String begin) {
    return (phase, done, total) -> {
      if (phase.startsWith(begin)) {
        throw new Ended();
      }
    };
  }

  static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }
}
