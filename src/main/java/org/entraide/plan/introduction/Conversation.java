package org.entraide.plan.introduction;

import java.util.List;
import java.util.Set;

/**
 * A thread of a delegate's mailbox as its labels and headers show it. Nothing of what people wrote
 * is in it, nor is it ever read.
 *
 * @param threadId Gmail's
 * @param mails oldest first
 */
public record Conversation(String threadId, List<Mail> mails) {

  public Conversation {
    mails = List.copyOf(mails);
  }

  /** Of a thread that is not there. */
  public static Conversation none(String threadId) {
    return new Conversation(threadId, List.of());
  }

  /**
   * One message.
   *
   * @param id Gmail's
   * @param labels Gmail's words, such as {@code DRAFT}, {@code SENT}, {@code TRASH}, {@code INBOX},
   *     {@code SCHEDULED}
   * @param own whether the delegate wrote it
   * @param recipients the addresses of To, Cc and Bcc
   * @param notice whether a mail system wrote it about a delivery that failed for good
   * @param failed the addresses that the notice names; empty where it names none
   * @param automatic whether a machine wrote it, as when somebody is away
   */
  public record Mail(
      String id,
      Set<String> labels,
      boolean own,
      Set<String> recipients,
      boolean notice,
      Set<String> failed,
      boolean automatic) {

    public Mail {
      labels = Set.copyOf(labels);
      recipients = Set.copyOf(recipients);
      failed = Set.copyOf(failed);
    }

    boolean isSent() {
      return labels.contains("SENT");
    }

    /**
     * A draft that waits, by its labels alone: the wrapper around a message outlives its being
     * sent.
     */
    boolean isDraft() {
      return labels.contains("DRAFT") && !isSent() && !isTrashed();
    }

    boolean isTrashed() {
      return labels.contains("TRASH") && !isSent();
    }

    /** Waiting for its hour; Gmail may hide that label, which leaves a message without any. */
    boolean isScheduled() {
      return own && !isSent() && !isTrashed() && !isDraft();
    }

    /** A notice, too, that Gmail does not believe is worth nothing. */
    boolean isRefusal() {
      return notice && !isSpam();
    }

    /** Whether somebody else wrote it, and no machine: nobody answers by being away. */
    boolean isAnswer() {
      return !own && !notice && !automatic && !isSpam();
    }

    private boolean isSpam() {
      return labels.contains("SPAM");
    }

    /** Never whom it names. */
    @Override
    public String toString() {
      return "Mail[" + id + ", " + labels + "]";
    }
  }
}
