package org.entraide.campaign.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.match.model.OpenReason;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.text.Message;

/**
 * What people must do: the rows of the tab À faire / To do. Counted from what the rows, the ledger
 * and the dashboard say, so that the three agree. Pure; days and no ages, so that nothing changes
 * while the world does not.
 *
 * @param rows what every row says
 * @param entries what the ledger says, by introduction
 * @param people whom tasks may name
 * @param reasons by person, why needs are open
 * @param letters introductions and questions, with people as they are called now
 * @param wrong what the dashboard says is wrong
 */
public record OpenTasks(
    List<WantedRow> rows,
    Map<String, WantedEntry> entries,
    TaskPeople people,
    Map<String, List<OpenReason>> reasons,
    Collection<Introduction> letters,
    TaskDelegates delegates,
    List<Message> wrong,
    Instant now) {

  /** A draft that is older waits for its delegate. */
  public static final Duration OLD_DRAFT = Duration.ofDays(2);

  private static final Comparator<Task> MOST_URGENT_FIRST =
      Comparator.comparing(Task::kind)
          .thenComparing(task -> task.kind() == TaskKind.READ_AND_SEND ? task.delegate() : "")
          .thenComparing(Task::since, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

  /**
   * All of them, the most urgent first; of one day by the moment, then by the reference, whatever
   * order rows and ledger are in.
   */
  List<Task> all() {
    List<Introduction> oldestFirst =
        introductions()
            .sorted(Comparator.comparing(LetterTasks::sentOrBegun).thenComparing(Introduction::ref))
            .toList();
    List<WantedRow> firstFirst =
        rows.stream()
            .sorted(
                Comparator.comparing(
                        (WantedRow row) -> people.firstAnswers().getOrDefault(row.ref(), now))
                    .thenComparing(WantedRow::ref))
            .toList();
    LetterTasks ofLetters = new LetterTasks(people, entries, delegates, now);
    List<Task> ofPeople =
        new PersonTasks(people, reasons, sentTo(), awaiting(), drafted()).of(firstFirst);
    return sorted(
        Stream.of(
                new TroubleTasks(ref -> people.find(ref).isPresent(), people.troubles(), false)
                    .of(wrong),
                ofLetters.of(oldestFirst),
                ofLetters.ofQuestions(questions().toList(), opened(ofPeople)),
                ofPeople)
            .flatMap(List::stream));
  }

  private Stream<Introduction> questions() {
    return letters.stream().filter(Introduction::isQuestion);
  }

  private Stream<Introduction> introductions() {
    return letters.stream().filter(i -> !i.isQuestion());
  }

  /** Questions whose draft waits, by person. */
  private Map<String, Introduction> drafted() {
    Map<String, Introduction> drafted = new HashMap<>();
    questions()
        .filter(i -> i.state() == State.DRAFTED && !i.mailbox().isEmpty())
        .forEach(i -> drafted.put(i.person(), i));
    return drafted;
  }

  /** The letters that tasks open. */
  private static Set<String> opened(List<Task> tasks) {
    Set<String> letters = new HashSet<>();
    for (Task task : tasks) {
      if (task.target() instanceof Task.Target.Letter letter) {
        letters.add(letter.ref());
      }
    }
    return letters;
  }

  /**
   * The tasks of a pass that does nothing but say why.
   *
   * @param wrong as the dashboard says it
   */
  public static List<Task> ofPausedPass(List<Message> wrong, TroubleDays days) {
    return sorted(new TroubleTasks(ref -> false, days, true).of(wrong).stream());
  }

  private static List<Task> sorted(Stream<Task> tasks) {
    return tasks.distinct().sorted(MOST_URGENT_FIRST).toList();
  }

  /**
   * Who had a letter, and no other is on its way: their telephone number is no longer looked at. An
   * introduction that was made by hand had none.
   */
  private Set<String> sentTo() {
    Set<String> sent = new HashSet<>();
    introductions()
        .filter(i -> i.sentAt() != null && !i.has(IntroductionFlag.BY_HAND))
        .forEach(i -> sent.addAll(i.people()));
    sent.removeAll(awaiting());
    return sent;
  }

  /** Who has a letter that is still to be sent. */
  private Set<String> awaiting() {
    Set<String> people = new HashSet<>();
    introductions()
        .filter(i -> i.state() == State.PREPARING || i.state() == State.DRAFTED)
        .forEach(i -> people.addAll(i.people()));
    return people;
  }
}
