package org.entraide.plan.introduction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entraide.plan.introduction.Conversation.Mail;

/** What was seen of one letter in its mailbox. */
public sealed interface LetterObservation
    permits LetterObservation.Draft,
        LetterObservation.Scheduled,
        LetterObservation.Sent,
        LetterObservation.Gone {

  /**
   * A draft, under these names.
   *
   * @param recipients whom it is addressed to, where somebody looked
   */
  record Draft(String draftId, String messageId, String threadId, Optional<Set<String>> recipients)
      implements LetterObservation {}

  /** A draft that waits for the hour at which Gmail sends it. */
  record Scheduled(String messageId, String threadId) implements LetterObservation {}

  /**
   * A person sent it.
   *
   * @param threadId where it went out; empty where that is not known
   * @param draftLeft its draft, where that is still there
   * @param recipients whom it went to; empty where nobody looked
   * @param answered whether somebody answered
   * @param refused whether a mail system said that it could not be delivered
   * @param failed the addresses that the mail system named
   */
  record Sent(
      String threadId,
      Optional<Draft> draftLeft,
      Set<String> recipients,
      boolean answered,
      boolean refused,
      Set<String> failed)
      implements LetterObservation {}

  /**
   * Nowhere.
   *
   * @param trashed or in the trash: then it was made, whatever else is known
   */
  record Gone(boolean trashed) implements LetterObservation {}

  /**
   * What a letter's threads say. A sent message outweighs a draft (an answer begun later), a draft
   * one that waits for its hour, and that what is in the trash.
   *
   * @param threads those where the letter is, or was
   * @param drafts the id of the draft around a message, for those that the mailbox lists
   */
  static LetterObservation of(Collection<Conversation> threads, Map<String, String> drafts) {
    Optional<Draft> draft = threads.stream().flatMap(t -> draft(t, drafts)).findFirst();
    for (Conversation thread : threads) {
      Optional<Mail> sent =
          thread.mails().stream()
              .filter(Mail::isSent)
              .filter(mail -> mayBeOf(draft.filter(it -> isElsewhere(it, thread)), mail))
              .findFirst();
      if (sent.isPresent()) {
        return sent(thread, sent.get(), draft.filter(left -> isElsewhere(left, thread)));
      }
    }
    if (draft.isPresent()) {
      return draft.get();
    }
    for (Conversation thread : threads) {
      Optional<Mail> scheduled = thread.mails().stream().filter(Mail::isScheduled).findFirst();
      if (scheduled.isPresent()) {
        return new Scheduled(scheduled.get().id(), thread.threadId());
      }
    }
    return new Gone(
        threads.stream().flatMap(t -> t.mails().stream()).anyMatch(m -> m.own() && m.isTrashed()));
  }

  /** Beside a letter that was sent, a draft in its thread was begun later. */
  private static boolean isElsewhere(Draft draft, Conversation thread) {
    return !draft.threadId().equals(thread.threadId());
  }

  /** Whether a sent message can be a copy of a draft that is still there: some get both. */
  private static boolean mayBeOf(Optional<Draft> draft, Mail sent) {
    Set<String> addressed = draft.flatMap(Draft::recipients).orElse(Set.of());
    return addressed.isEmpty() || sent.recipients().stream().anyMatch(addressed::contains);
  }

  private static Sent sent(Conversation thread, Mail first, Optional<Draft> draftLeft) {
    List<Mail> notices = thread.mails().stream().filter(Mail::isRefusal).toList();
    Set<String> failed = new TreeSet<>();
    notices.forEach(notice -> failed.addAll(notice.failed()));
    return new Sent(
        thread.threadId(),
        draftLeft,
        first.recipients(),
        thread.mails().stream().anyMatch(Mail::isAnswer),
        !notices.isEmpty(),
        failed);
  }

  /** The letter itself, never an answer to one: those are begun where others wrote. */
  private static Stream<Draft> draft(Conversation thread, Map<String, String> drafts) {
    if (thread.mails().stream().anyMatch(mail -> !mail.own())) {
      return Stream.of();
    }
    return thread.mails().stream()
        .filter(Mail::isDraft)
        .map(
            mail ->
                new Draft(
                    drafts.getOrDefault(mail.id(), ""),
                    mail.id(),
                    thread.threadId(),
                    Optional.of(mail.recipients())));
  }
}
