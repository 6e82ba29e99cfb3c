package org.entraide.campaign.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.FormerDelegates;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/**
 * The tasks of introductions and their letters. Pure.
 *
 * @param entries what the ledger says, by introduction
 */
record LetterTasks(
    TaskPeople people, Map<String, WantedEntry> entries, TaskDelegates delegates, Instant now) {

  /** Sentences of a letter that went out: somebody left, and the other is to be warned. */
  private static final Set<String> LEFT_LETTER =
      Set.of(
          "ledger.explain.left.letter",
          "ledger.explain.gone.letter",
          "ledger.explain.minor.letter");

  /** Sentences of a draft: somebody left, and it is not to be sent. */
  private static final Set<String> LEFT_DRAFT =
      Set.of(
          "ledger.explain.left.draft", "ledger.explain.gone.draft", "ledger.explain.minor.draft");

  private static final Set<State> KNOWN_TO_EACH_OTHER =
      Set.of(State.SENT, State.BOUNCED, State.ACCEPTED);

  List<Task> of(Collection<Introduction> introductions) {
    Set<String> former = former(introductions);
    NeedlessDrafts needless = NeedlessDrafts.of(introductions);
    List<Task> tasks = new ArrayList<>();
    for (Introduction i : introductions) {
      if (i.has(IntroductionFlag.BY_HAND) && i.missingSince() != null) {
        continue; // its row was deleted: nothing is left to lead to
      }
      Optional<Message> repair =
          repair(i, former.contains(i.ref()))
              .or(() -> apart(i))
              .or(() -> needless.message(i))
              .map(it -> it.with("ref", i.ref()));
      repair.ifPresent(it -> tasks.add(ofLetter(TaskKind.FIX, i, it, people.named(i))));
      outcome(i).ifPresent(tasks::add);
      List<Task> rung = rung(i, repair.isPresent());
      tasks.addAll(rung);
      tasks.addAll(refused(i));
      if (repair.isEmpty()) {
        waits(i, rung).ifPresent(tasks::add);
      }
    }
    return tasks;
  }

  /**
   * The tasks of questions: those that nobody is to send any more, and those that wait for their
   * delegate.
   *
   * @param opened questions that the task of their person opens already
   */
  List<Task> ofQuestions(Collection<Introduction> questions, Set<String> opened) {
    Set<String> former = former(questions);
    List<Task> tasks = new ArrayList<>();
    for (Introduction i : questions) {
      boolean active =
          people.find(i.person()).filter(it -> it.instructions().status().isEmpty()).isPresent();
      Optional<Message> repair =
          unwanted(i, former.contains(i.ref()))
              .or(() -> inLedger(i, LEFT_DRAFT).map(it -> Message.of("task.fix.throw_away")))
              .or(() -> stuck(i, active))
              .map(it -> it.with("ref", i.ref()));
      repair.ifPresent(it -> tasks.add(ofLetter(TaskKind.FIX, i, it, people.named(i))));
      outcome(i).ifPresent(tasks::add);
      tasks.addAll(refused(i));
      boolean drafted = i.state() == State.DRAFTED && active && !opened.contains(i.ref());
      if (repair.isEmpty() && drafted) {
        waits(i, List.of()).ifPresent(tasks::add);
      }
    }
    return tasks;
  }

  private Set<String> former(Collection<Introduction> introductions) {
    return FormerDelegates.drafts(introductions, delegates.configured()).values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  // ---- what is wrong with a letter

  private Optional<Message> repair(Introduction i, boolean former) {
    return unwanted(i, former).or(() -> forPeopleWhoLeft(i, former));
  }

  /** A draft of two people whom an organiser keeps apart since: it stays until somebody acts. */
  private Optional<Message> apart(Introduction i) {
    boolean apart =
        people.both(i).anyMatch(it -> it.instructions().neverWith().contains(other(i, it.ref())));
    return NeedlessDrafts.isWaiting(i) && apart
        ? Optional.of(Message.of("task.fix.kept_apart"))
        : Optional.empty();
  }

  private static String other(Introduction i, String ref) {
    return i.person().equals(ref) ? i.helper() : i.person();
  }

  /** A draft of the delegate's own that nobody is to send. */
  private static Optional<Message> unwanted(Introduction i, boolean former) {
    boolean over =
        (i.state() == State.WITHDRAWN && i.sentAt() == null && i.draftId() != null)
            || UnsentLetter.isLeft(i);
    if (over && i.has(IntroductionFlag.SCHEDULED)) {
      return Optional.of(Message.of("task.fix.unschedule"));
    }
    if (over && (i.has(IntroductionFlag.EDITED) || former)) {
      return Optional.of(Message.of("task.fix.throw_away"));
    }
    return former
        ? Optional.of(Message.of("task.fix.former").with("mailbox", i.mailbox()))
        : Optional.empty();
  }

  private Optional<Message> forPeopleWhoLeft(Introduction i, boolean former) {
    boolean unsent = i.sentAt() == null && i.state().holdsCapacity() && !former;
    if (unsent && i.has(IntroductionFlag.TICK_IN_DOUBT)) {
      return Optional.of(
          Message.of("task.fix.tick").with("helper", new PersonReference(i.helper())));
    }
    if (i.state() == State.DRAFTED && inLedger(i, LEFT_DRAFT).isPresent()) {
      return Optional.of(Message.of("task.fix.do_not_send"));
    }
    Optional<Message> stuck = stuck(i, true);
    if (stuck.isPresent()) {
      return stuck;
    }
    return LifeCycle.mayHaveNeedlessFollowUp(i)
        ? Optional.of(Message.of("task.fix.follow_up"))
        : Optional.empty();
  }

  /**
   * A letter that cannot be made, or was made once too often.
   *
   * @param active whether its people take part: while they pause, no letter is asked for
   */
  private static Optional<Message> stuck(Introduction i, boolean active) {
    if (i.state() == State.PREPARING && i.has(IntroductionFlag.UNFIT) && active) {
      return Optional.of(Message.of(i.isQuestion() ? "task.fix.unfit_question" : "task.fix.unfit"));
    }
    return i.has(IntroductionFlag.COPIED)
        ? Optional.of(Message.of("task.fix.copy"))
        : Optional.empty();
  }

  /** An outcome that is not understood, or that somebody must note again. */
  private Optional<Task> outcome(Introduction i) {
    String key =
        inLedger(i, Set.of("ledger.explain.outcome.unknown")).isPresent()
            ? "task.fix.outcome"
            : i.has(IntroductionFlag.OUTCOME_CLEARED) && LedgerRow.OUTCOMES.contains(i.state())
                ? "task.fix.outcome_cleared"
                : "";
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ofEntry(TaskKind.FIX, i, Message.of(key).with("ref", i.ref()), people.named(i)));
  }

  /** One of some sentences, where the ledger says it. */
  private Optional<Message> inLedger(Introduction i, Set<String> keys) {
    return Optional.ofNullable(entries.get(i.ref())).stream()
        .flatMap(entry -> entry.explanation().stream())
        .filter(message -> keys.contains(message.key()))
        .findFirst();
  }

  // ---- whom to ring, whom to ask

  private List<Task> rung(Introduction i, boolean isWrong) {
    List<Task> tasks = new ArrayList<>();
    if (i.state() == State.PREPARING && i.has(IntroductionFlag.TO_RING)) {
      List<Task.Contact> both = people.both(i).map(people::rung).toList();
      tasks.add(ofEntry(TaskKind.RING, i, about("task.ring.both", i), both));
    } else if (i.state() == State.DRAFTED && !isWrong) {
      people
          .both(i)
          .filter(it -> it.person().profile().email() == null)
          .map(people::rung)
          .forEach(
              it ->
                  tasks.add(ofLetter(TaskKind.RING, i, about("task.ring.before", i), List.of(it))));
    } else {
      warned(i).ifPresent(tasks::add);
    }
    return tasks;
  }

  /** Who must hear that the other takes part no more, of two who know of each other. */
  private Optional<Task> warned(Introduction i) {
    Optional<String> whoLeft =
        KNOWN_TO_EACH_OTHER.contains(i.state())
            ? inLedger(i, LEFT_LETTER).map(it -> String.valueOf(it.args().get("ref")))
            : Optional.empty();
    if (whoLeft.isEmpty() && !i.withdrawnAfterMeeting()) {
      return Optional.empty();
    }
    List<LocatedPerson> both =
        people.both(i).filter(it -> !whoLeft.equals(Optional.of(it.ref()))).toList();
    String over =
        i.has(IntroductionFlag.BY_HAND)
            ? ".byhand"
            : i.withdrawnAfterSending() ? ".withdrawn" : ".agreed";
    String key = whoLeft.isPresent() ? ".left" : over;
    Message message = about("task.ring.warn" + key, i).with("count", both.size());
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(ofEntry(TaskKind.RING, i, message, both.stream().map(people::rung).toList()));
  }

  /** Whose address refused the letter; both where the mail system did not say which. */
  private List<Task> refused(Introduction i) {
    if (i.state() != State.BOUNCED) {
      return List.of();
    }
    boolean person = i.has(IntroductionFlag.PERSON_REFUSED);
    boolean helper = i.has(IntroductionFlag.HELPER_REFUSED);
    List<LocatedPerson> two =
        people
            .both(i)
            .filter(it -> person == helper || it.ref().equals(person ? i.person() : i.helper()))
            .toList();
    String key = person || helper ? "task.ask.refused" : "task.ask.one_refused";
    return two.isEmpty()
        ? List.of()
        : List.of(
            new Task(
                TaskKind.ASK,
                two.stream().map(people::rung).toList(),
                about(key, i).with("count", two.size()),
                since(i),
                delegates.of(i),
                new Task.Target.Answer(two.get(0).ref())));
  }

  // ---- what waits

  private Optional<Task> waits(Introduction i, List<Task> rung) {
    if (i.state() == State.DRAFTED
        && i.missingSince() == null
        && !i.has(IntroductionFlag.SCHEDULED)
        && isOlder(i.begunAt(), OpenTasks.OLD_DRAFT)) {
      return Optional.of(
          ofLetter(TaskKind.READ_AND_SEND, i, about("task.read", i), people.named(i)));
    }
    return i.state() == State.SENT
            && rung.isEmpty()
            && isOlder(sentOrBegun(i), DashboardStatistics.SILENT_LETTER)
        ? Optional.of(
            ofEntry(
                TaskKind.NOTE_OUTCOME,
                i,
                about(i.has(IntroductionFlag.BY_HAND) ? "task.note.byhand" : "task.note", i),
                people.named(i)))
        : Optional.empty();
  }

  private boolean isOlder(Instant since, Duration age) {
    return !since.isAfter(now.minus(age));
  }

  // ---- how a task is made

  private static Message about(String key, Introduction i) {
    return Message.of(key).with("ref", i.ref());
  }

  /** When its letter went out, else when it was begun. */
  static Instant sentOrBegun(Introduction i) {
    Instant sent = i.sentAt();
    return sent == null ? i.begunAt() : sent;
  }

  private LocalDate since(Introduction i) {
    return people.day(sentOrBegun(i));
  }

  private Task ofEntry(TaskKind kind, Introduction i, Message detail, List<Task.Contact> contacts) {
    return new Task(
        kind, contacts, detail, since(i), delegates.of(i), new Task.Target.LedgerEntry(i.ref()));
  }

  /** A letter in its mailbox, where one is known. */
  private Task ofLetter(
      TaskKind kind, Introduction i, Message detail, List<Task.Contact> contacts) {
    boolean isInMailbox = !i.mailbox().isEmpty() && i.attempted();
    return isInMailbox
        ? new Task(
            kind,
            contacts,
            detail,
            since(i),
            i.mailbox(),
            new Task.Target.Letter(i.mailbox(), i.ref()))
        : ofEntry(kind, i, detail, contacts);
  }
}
