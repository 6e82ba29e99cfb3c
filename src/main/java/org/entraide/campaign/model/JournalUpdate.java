package org.entraide.campaign.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;

/**
 * What the journal is to remember, line by line: each is on the disk before the next is written.
 */
public record JournalUpdate(List<JournalLine> lines) {

  public JournalUpdate {
    lines = List.copyOf(lines);
  }

  /** One thing to remember; {@link Journal} says what each of them means. */
  public sealed interface JournalLine {
    /** Writes it for a campaign. */
    void writeTo(Journal journal, String campaign);
  }

  private record Reserved(Collection<String> references) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.reserve(campaign, references);
    }
  }

  private record Identified(Map<String, String> referenceByFingerprint) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeFingerprints(campaign, referenceByFingerprint);
    }
  }

  private record Answered(Map<String, Instant> firstAnswers) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeFirstAnswers(campaign, firstAnswers);
    }
  }

  private record Cells(Map<CellKey, String> hashes) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeWrittenHashes(campaign, hashes);
    }
  }

  private record Noted(Map<Note, String> notes) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeNotes(campaign, notes);
    }
  }

  private record Introductions(Collection<Introduction> introductions) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeIntroductions(campaign, introductions);
    }
  }

  private record LastMatching(RememberedMatching matching) implements JournalLine {
    @Override
    public void writeTo(Journal journal, String campaign) {
      journal.storeMatching(campaign, matching);
    }
  }

  /** Collects lines; none for what is empty. */
  public static final class Builder {

    private final List<JournalLine> lines = new ArrayList<>();

    public Builder reserve(Collection<String> references) {
      return add(references.isEmpty(), new Reserved(references));
    }

    public Builder fingerprints(Map<String, String> referenceByFingerprint) {
      return add(referenceByFingerprint.isEmpty(), new Identified(referenceByFingerprint));
    }

    public Builder firstAnswers(Map<String, Instant> firstAnswers) {
      return add(firstAnswers.isEmpty(), new Answered(firstAnswers));
    }

    public Builder writtenHashes(Map<CellKey, String> hashes) {
      return add(hashes.isEmpty(), new Cells(hashes));
    }

    public Builder notes(Map<Note, String> notes) {
      return add(notes.isEmpty(), new Noted(notes));
    }

    /** Their references are reserved first. */
    public Builder introductions(Collection<Introduction> introductions) {
      return reserve(introductions.stream().map(Introduction::ref).toList())
          .add(introductions.isEmpty(), new Introductions(introductions));
    }

    public Builder matching(RememberedMatching matching) {
      return add(false, new LastMatching(matching));
    }

    private Builder add(boolean nothing, JournalLine line) {
      if (!nothing) {
        lines.add(line);
      }
      return this;
    }

    public JournalUpdate build() {
      return new JournalUpdate(lines);
    }
  }
}
