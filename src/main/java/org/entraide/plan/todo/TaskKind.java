package org.entraide.plan.todo;

import java.util.Locale;

/** What people are asked to do, the most urgent first: the tab À faire / To do sorts by it. */
public enum TaskKind {
  /** Something is wrong; the task says the cure. */
  FIX,
  /** Deletions, one person in two rows, an instruction that was moved. */
  CONFIRM,
  /** Nobody can write to them: somebody must ring. */
  RING,
  /** An answer lacks what only the person can say. */
  ASK,
  /** A draft has waited for days. */
  READ_AND_SEND,
  /** A letter was sent weeks ago and nothing was noted. */
  NOTE_OUTCOME,
  /** Nobody is matched for what this person needs. */
  SIGNPOST,
  /** Somebody waits for a helper whom only the organisers can vouch for. */
  CHECK;

  /** The key of its word. */
  public String wordKey() {
    return "todo.kind." + name().toLowerCase(Locale.ROOT);
  }
}
