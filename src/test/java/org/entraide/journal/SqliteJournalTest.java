package org.entraide.journal;

import java.nio.file.Path;
import org.entraide.campaign.Journal;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

  @TempDir Path state;

  @Override
  protected Journal open() {
    return SqliteJournal.open(state);
  }
}
