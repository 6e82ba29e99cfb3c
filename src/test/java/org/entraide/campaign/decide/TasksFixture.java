package org.entraide.campaign.decide;

import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.authorship.OrganiserMarks;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Status;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;

/** A situation, made step by step, and what people must do in it. */
class TasksFixture {

  static final String ANA = "7KQ47";
  static final String BO = "9JNRN";
  static final String LETTER = "M-7KQ47";
  static final String DELEGATE = "delegue@example.org";

  final Map<String, LocatedPerson> people = new LinkedHashMap<>();
  final List<WantedRow> rows = new ArrayList<>();
  final List<Introduction> introductions = new ArrayList<>();
  final Map<String, WantedEntry> entries = new HashMap<>();
  final Map<String, List<OpenReason>> reasons = new HashMap<>();
  final Map<String, Instant> firstAnswers = new HashMap<>();
  final List<Message> wrong = new ArrayList<>();
  final Map<String, String> shownDelegates = new HashMap<>();
  boolean numbers = true;

  /** Since when there are troubles. */
  final Map<String, LocalDate> troubles = new HashMap<>();

  static final LocalDate TODAY = LocalDate.of(2020, 3, 26);

  void row(Status status, Folk who, Message... explanation) {
    LocatedPerson located = who.made();
    people.put(located.ref(), located);
    firstAnswers.putIfAbsent(located.ref(), NOON.minus(Duration.ofDays(3)));
    rows.add(
        new WantedRow(
            "row " + rows.size(),
            "",
            located.ref(),
            Set.of(located.ref()),
            located.ref(),
            List.of(),
            new OrganiserMarks(List.of(), List.of()),
            new RowReport(status, List.of(), List.of(), List.of(explanation))));
  }

  /** Two who were introduced: Ana asks, Bo helps. */
  void two(Folk ana, Folk bo) {
    row(Status.INTRODUCED, ana.needs(Category.SHOPPING));
    row(Status.INTRODUCED, bo.offers(Category.SHOPPING));
  }

  /** What the ledger says of an introduction. */
  void entry(Introduction i, Message... explanation) {
    introductions.add(i);
    entries.put(i.ref(), new WantedEntry(i, List.of(explanation), List.of("", "")));
  }

  void byHand(String ref) {
    reasons.put(
        ref,
        List.of(
            new OpenReason(Set.of(Category.FINANCIAL), OpenNeedReason.BY_HAND, 0, null, null, 0)));
  }

  static Introduction letter(Introduction.State state, IntroductionFlag... marks) {
    Introduction i = Folk.introduction(LETTER, ANA, BO, state);
    for (IntroductionFlag flag : marks) {
      i = i.with(i.correspondence().with(flag));
    }
    return i;
  }

  /** The same, begun so long ago. */
  static Introduction begun(Introduction i, Duration ago) {
    return new Introduction(
        i.ref(),
        i.person(),
        i.helper(),
        i.needs(),
        i.distanceKm(),
        i.state(),
        i.mailbox(),
        i.draftId(),
        i.messageId(),
        i.threadId(),
        NOON.minus(ago),
        i.attempted(),
        i.missingSince(),
        i.sentAt(),
        i.insteadOf(),
        i.correspondence());
  }

  static OrganiserInstructions ticked() {
    return new OrganiserInstructions(
        Set.of(), Optional.empty(), Set.of(), Set.of(), true, Optional.empty(), "", List.of());
  }

  static OrganiserInstructions remarking(Message... remarks) {
    return new OrganiserInstructions(
        Set.of(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        Optional.empty(),
        "",
        List.of(remarks));
  }

  List<Task> tasks() {
    return new OpenTasks(
            rows,
            entries,
            new TaskPeople(
                people,
                firstAnswers,
                ZoneId.of("Europe/London"),
                "GB",
                numbers,
                new TroubleDays(troubles, TODAY)),
            reasons,
            introductions,
            new TaskDelegates(Set.of(DELEGATE), shownDelegates),
            wrong,
            NOON)
        .all();
  }

  /** Each task as kind, detail's key and the people with their numbers. */
  List<String> said() {
    return tasks().stream().map(TasksFixture::said).toList();
  }

  static String said(Task task) {
    StringBuilder said = new StringBuilder(task.kind() + " " + task.detail().key());
    for (Task.Contact who : task.who()) {
      said.append(' ').append(who.ref());
      if (who.phone() != null) {
        said.append(" (").append(who.phone()).append(')');
      }
    }
    return said.toString();
  }

  Task only(TaskKind kind) {
    List<Task> found = tasks().stream().filter(task -> task.kind() == kind).toList();
    if (found.size() != 1) {
      throw new AssertionError(said());
    }
    return found.get(0);
  }
}
