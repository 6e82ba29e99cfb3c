package org.entraide.campaign.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.entraide.campaign.decide.FollowUpLook;
import org.entraide.campaign.decide.FollowUpPlanner;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;

/** Looks at the letters that {@link FollowUpPlanner} asks for, and changes nothing. */
public final class FollowUpReader {

  private final Function<String, Mailbox> mailboxes;
  private final WaitingFollowUps waiting;
  private final BiFunction<Introduction, Letter.Thread, Optional<Letter>> writing;
  private final Map<String, MailCursor> cursors;
  private final ToIntFunction<String> room;
  private final Set<String> unreachable = new HashSet<>();
  private final Map<String, Integer> toMake = new HashMap<>(); // by mailbox
  private boolean later;
  private final List<Trouble> troubles = new ArrayList<>();

  /**
   * @param waiting which drafts are in which thread
   * @param writing what a follow-up would say
   * @param cursors positions of histories, by a hash of the mailbox's address
   * @param room how many drafts a mailbox takes now
   */
  public FollowUpReader(
      Function<String, Mailbox> mailboxes,
      WaitingFollowUps waiting,
      BiFunction<Introduction, Letter.Thread, Optional<Letter>> writing,
      Map<String, MailCursor> cursors,
      ToIntFunction<String> room) {
    this.room = room;
    this.mailboxes = mailboxes;
    this.waiting = waiting;
    this.writing = writing;
    this.cursors = cursors;
  }

  /** Looks; a mailbox that fails is left alone after that. */
  public FollowUpLook read(FollowUpPlanner.FollowUpCandidates candidates) {
    Map<String, List<Mailbox.Draft>> threads = new HashMap<>();
    Map<String, FollowUpLook.SentLetter> letters = new HashMap<>();
    for (Introduction i : candidates.needless()) {
      read(i, this::drafts).ifPresent(drafts -> threads.put(i.ref(), drafts));
    }
    for (Introduction i : candidates.toMake()) {
      if (hasRoom(i.mailbox())) {
        toMake.merge(i.mailbox(), 1, Integer::sum);
        read(i, this::letterAndDraft).ifPresent(letter -> letters.put(i.ref(), letter));
      }
    }
    for (Introduction i : candidates.toAnnounce()) {
      if (hasRoom(i.mailbox())) {
        read(i, it -> new FollowUpLook.SentLetter(letter(it), false))
            .ifPresent(letter -> letters.put(i.ref(), letter));
      }
    }
    return new FollowUpLook(threads, letters, unreachable, troubles, later);
  }

  /** Each look takes of what Gmail allows in a minute, and drafts are to be made after them. */
  private boolean hasRoom(String mailbox) {
    boolean is = room.applyAsInt(mailbox) > toMake.getOrDefault(mailbox, 0);
    later |= !is;
    return is;
  }

  /** A look into the mailbox of an introduction. */
  private interface Look<T> {
    T at(Introduction introduction) throws RemoteFailure;
  }

  private <T> Optional<T> read(Introduction i, Look<T> look) {
    if (unreachable.contains(i.mailbox())) {
      return Optional.empty();
    }
    try {
      return Optional.of(look.at(i));
    } catch (RemoteFailure e) {
      unreachable.add(i.mailbox());
      troubles.add(Trouble.of(e));
      return Optional.empty();
    }
  }

  private List<Mailbox.Draft> drafts(Introduction i) throws RemoteFailure {
    return waiting
        .draftsByThread(i.mailbox(), cursors)
        .getOrDefault(String.valueOf(i.threadId()), List.of());
  }

  private Optional<Letter> letter(Introduction i) throws RemoteFailure {
    return mailboxes
        .apply(i.mailbox())
        .sentLetter(String.valueOf(i.threadId()))
        .flatMap(sent -> writing.apply(i, sent));
  }

  private FollowUpLook.SentLetter letterAndDraft(Introduction i) throws RemoteFailure {
    Optional<Letter> letter = letter(i);
    return new FollowUpLook.SentLetter(
        letter, letter.isPresent() && waiting.isThere(i, letter.get(), cursors));
  }
}
