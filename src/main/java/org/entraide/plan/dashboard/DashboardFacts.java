package org.entraide.plan.dashboard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.PostcodeAdvice;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.text.Message;

/**
 * The state of a campaign. Nobody is named: people by their references, places by their towns. Days
 * and no ages, so that nothing changes while the world does not, but for the figures of {@code
 * week} once a day.
 *
 * @param signOfLife the sign of life to show: {@link Heartbeat#next}
 * @param suspended whether organisers stopped everything
 * @param wrong what needs somebody, in whole sentences, the most urgent first
 * @param todo what people must do, the most urgent first; empty where nobody knows
 * @param week what happened in the last days; empty where nobody knows
 * @param answers how many rows have an answer
 * @param people how many by status
 * @param introductions how many by state
 * @param signpost whom only an organiser can help
 * @param longest who waits longest, in that order; more than are shown may be given
 * @param oldDrafts that have waited for a week
 * @param silentLetters sent two weeks ago and without an outcome
 * @param postcodes how many people an imported postcode file would help, by country
 * @param policies what another policy would change, where that was worked out
 * @param figures how far away help is and how much helpers have taken on, of introductions that
 *     live now
 * @param needs how many people wait, by need
 * @param areas how many people wait, by the name of a town, never an address
 * @param weeks how many introductions were begun, by the Monday of their week; the latest are shown
 */
public record DashboardFacts(
    Heartbeat.SignOfLife signOfLife,
    boolean suspended,
    List<Message> wrong,
    Optional<List<Task>> todo,
    Optional<WeekFigures> week,
    int answers,
    Map<Status, Integer> people,
    Map<Introduction.State, Integer> introductions,
    List<Signpost> signpost,
    List<Waiting> longest,
    int oldDrafts,
    int silentLetters,
    Map<PostcodeAdvice.Country, Long> postcodes,
    Optional<Policies> policies,
    HelpFigures figures,
    Map<Category, Integer> needs,
    Map<String, Integer> areas,
    Map<LocalDate, Integer> weeks) {

  public DashboardFacts {
    wrong = List.copyOf(wrong);
    todo = todo.map(List::copyOf);
    people = Map.copyOf(people);
    introductions = Map.copyOf(introductions);
    signpost = signpost.stream().sorted(Comparator.comparing(Signpost::ref)).toList();
    longest = List.copyOf(longest);
    postcodes = Map.copyOf(postcodes);
    needs = Map.copyOf(needs);
    areas = Map.copyOf(areas);
    weeks = Map.copyOf(weeks);
  }

  /** These facts under another sign of life. */
  public DashboardFacts with(Heartbeat.SignOfLife other) {
    return with(other, todo, week);
  }

  /**
   * These facts with what people must do.
   *
   * @param tasks the most urgent first
   */
  public DashboardFacts with(List<Task> tasks) {
    return with(signOfLife, Optional.of(tasks), week);
  }

  /** These facts with what happened in the last days. */
  public DashboardFacts with(WeekFigures figures) {
    return with(signOfLife, todo, Optional.of(figures));
  }

  /** These facts without what people must do: whom it is about is not kept. */
  DashboardFacts withoutTasks() {
    return with(signOfLife, Optional.empty(), week);
  }

  private DashboardFacts with(
      Heartbeat.SignOfLife other, Optional<List<Task>> tasks, Optional<WeekFigures> figuresOfWeek) {
    return new DashboardFacts(
        other,
        suspended,
        wrong,
        tasks,
        figuresOfWeek,
        answers,
        people,
        introductions,
        signpost,
        longest,
        oldDrafts,
        silentLetters,
        postcodes,
        policies,
        figures,
        needs,
        areas,
        weeks);
  }

  /** A person with needs that nobody is matched for. */
  public record Signpost(String ref, Set<Category> needs) {}

  /**
   * A person who waits.
   *
   * @param since the day of the first answer, in the sheet's time zone
   * @param reason a whole sentence
   */
  public record Waiting(String ref, Set<Category> needs, LocalDate since, Message reason) {}

  /**
   * What other policies would give.
   *
   * @param beside how many people the one in use helped then
   */
  public record Policies(int beside, Map<Policy, Alternative> byPolicy) {
    public Policies {
      byPolicy = Map.copyOf(byPolicy);
    }
  }

  /**
   * Without anybody, as before a first pass or where nothing may be done. What is wrong is what
   * there is to do.
   */
  public static DashboardFacts nothing(
      Heartbeat.SignOfLife signOfLife, boolean suspended, List<Message> wrong) {
    return new DashboardFacts(
        signOfLife,
        suspended,
        wrong,
        wrong.isEmpty()
            ? Optional.empty()
            : Optional.of(wrong.stream().map(DashboardFacts::repair).toList()),
        Optional.empty(),
        0,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0,
        0,
        Map.of(),
        Optional.empty(),
        HelpFigures.NONE,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Task repair(Message cure) {
    return new Task(TaskKind.FIX, List.of(), cure, null, "", new Task.Target.Nothing());
  }
}
