package org.entraide.simulation;

import java.util.Map;
import org.entraide.campaign.port.Journal;
import org.entraide.plan.introduction.Introduction;

/** What a journal remembers, with some of it replaced. */
final class BentMemory {

  private BentMemory() {}

  static Journal.Memory withNotes(Journal.Memory memory, Map<Journal.Note, String> notes) {
    return of(memory, memory.introductions(), notes);
  }

  static Journal.Memory withIntroductions(
      Journal.Memory memory, Map<String, Introduction> introductions) {
    return of(memory, introductions, memory.notes());
  }

  private static Journal.Memory of(
      Journal.Memory memory,
      Map<String, Introduction> introductions,
      Map<Journal.Note, String> notes) {
    return new Journal.Memory(
        memory.references(),
        memory.referenceByFingerprint(),
        memory.firstAnswers(),
        memory.writtenHashes(),
        introductions,
        notes,
        memory.matching(),
        memory.erased());
  }
}
