package org.entraide.campaign.world;

import org.entraide.campaign.port.Journal;
import org.entraide.journal.JournalContract;

class MemoryJournalTest extends JournalContract {

  private final MemoryJournal journal = new MemoryJournal();

  @Override
  protected Journal open() {
    return journal;
  }
}
