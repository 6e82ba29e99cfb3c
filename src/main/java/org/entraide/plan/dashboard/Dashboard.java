package org.entraide.plan.dashboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.PostcodeAdvice;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.SettingValue;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TodoWords;
import org.entraide.table.Cell;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What the dashboard says and where. Every block has a fixed place, so that charts find it. */
final class Dashboard {

  private final Texts texts;
  private final ZoneId zone;
  private final Map<Spot, Cell> cells = new HashMap<>();

  /**
   * A cell of the dashboard.
   *
   * @param row from 0
   */
  record Spot(int row, DashboardColumn column) {}

  /** Where the line about the last days is: beside the title, above all blocks. */
  static final Spot WEEK = new Spot(0, DashboardColumn.SECOND);

  private Dashboard(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  /**
   * All cells that hold something; every other cell of the daemon's columns is to be empty.
   *
   * @param zone the sheet's
   */
  static Map<Spot, Cell> cells(DashboardFacts facts, Texts texts, ZoneId zone) {
    Dashboard dashboard = new Dashboard(texts, zone);
    dashboard.todo();
    facts.week().ifPresent(week -> dashboard.put(WEEK, texts.format(week.line())));
    facts.todo().ifPresent(dashboard::tasks);
    dashboard.life(facts);
    dashboard.wrong(facts.wrong());
    dashboard.counts(facts);
    dashboard.signpost(facts.signpost());
    dashboard.longest(facts.longest());
    dashboard.advice(facts);
    dashboard.needs(facts.needs());
    dashboard.areas(facts.areas());
    dashboard.weeks(facts.weeks());
    return dashboard.cells;
  }

  private void todo() {
    put(0, DashboardColumn.FIRST, texts.get("dashboard.title"));
    title(DashboardBlock.TODO, "todo.title");
  }

  private void tasks(List<Task> tasks) {
    int row = DashboardBlock.TODO.firstRow();
    if (tasks.isEmpty()) {
      put(row, DashboardColumn.FIRST, texts.get("todo.nothing"));
    }
    for (Task task : tasks.stream().limit(DashboardBlock.TODO.lines()).toList()) {
      put(row, DashboardColumn.FIRST, TodoWords.what(task, texts));
      put(row, DashboardColumn.SECOND, TodoWords.who(task, texts));
      put(row, DashboardColumn.THIRD, TodoWords.detail(task, texts));
      row++;
    }
  }

  private void life(DashboardFacts facts) {
    int row = DashboardBlock.LIFE.row();
    put(row, DashboardColumn.FIRST, texts.get("dashboard.heartbeat"));
    put(row, DashboardColumn.THIRD, texts.get("dashboard.heartbeat.meaning"));
    put(row + 1, DashboardColumn.FIRST, texts.get("dashboard.installation"));
    put(row + 2, DashboardColumn.FIRST, texts.get("dashboard.state"));
    if (facts.signOfLife().equals(Heartbeat.NONE)) {
      if (facts.suspended()) {
        put(row + 2, DashboardColumn.SECOND, state(facts));
      }
      return; // nobody was ever at work, or a single run is not yet
    }
    put(row, DashboardColumn.SECOND, Heartbeat.serial(facts.signOfLife().at(), zone));
    put(row + 1, DashboardColumn.SECOND, facts.signOfLife().installation());
    put(row + 2, DashboardColumn.SECOND, state(facts));
  }

  private String state(DashboardFacts facts) {
    if (facts.signOfLife().signedOff()) {
      return texts.get("dashboard.state.stopped");
    }
    return texts.get(facts.suspended() ? "dashboard.state.suspended" : "dashboard.state.running");
  }

  private void wrong(List<Message> wrong) {
    title(DashboardBlock.WRONG, "dashboard.wrong");
    List<String> lines = wrong.stream().map(texts::format).toList();
    if (lines.isEmpty()) {
      lines = List.of(texts.get("dashboard.wrong.nothing"));
    }
    lines(DashboardBlock.WRONG, lines);
  }

  private void counts(DashboardFacts facts) {
    title(DashboardBlock.COUNTS, "dashboard.people", "dashboard.count");
    put(DashboardBlock.COUNTS.row(), DashboardColumn.THIRD, texts.get("dashboard.introductions"));
    put(DashboardBlock.COUNTS.row(), DashboardColumn.FOURTH, texts.get("dashboard.count"));
    int row = DashboardBlock.COUNTS.firstRow();
    for (Status status : Status.values()) {
      put(row, DashboardColumn.FIRST, texts.format(status.word()));
      put(row, DashboardColumn.SECOND, facts.people().getOrDefault(status, 0));
      row++;
    }
    put(row, DashboardColumn.FIRST, texts.get("dashboard.answers"));
    put(row, DashboardColumn.SECOND, facts.answers());
    row = DashboardBlock.COUNTS.firstRow();
    for (Introduction.State state : Introduction.State.values()) {
      put(row, DashboardColumn.THIRD, texts.get(SheetVocabulary.stateKey(state)));
      put(row, DashboardColumn.FOURTH, facts.introductions().getOrDefault(state, 0));
      row++;
    }
    put(row, DashboardColumn.THIRD, texts.get("dashboard.old_drafts"));
    put(row, DashboardColumn.FOURTH, facts.oldDrafts());
    put(row + 1, DashboardColumn.THIRD, texts.get("dashboard.silent_letters"));
    put(row + 1, DashboardColumn.FOURTH, facts.silentLetters());
    figures(row + 2, facts.figures());
  }

  /** A sentence for each figure that is known, without a number beside it. */
  private void figures(int row, HelpFigures figures) {
    Double km = figures.distance().medianKm();
    if (km != null) {
      put(
          row,
          DashboardColumn.THIRD,
          texts.format(Message.of("dashboard.distance").with("km", km)));
    }
    Double median = figures.load().median();
    Double p90 = figures.load().p90();
    if (median != null && p90 != null) {
      put(
          row + 1,
          DashboardColumn.THIRD,
          texts.format(Message.of("dashboard.load").with("median", median).with("p90", p90)));
    }
  }

  private void signpost(List<DashboardFacts.Signpost> people) {
    title(DashboardBlock.SIGNPOST, "dashboard.signpost", "dashboard.needs");
    int row = DashboardBlock.SIGNPOST.firstRow();
    for (DashboardFacts.Signpost one : shown(DashboardBlock.SIGNPOST, people)) {
      put(row, DashboardColumn.FIRST, texts.person(one.ref()));
      put(row, DashboardColumn.SECOND, words(one.needs()));
      row++;
    }
    more(DashboardBlock.SIGNPOST, people.size());
  }

  private void longest(List<DashboardFacts.Waiting> people) {
    title(DashboardBlock.LONGEST, "dashboard.longest", "dashboard.needs");
    put(DashboardBlock.LONGEST.row(), DashboardColumn.THIRD, texts.get("dashboard.since"));
    put(DashboardBlock.LONGEST.row(), DashboardColumn.FOURTH, texts.get("dashboard.reason"));
    int row = DashboardBlock.LONGEST.firstRow();
    for (DashboardFacts.Waiting one :
        people.stream().limit(DashboardBlock.LONGEST.lines()).toList()) {
      put(row, DashboardColumn.FIRST, texts.person(one.ref()));
      put(row, DashboardColumn.SECOND, words(one.needs()));
      put(row, DashboardColumn.THIRD, Heartbeat.serial(one.since().atStartOfDay()));
      put(row, DashboardColumn.FOURTH, texts.format(one.reason()));
      row++;
    }
  }

  private void advice(DashboardFacts facts) {
    List<String> lines = new ArrayList<>();
    for (PostcodeAdvice.Country country : PostcodeAdvice.Country.values()) {
      long people = facts.postcodes().getOrDefault(country, 0L);
      if (people > 0) {
        lines.add(texts.format(PostcodeAdvice.of(country, people)));
      }
    }
    facts
        .policies()
        .ifPresent(
            policies -> {
              for (Policy policy : Policy.values()) {
                Alternative other = policies.byPolicy().get(policy);
                if (other != null && other.peopleHelped() != null) {
                  lines.add(texts.format(compared(policy, policies.beside(), other)));
                }
              }
            });
    if (!lines.isEmpty()) {
      title(DashboardBlock.ADVICE, "dashboard.advice");
      lines(DashboardBlock.ADVICE, lines);
    }
  }

  private static Message compared(Policy policy, int beside, Alternative other) {
    int people = Objects.requireNonNullElse(other.peopleHelped(), 0);
    return Message.of(people == beside ? "dashboard.policy.same" : "dashboard.policy")
        .with("policy", Message.of(SettingValue.wordKey(policy)))
        .with("count", people)
        .with("beside", beside);
  }

  private void needs(Map<Category, Integer> needs) {
    title(DashboardBlock.NEEDS, "dashboard.waiting_by_need", "dashboard.waiting");
    int row = DashboardBlock.NEEDS.firstRow();
    for (Category category : Category.values()) {
      put(row, DashboardColumn.FIRST, texts.get(SheetVocabulary.categoryKey(category)));
      put(row, DashboardColumn.SECOND, needs.getOrDefault(category, 0));
      row++;
    }
  }

  /** The largest, then by name; all others together. */
  private void areas(Map<String, Integer> areas) {
    title(DashboardBlock.AREAS, "dashboard.waiting_by_area", "dashboard.waiting");
    List<Map.Entry<String, Integer>> sorted =
        areas.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    int row = DashboardBlock.AREAS.firstRow();
    int named = Math.min(sorted.size(), DashboardBlock.AREAS.lines() - 1);
    for (Map.Entry<String, Integer> area : sorted.subList(0, named)) {
      put(row, DashboardColumn.FIRST, area.getKey());
      put(row, DashboardColumn.SECOND, area.getValue());
      row++;
    }
    int others = sorted.subList(named, sorted.size()).stream().mapToInt(Map.Entry::getValue).sum();
    if (others > 0) {
      put(row, DashboardColumn.FIRST, texts.get("dashboard.elsewhere"));
      put(row, DashboardColumn.SECOND, others);
    }
  }

  /** The last twelve weeks with introductions in them or between: time alone moves nothing. */
  private void weeks(Map<LocalDate, Integer> weeks) {
    title(DashboardBlock.WEEKS, "dashboard.weeks", "dashboard.introductions");
    if (weeks.isEmpty()) {
      return;
    }
    LocalDate last =
        Collections.max(weeks.keySet()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = last.minusWeeks(DashboardBlock.WEEKS.lines() - 1L);
    for (int i = 0; i < DashboardBlock.WEEKS.lines(); i++) {
      LocalDate monday = first.plusWeeks(i);
      int row = DashboardBlock.WEEKS.firstRow() + i;
      put(row, DashboardColumn.FIRST, Heartbeat.serial(monday.atStartOfDay()));
      put(row, DashboardColumn.SECOND, weeks.getOrDefault(monday, 0));
    }
  }

  private String words(Collection<Category> needs) {
    return texts.format(
        Message.of("dashboard.list")
            .with(
                "list",
                needs.stream()
                    .sorted()
                    .map(need -> Message.of(SheetVocabulary.categoryKey(need)))
                    .toList()));
  }

  private void title(DashboardBlock block, String first) {
    put(block.row(), DashboardColumn.FIRST, texts.get(first));
  }

  private void title(DashboardBlock block, String first, String second) {
    title(block, first);
    put(block.row(), DashboardColumn.SECOND, texts.get(second));
  }

  private void lines(DashboardBlock block, List<String> lines) {
    int row = block.firstRow();
    for (String line : shown(block, lines)) {
      put(row, DashboardColumn.FIRST, line);
      row++;
    }
    more(block, lines.size());
  }

  /** All of them, or all but the line that says how many more there are. */
  private static <T> List<T> shown(DashboardBlock block, List<T> all) {
    return all.size() <= block.lines() ? all : all.subList(0, block.lines() - 1);
  }

  private void more(DashboardBlock block, int all) {
    if (all > block.lines()) {
      put(
          block.firstRow() + block.lines() - 1,
          DashboardColumn.FIRST,
          texts.format(Message.of("dashboard.more").with("count", all - block.lines() + 1)));
    }
  }

  private void put(int row, DashboardColumn column, String text) {
    put(new Spot(row, column), text);
  }

  private void put(Spot spot, String text) {
    cells.put(spot, Cell.text(text));
  }

  private void put(int row, DashboardColumn column, double number) {
    cells.put(new Spot(row, column), Cell.number(number, ""));
  }
}
