package org.entraide.campaign.model;

import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;

/** An effect in a mailbox. One that fails does not stop those in other mailboxes. */
public sealed interface MailEffect extends Effect {

  /** The address of the mailbox. */
  String mailbox();

  /**
   * Leaves an introduction's letter as a draft.
   *
   * @param introduction as it was planned
   * @param addressed the same, with the recipients of the letter
   * @param refused what it becomes if Gmail refuses this letter
   */
  record CreateDraft(
      Introduction introduction, Introduction addressed, Introduction refused, Letter letter)
      implements MailEffect {
    @Override
    public Kind kind() {
      return Kind.DRAFT;
    }

    @Override
    public String mailbox() {
      return introduction.mailbox();
    }

    @Override
    public String toString() {
      return "draft " + introduction.ref() + " for " + String.join(" with ", introduction.people());
    }
  }

  /** Deletes the draft of an introduction, unless somebody changed it. */
  record DeleteDraft(Introduction introduction) implements MailEffect {
    @Override
    public Kind kind() {
      return Kind.DELETE_DRAFT;
    }

    @Override
    public String mailbox() {
      return introduction.mailbox();
    }

    @Override
    public String toString() {
      return "delete the draft of " + introduction.ref();
    }
  }

  /** Deletes a second draft of the same introduction, unless somebody changed it. */
  record DeleteSecondDraft(DuplicateDraft duplicate) implements MailEffect {
    @Override
    public Kind kind() {
      return Kind.DELETE_DRAFT;
    }

    @Override
    public String mailbox() {
      return duplicate.mailbox();
    }

    @Override
    public String toString() {
      return "delete the second draft of " + duplicate.ref();
    }
  }

  /**
   * Leaves a draft in the thread of a letter to which nobody answered.
   *
   * @param introduction as it was planned
   * @param tried the same once the follow-up may have been made
   * @param refused what it becomes if Gmail refuses this letter
   */
  record CreateFollowUp(
      Introduction introduction, Introduction tried, Introduction refused, Letter letter)
      implements MailEffect {
    @Override
    public Kind kind() {
      return Kind.FOLLOW_UP;
    }

    @Override
    public String mailbox() {
      return introduction.mailbox();
    }

    @Override
    public String toString() {
      return "draft a follow-up of " + introduction.ref();
    }
  }

  /**
   * Deletes a follow-up that is not needed any more, unless somebody changed it.
   *
   * @param deleted what the introduction becomes once the draft is gone
   */
  record DeleteFollowUp(Introduction introduction, Introduction deleted, Mailbox.Draft draft)
      implements MailEffect {
    @Override
    public Kind kind() {
      return Kind.DELETE_DRAFT;
    }

    @Override
    public String mailbox() {
      return introduction.mailbox();
    }

    @Override
    public String toString() {
      return "delete the follow-up of " + introduction.ref();
    }
  }
}
