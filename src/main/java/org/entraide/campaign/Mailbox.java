package org.entraide.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Letter;

/**
 * A delegate's mailbox, as far as the daemon may go. There is no method that sends, here or
 * anywhere: a person does.
 */
public interface Mailbox {

  /** The address whose mailbox this is. */
  String address();

  /**
   * Lists every draft by id, in one request for up to 500.
   *
   * @throws RemoteFailure if it cannot be listed completely
   */
  List<Draft> drafts() throws RemoteFailure;

  /**
   * Leaves a letter as a draft. Never repeated blindly: after a failure with {@link
   * RemoteFailure#maybeApplied} only {@link #find} can tell.
   */
  Draft create(Letter letter) throws RemoteFailure;

  /**
   * Looks for letters by the introduction's reference in brackets in their subject, among the
   * headers of drafts, sent mail and trash, completely.
   *
   * @param references introductions, such as {@code M-7KQ47}
   * @return what was found; a reference that is absent was in no listing
   */
  Map<String, Trace> find(Set<String> references) throws RemoteFailure;

  /**
   * Tells what became of a draft that is no longer listed.
   *
   * @param draft as it was created
   */
  Trace trace(Draft draft) throws RemoteFailure;

  /**
   * A draft's names.
   *
   * @param id stays while people edit
   * @param messageId changes with each edit
   * @param threadId stays while the subject does
   */
  record Draft(String id, String messageId, String threadId) {}

  /**
   * Where a letter was found.
   *
   * @param draft its names; the draft id is empty where only a message is left
   */
  record Trace(Fate fate, Draft draft) {}

  /** What became of a letter. */
  enum Fate {
    DRAFT,
    SENT,
    TRASHED,
    /** In no place that was looked at. */
    ABSENT
  }
}
