package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.entraide.match.model.Assignment;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;

/** Which of the proposed introductions get their draft in this pass. Pure. */
public final class DraftChoice {

  private final Function<Assignment, String> mailboxes;
  private final Function<Assignment, Boolean> writable;
  private final Set<String> down;
  private final ToIntFunction<String> room;
  private final ToIntFunction<String> followUps;
  private final int mostWaiting;

  /**
   * @param mailboxes whose drafts an introduction goes to
   * @param writable whether there is anybody to write to
   * @param down mailboxes that do not answer
   * @param room how many drafts a mailbox takes now
   * @param followUps how many follow-ups wait in a mailbox; asked only where that matters
   * @param mostWaiting drafts a delegate has to read at most
   */
  public DraftChoice(
      Function<Assignment, String> mailboxes,
      Function<Assignment, Boolean> writable,
      Set<String> down,
      ToIntFunction<String> room,
      ToIntFunction<String> followUps,
      int mostWaiting) {
    this.mailboxes = mailboxes;
    this.writable = writable;
    this.down = Set.copyOf(down);
    this.room = room;
    this.followUps = followUps;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Chooses, the most urgent first.
   *
   * @param introductions those that exist already: their drafts wait, too
   * @param urgency smaller is more urgent
   */
  public List<Proposal> choose(
      List<Assignment> assignments,
      Collection<Introduction> introductions,
      Comparator<Assignment> urgency) {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, Integer> rooms = new HashMap<>();
    List<Proposal> proposals = new ArrayList<>();
    for (Assignment assignment : assignments.stream().sorted(urgency).toList()) {
      String mailbox = mailboxes.apply(assignment);
      Proposal.Wait wait =
          wait(
              assignment,
              mailbox,
              () ->
                  waiting.computeIfAbsent(
                      mailbox, m -> waiting(m, introductions) + followUps.applyAsInt(m)));
      if (wait == Proposal.Wait.NONE) {
        int left = rooms.computeIfAbsent(mailbox, room::applyAsInt);
        if (left <= 0) {
          wait = Proposal.Wait.PACE;
        } else {
          rooms.put(mailbox, left - 1);
          waiting.merge(mailbox, 1, Integer::sum);
        }
      }
      proposals.add(new Proposal(assignment, wait));
    }
    return proposals;
  }

  /**
   * How many drafts of introductions a delegate has to read. Questions are not among them: however
   * long they wait unread, they take no introduction's place.
   */
  public static int waiting(String mailbox, Collection<Introduction> introductions) {
    return (int)
        in(mailbox, introductions)
            .filter(i -> !i.isQuestion())
            .filter(i -> !i.has(IntroductionFlag.TO_RING))
            .count();
  }

  /**
   * How many questions a delegate may be given beside what waits already: as many as introductions
   * and follow-ups leave room for.
   *
   * @param taken drafts of introductions and follow-ups
   */
  public static int roomForQuestions(
      String mailbox, Collection<Introduction> introductions, int taken, int mostWaiting) {
    int questions =
        (int)
            in(mailbox, introductions)
                .filter(Introduction::isQuestion)
                .filter(i -> !LifeCycle.isUntried(i)) // it may never be: nobody waits for it
                .count();
    return mostWaiting - taken - questions;
  }

  private static Stream<Introduction> in(String mailbox, Collection<Introduction> introductions) {
    return introductions.stream()
        .filter(i -> i.mailbox().equals(mailbox))
        .filter(i -> i.state() == State.DRAFTED || i.state() == State.PREPARING);
  }

  private Proposal.Wait wait(Assignment assignment, String mailbox, IntSupplier waiting) {
    if (!writable.apply(assignment)) {
      return Proposal.Wait.NO_MAIL;
    }
    if (down.contains(mailbox)) {
      return Proposal.Wait.MAILBOX;
    }
    return waiting.getAsInt() >= mostWaiting ? Proposal.Wait.QUEUE : Proposal.Wait.NONE;
  }

  /** Pins, then priority, then the longest wait, then the references. */
  public static Comparator<Assignment> urgency(
      Map<String, LocatedPerson> people, Map<String, Instant> firstAnswers) {
    return Comparator.<Assignment>comparingInt(a -> a.round() == 0 ? 0 : 1)
        .thenComparing(
            a ->
                -Optional.ofNullable(people.get(a.person())).map(MatchingInput::priority).orElse(0))
        .thenComparing(a -> firstAnswers.getOrDefault(a.person(), Instant.MAX))
        .thenComparing(Assignment::person)
        .thenComparing(Assignment::helper);
  }
}
