package org.entraide.plan.letter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of an introduction, ready to be left as a draft.
 *
 * @param introduction its reference, which the subject carries in brackets
 * @param from the delegate's address
 * @param to whom it is addressed
 * @param subject one line
 * @param body plain text, lines ended by a line feed
 * @param replyTo where answers go; empty for the delegate
 * @param thread the letter that this one follows; empty where it begins one
 */
public record Letter(
    String introduction,
    String from,
    List<Recipient> to,
    String subject,
    String body,
    Optional<String> replyTo,
    Optional<Thread> thread) {

  public Letter {
    to = List.copyOf(to);
  }

  /** One that begins a thread, and whose answers come back to the delegate. */
  public Letter(String introduction, String from, List<Recipient> to, String subject, String body) {
    this(introduction, from, to, subject, body, Optional.empty(), Optional.empty());
  }

  /** An addressee: what the mail program shows, and where it goes. */
  public record Recipient(String name, String email) {}

  /**
   * A letter that was sent.
   *
   * @param threadId Gmail's
   * @param messageId as its header says, with its angle brackets
   * @param subject as it was sent
   * @param recipients whom it went to, in lower case
   */
  @SuppressWarnings("JavaLangClash") // what mail programs call it
  public record Thread(String threadId, String messageId, String subject, Set<String> recipients) {

    public Thread {
      recipients = Set.copyOf(recipients);
    }

    /** Never the names in it. */
    @Override
    public String toString() {
      return "Thread[" + threadId + "]";
    }
  }
}
