package org.entraide.campaign;

import org.entraide.journal.JournalContract;

class MemoryJournalTest extends JournalContract {

  private final MemoryJournal journal = new MemoryJournal();

  @Override
  protected Journal open() {
    return journal;
  }
}
