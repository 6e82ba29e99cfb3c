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
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.PostcodeAdvice;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.DashboardBlock;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.DashboardPlace;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.plan.settings.SettingValue;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TodoWords;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** What the dashboard says and where. Every block has a fixed place, so that charts find it. */
public final class Dashboard {

  /** A tenth of a second in days: Sheets keeps 15 digits. */
  private static final double A_TENTH = 1e-6;

  /** What a tab that was just added has. */
  private static final int USUAL_ROWS = 1000;

  private final Texts texts;
  private final ZoneId zone;
  private final Map<Spot, Cell> cells = new HashMap<>();

  /**
   * A cell of the dashboard.
   *
   * @param row from 0
   */
  record Spot(int row, DashboardColumn column) {}

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
    dashboard.todo(facts.todo().orElse(List.of()));
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

  /**
   * The cells to write so that the dashboard says what it should, wherever people sorted or moved
   * its rows to: in the daemon's four columns nothing else stands.
   *
   * @param layout complete: {@code SheetLayout.prepared}
   * @param rows of the tab as they stand; none where it was just added
   * @param zone the sheet's
   */
  public static List<Change> changes(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    Map<Spot, Cell> wanted = cells(facts, texts, zone);
    int sheet = layout.dashboardSheet();
    List<Change> changes = new ArrayList<>();
    int lacking = DashboardBlock.ROWS - layout.dashboard().map(Tab::rowCount).orElse(USUAL_ROWS);
    if (lacking > 0) {
      changes.add(new Change.AddRows(sheet, lacking));
    }
    Map<Integer, Row> shown = new HashMap<>();
    rows.forEach(row -> shown.put(row.index(), row));
    Set<Integer> strays = strays(layout, rows, texts);
    int end = rows.stream().mapToInt(row -> row.index() + 1).max().orElse(0);
    for (int row = 0; row < Math.max(end, DashboardBlock.ROWS); row++) {
      Row now = shown.getOrDefault(row, new Row(row, List.of()));
      if (isUnknown(row, facts) && !strays.contains(row)) {
        continue;
      }
      for (DashboardColumn column : DashboardColumn.values()) {
        int at = layout.board().of(column);
        Cell want = wanted.getOrDefault(new Spot(row, column), Cell.EMPTY);
        if (!says(now.cell(at), want)) {
          changes.add(
              want.kind() == Cell.Kind.NUMBER
                  ? new Change.SetNumber(sheet, row, at, want.number())
                  : new Change.SetCell(sheet, row, at, want.text()));
        }
      }
    }
    boolean news = lacking > 0 || !changes.stream().allMatch(Dashboard::isAdvice);
    return news ? changes : List.of();
  }

  /** Whether nobody knows what a row should say: that of a task. */
  private static boolean isUnknown(int row, DashboardFacts facts) {
    return facts.todo().isEmpty()
        && DashboardBlock.TODO.contains(row)
        && row != DashboardBlock.TODO.row();
  }

  /**
   * The rows to which people sorted the sign of life, or in which an earlier version has it: of two
   * signs the upper one would be read.
   */
  private static Set<Integer> strays(DashboardPlace layout, List<Row> rows, Texts texts) {
    int first = layout.board().of(DashboardColumn.FIRST);
    Set<String> labels =
        Set.of(
            texts.get("dashboard.heartbeat"),
            texts.get("dashboard.installation"),
            texts.get("dashboard.state"));
    return rows.stream()
        .filter(row -> labels.contains(row.cell(first).text()))
        .map(Row::index)
        .filter(index -> !DashboardBlock.LIFE.contains(index))
        .collect(Collectors.toSet());
  }

  /** What is worked out after a pass waits until there is something else to write. */
  private static boolean isAdvice(Change change) {
    int from = DashboardBlock.ADVICE.row();
    return change instanceof Change.SetValue value
        && value.row() >= from
        && value.row() <= from + DashboardBlock.ADVICE.lines();
  }

  /** Of {@link #changes} the signs of life and what is wrong: the rest is not known just now. */
  public static List<Change> signs(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    return changes(layout, rows, facts, texts, zone).stream()
        .filter(
            change ->
                !(change instanceof Change.SetValue value)
                    || value.row() < DashboardBlock.COUNTS.row())
        .toList();
  }

  /** Of {@link #changes} the sign of life alone. */
  public static List<Change> life(
      DashboardPlace layout, List<Row> rows, DashboardFacts facts, Texts texts, ZoneId zone) {
    Set<Integer> strays = strays(layout, rows, texts);
    return changes(layout, rows, facts, texts, zone).stream()
        .filter(
            change ->
                !(change instanceof Change.SetValue value)
                    || DashboardBlock.LIFE.contains(value.row())
                    || strays.contains(value.row()))
        .toList();
  }

  /** A text that looks like the number is not the number: charts pass it over. */
  private static boolean says(Cell shown, Cell wanted) {
    return wanted.kind() == Cell.Kind.NUMBER
        ? shown.kind() == Cell.Kind.NUMBER && Math.abs(shown.number() - wanted.number()) < A_TENTH
        : shown.kind() == wanted.kind() && shown.text().equals(wanted.text());
  }

  private void todo(List<Task> tasks) {
    put(0, DashboardColumn.FIRST, texts.get("dashboard.title"));
    title(DashboardBlock.TODO, "todo.title");
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
    if (facts.beat().equals(Heartbeat.NONE)) {
      if (facts.suspended()) {
        put(row + 2, DashboardColumn.SECOND, state(facts));
      }
      return; // nobody was ever at work, or a single run is not yet
    }
    put(row, DashboardColumn.SECOND, Heartbeat.serial(facts.beat().at(), zone));
    put(row + 1, DashboardColumn.SECOND, facts.beat().installation());
    put(row + 2, DashboardColumn.SECOND, state(facts));
  }

  private String state(DashboardFacts facts) {
    if (facts.beat().signedOff()) {
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

  /** A sentence for each figure that is known, without a number of its own beside it. */
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
    Integer people = other.peopleHelped();
    Long pairs = other.blockingPairs();
    return Message.of("dashboard.policy")
        .with("policy", Message.of(SettingValue.wordKey(policy)))
        .with("count", people == null ? 0 : people)
        .with("beside", beside)
        .with("pairs", pairs == null ? 0 : pairs);
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
    cells.put(new Spot(row, column), Cell.text(text));
  }

  private void put(int row, DashboardColumn column, double number) {
    cells.put(new Spot(row, column), Cell.number(number, ""));
  }
}
