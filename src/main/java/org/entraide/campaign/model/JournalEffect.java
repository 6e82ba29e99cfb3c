package org.entraide.campaign.model;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.plan.introduction.Introduction;

/** An effect in the journal; {@link Erase} deletes drafts before it. */
public sealed interface JournalEffect extends Effect {

  /** Remembers something in the journal. */
  record Remember(JournalUpdate update) implements JournalEffect {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public List<Effect> listed() {
      return List.of();
    }

    @Override
    public String toString() {
      return "remember";
    }
  }

  /**
   * Remembers introductions with their new states, before anything is done for them.
   *
   * @param begins whether one of them is new: then the gate is asked first
   */
  record RememberIntroductions(List<Introduction> introductions, boolean begins)
      implements JournalEffect {
    public RememberIntroductions {
      introductions = List.copyOf(introductions);
    }

    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public List<Effect> listed() {
      return List.of();
    }

    @Override
    public String toString() {
      return "remember " + introductions.size() + " introductions";
    }
  }

  /** Says that people are going to be erased; the notes of the same plan say when. */
  record AnnounceErasures() implements JournalEffect {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public String toString() {
      return "announce who is going to be erased";
    }
  }

  /**
   * Erases somebody: deletes the drafts that nobody sent, then forgets all that the journal knows.
   *
   * @param reference that was asked for
   * @param why who asked for it
   * @param data where the campaign knows the person
   * @param drafts introductions that have a draft to delete first
   * @param blocked whether something else must come first: a draft to be found, a service that does
   *     not answer
   * @param late whether the person is forgotten in any case, since it was tried for long enough
   * @param command the command that is done then; empty where none asked for it
   */
  record Erase(
      String reference,
      Why why,
      SubjectData data,
      List<Introduction> drafts,
      boolean blocked,
      boolean late,
      Optional<Command> command)
      implements JournalEffect {

    /** Who asks for somebody to be erased. */
    public enum Why {
      /** The administrator. */
      COMMAND("erase somebody"),
      /** The person was silent for as long as people are kept. */
      SILENCE("erase somebody of whom nothing was heard for long"),
      /** Rows say that they were erased, and the journal does not know it. */
      ROWS("forget again those whose rows say that they were erased");

      private final String words;

      Why(String words) {
        this.words = words;
      }
    }

    public Erase {
      drafts = List.copyOf(drafts);
    }

    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public String toString() {
      return why == Why.ROWS ? why.words : "erase " + reference;
    }
  }

  /** Somebody was erased: nothing names the person any more. */
  record PersonErased(Erase.Why why) implements JournalEffect {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public String toString() {
      return why.words;
    }
  }

  /** A draft of somebody who is being erased was deleted. */
  record DraftErased() implements JournalEffect {
    @Override
    public Kind kind() {
      return Kind.DELETE_DRAFT;
    }

    @Override
    public String toString() {
      return "delete a draft";
    }
  }
}
