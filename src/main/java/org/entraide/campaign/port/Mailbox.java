package org.entraide.campaign.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.introduction.Conversation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;
import org.jspecify.annotations.Nullable;

/**
 * A delegate's mailbox, as far as the daemon may go: names, labels and headers, never what people
 * wrote. There is no method that sends, here or anywhere: a person does.
 */
public interface Mailbox {

  /** The address whose mailbox this is. */
  String address();

  /**
   * How many drafts may be left here now without going over what Gmail allows in a minute. Asks
   * nobody.
   */
  int room();

  /** The present position of the mailbox's history, in one small request. */
  String position() throws RemoteFailure;

  /**
   * What changed since a position, in one request where little did.
   *
   * @return empty where the history does not reach back so far, or the position is another
   *     mailbox's: then only listings show changes
   */
  Optional<Changes> changesSince(String position) throws RemoteFailure;

  /**
   * Lists every draft by id, in one request for up to 500.
   *
   * @throws RemoteFailure if it cannot be listed completely
   */
  List<Draft> drafts() throws RemoteFailure;

  /**
   * Lists the messages with a label by their names, newest first, in one request for up to 500.
   *
   * @param label {@code SENT}, {@code TRASH} or {@code INBOX}; empty for the newest of all but spam
   *     and trash
   * @throws RemoteFailure if they cannot be listed completely
   */
  List<MessageIds> labelled(String label) throws RemoteFailure;

  /** A thread by the labels and headers of its messages; without any where it is not there. */
  Conversation conversation(String threadId) throws RemoteFailure;

  /** What the headers of a message say; nothing where it is gone. */
  Heading heading(MessageIds message) throws RemoteFailure;

  /**
   * Looks for letters by the introduction's reference in brackets in their subject, among the
   * headers of drafts, sent mail and trash, completely, and of what has no label because it waits
   * for its hour: {@link Heading#references} of each. A sent one without any reference is known by
   * its recipients.
   *
   * @param wanted introductions by reference, such as {@code M-7KQ47}
   * @param since letters are not older than that
   * @param hiddenSince those without a label are not older than that: all mail is looked through
   *     for them
   * @return the messages that were found, the sent ones first; a reference that is absent was in no
   *     listing
   */
  Map<String, List<MessageIds>> find(
      Map<String, Introduction> wanted, Instant since, Instant hiddenSince) throws RemoteFailure;

  /**
   * Looks for every letter that names an introduction in brackets in its subject, among the headers
   * of drafts, sent mail and trash, and of what has no label because it waits for its hour.
   *
   * @param since letters are not older than that
   * @param hiddenSince those without a label are not older than that
   * @return by reference; of several that name one, a sent one, else a draft
   */
  Map<String, NamedLetter> lettersByReference(Instant since, Instant hiddenSince)
      throws RemoteFailure;

  /**
   * Leaves a letter as a draft. Never repeated blindly: after a failure with {@link
   * RemoteFailure#maybeApplied} only {@link #find} shows whether it was made.
   */
  Draft create(Letter letter) throws RemoteFailure;

  /**
   * Deletes a draft that is still as it was left: looks at its message first, whose labels must say
   * that it is a draft, and was not sent.
   *
   * @return whether it is gone now; false for one that a person changed or sent meanwhile
   */
  boolean delete(Draft draft) throws RemoteFailure;

  /**
   * Deletes a draft whatever a person changed in it, for the sake of somebody who is to be erased.
   *
   * @return whether it is gone now; false for one that was sent meanwhile
   */
  boolean erase(Draft draft) throws RemoteFailure;

  /**
   * What a follow-up needs to be in the thread of a sent letter.
   *
   * @return empty where the sent letter is gone, or in the trash: a draft in its thread would be
   *     seen by nobody
   */
  Optional<Letter.Thread> sentLetter(String threadId) throws RemoteFailure;

  /**
   * What headers say.
   *
   * @param references the introductions that the subject names in brackets; none for an answer
   * @param recipients the addresses of To, Cc and Bcc
   * @param reply whether it answers something
   */
  record Heading(Set<String> references, Set<String> recipients, boolean reply) {

    /** Of a message that is gone. */
    public static final Heading NONE = new Heading(Set.of(), Set.of(), false);

    public Heading {
      references = Set.copyOf(references);
      recipients = Set.copyOf(recipients);
    }

    /**
     * Whether a sent message is an introduction's letter: it names it and reaches one of the two,
     * or names none and reaches both, as where the delegate wrote another subject.
     */
    public boolean isLetterOf(Introduction i) {
      return references.contains(i.ref())
          ? i.correspondence().mayReach(recipients)
          : references.isEmpty() && !reply && i.correspondence().reachesBoth(recipients);
    }

    /** Never whom it names. */
    @Override
    public String toString() {
      return "Heading" + references;
    }
  }

  /**
   * A letter that names an introduction.
   *
   * @param recipients the addresses of To, Cc and Bcc in their order, in lower case
   * @param at Gmail's time of the message
   */
  record NamedLetter(List<String> recipients, Instant at) {

    public NamedLetter {
      recipients = List.copyOf(recipients);
    }

    /** Never whom it names. */
    @Override
    public String toString() {
      return "Named[" + at + "]";
    }
  }

  /**
   * A message's names.
   *
   * @param id changes with each edit of a draft
   * @param threadId stays while the subject does
   */
  record MessageIds(String id, String threadId) {}

  /**
   * A draft's names.
   *
   * @param id stays while people edit
   * @param messageId changes with each edit
   * @param threadId stays while the subject does
   */
  record Draft(String id, String messageId, String threadId) {

    /** An introduction's, as far as its names are known. */
    public static Draft of(Introduction introduction) {
      return new Draft(
          text(introduction.draftId()),
          text(introduction.messageId()),
          text(introduction.threadId()));
    }

    private static String text(@Nullable String name) {
      return name == null ? "" : name;
    }
  }

  /**
   * What happened in a mailbox.
   *
   * @param position the present position of the history
   * @param threads in which anything else happened than that a draft appeared
   * @param messages to which anything else happened
   * @param sent messages that became sent ones
   * @param drafted messages that appeared as drafts: each change of a draft is a new message
   */
  record Changes(
      String position,
      Set<String> threads,
      Set<String> messages,
      List<MessageIds> sent,
      List<MessageIds> drafted) {

    public Changes {
      threads = Set.copyOf(threads);
      messages = Set.copyOf(messages);
      sent = List.copyOf(sent);
      drafted = List.copyOf(drafted);
    }
  }
}
