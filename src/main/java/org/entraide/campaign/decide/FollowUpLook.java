package org.entraide.campaign.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;

/**
 * What mailboxes show of letters that may be followed up, or were.
 *
 * @param threads the drafts in the thread of an introduction's letter, by reference
 * @param letters by reference
 * @param unreachable mailboxes that did not answer: of their letters nothing is known
 * @param troubles why
 * @param later whether some were not looked at, since what Gmail allows in a minute is used up
 */
public record FollowUpLook(
    Map<String, List<Mailbox.Draft>> threads,
    Map<String, SentLetter> letters,
    Set<String> unreachable,
    List<Trouble> troubles,
    boolean later) {

  public FollowUpLook {
    threads = Map.copyOf(threads);
    letters = Map.copyOf(letters);
    unreachable = Set.copyOf(unreachable);
    troubles = List.copyOf(troubles);
  }

  /**
   * A letter that was sent.
   *
   * @param followUp what would be written in its thread; empty where the letter is gone, or is not
   *     to be followed
   * @param isThere whether such a draft is in the thread already
   */
  public record SentLetter(Optional<Letter> followUp, boolean isThere) {}

  /** The drafts in a letter's thread; empty where the mailbox did not answer. */
  Optional<List<Mailbox.Draft>> thread(Introduction i) {
    return Optional.ofNullable(threads.get(i.ref()));
  }

  /** A letter; empty where the mailbox did not answer. */
  Optional<SentLetter> letter(Introduction i) {
    return Optional.ofNullable(letters.get(i.ref()));
  }
}
