package org.entraide.plan.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.people.word.WordComparison;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * The tabs that are the daemon's own, where they are.
 *
 * @param copies tabs that somebody made of them: nobody's, but surely not answers
 */
public record OwnTabs(
    Optional<Tab> ledger,
    Optional<Tab> settings,
    Optional<Tab> dashboard,
    Optional<Tab> todo,
    Set<Integer> copies) {

  /** Chosen once: a tab that is added twice is refused by the sheet instead of done. */
  public static final int LEDGER = 741_852_001;

  public static final int SETTINGS = 741_852_002;
  public static final int DASHBOARD = 741_852_003;
  public static final int TODO = 741_852_004;

  /** Marks that distinguish a tab of ours from one with answers. */
  private static final List<String> MARKS =
      List.of(
          LedgerColumn.REF.mark(),
          SettingsColumn.LABEL.mark(),
          SettingsColumn.VALUE.mark(),
          DashboardColumn.FIRST.mark(),
          DashboardColumn.SECOND.mark(),
          TodoColumn.WHAT.mark(),
          TodoColumn.WHO.mark());

  /**
   * One of them.
   *
   * @param <C> the kind of its columns
   * @param sheetId its number, present or to be added
   * @param tab as it was read; empty where it is still to be added
   * @param columns where they are
   */
  public record OwnTab<C extends Enum<C>>(int sheetId, Optional<Tab> tab, TabColumns<C> columns) {

    /**
     * @param usual its number where there is none yet
     * @param columns finds them in a tab, which may be empty
     */
    static <C extends Enum<C>> OwnTab<C> of(
        int usual, Optional<Tab> tab, Function<Tab, TabColumns<C>> columns) {
      Tab absent = new Tab(usual, "", false, 0, 0, List.of(), Map.of());
      return new OwnTab<>(
          tab.map(Tab::sheetId).orElse(usual), tab, columns.apply(tab.orElse(absent)));
    }

    /** The rows as they were read. */
    public List<Row> rows() {
      return tab.map(Tab::rows).orElse(List.of());
    }

    /** This tab once its missing columns were added. */
    OwnTab<C> completed() {
      return new OwnTab<>(sheetId, tab, columns.completed(tab.map(Tab::width).orElse(0)));
    }

    /** This tab without what is below its titles. */
    OwnTab<C> titlesAlone() {
      return new OwnTab<>(sheetId, tab.map(Tab::titlesAlone), columns);
    }
  }

  public OwnTabs {
    copies = Set.copyOf(copies);
  }

  /** By number, else by a mark, else by title: people rename and copy. */
  static OwnTabs find(Workbook workbook, List<Texts> languages) {
    Optional<Tab> ledger =
        find(workbook, LEDGER, LedgerColumn.REF.mark())
            .or(() -> titled(workbook, "ledger.title", languages, tab -> true));
    Optional<Tab> settings =
        find(workbook, SETTINGS, SettingsColumn.LABEL.mark())
            .or(() -> find(workbook, SETTINGS, SettingsColumn.VALUE.mark()))
            .or(() -> ours(workbook, "settings.title", languages, OwnTabs::hasSettings));
    Optional<Tab> dashboard =
        find(workbook, DASHBOARD, DashboardColumn.FIRST.mark())
            .or(() -> find(workbook, DASHBOARD, DashboardColumn.SECOND.mark()))
            .or(() -> ours(workbook, "dashboard.title", languages, OwnTabs::isDashboard));
    Optional<Tab> todo =
        find(workbook, TODO, TodoColumn.WHAT.mark())
            .or(() -> find(workbook, TODO, TodoColumn.WHO.mark()))
            .or(() -> ours(workbook, "todo.title", languages, OwnTabs::hasTasks));
    Set<Integer> copies = new HashSet<>();
    for (Tab tab : workbook.tabs()) {
      if (MARKS.stream().anyMatch(tab.columnMarks()::containsValue)) {
        copies.add(tab.sheetId());
      }
    }
    Stream.of(ledger, settings, dashboard, todo)
        .flatMap(Optional::stream)
        .forEach(tab -> copies.remove(tab.sheetId()));
    return new OwnTabs(ledger, settings, dashboard, todo, copies);
  }

  private static Optional<Tab> find(Workbook workbook, int sheetId, String mark) {
    return workbook
        .tab(sheetId)
        .or(
            () ->
                workbook.tabs().stream()
                    .filter(tab -> tab.columnMarks().containsValue(mark))
                    .findFirst());
  }

  /** A tab under one of our titles that is blank, or looks like ours. */
  private static Optional<Tab> ours(
      Workbook workbook, String key, List<Texts> languages, BiPredicate<Tab, List<Texts>> looksSo) {
    return titled(
        workbook, key, languages, tab -> tab.rows().isEmpty() || looksSo.test(tab, languages));
  }

  /** A tab that people made under the same title keeps what they wrote in it. */
  private static Optional<Tab> titled(
      Workbook workbook, String key, List<Texts> languages, Predicate<Tab> isOurs) {
    Set<String> titles = folded(key, languages);
    return workbook.tabs().stream()
        .filter(tab -> titles.contains(WordComparison.fold(tab.title())))
        .filter(isOurs)
        .findFirst();
  }

  private static boolean hasSettings(Tab tab, List<Texts> languages) {
    TabColumns<SettingsColumn> columns = SettingsColumn.columns(tab, languages);
    return columns.at().containsKey(SettingsColumn.LABEL)
        && columns.at().containsKey(SettingsColumn.VALUE);
  }

  private static boolean hasTasks(Tab tab, List<Texts> languages) {
    TabColumns<TodoColumn> columns = TodoColumn.columns(tab, languages);
    return columns.at().containsKey(TodoColumn.WHAT) && columns.at().containsKey(TodoColumn.CHECK);
  }

  private static boolean isDashboard(Tab tab, List<Texts> languages) {
    Row header = tab.header();
    Set<String> titles = folded("dashboard.title", languages);
    return header.cells().stream()
        .anyMatch(cell -> titles.contains(WordComparison.fold(cell.text())));
  }

  private static Set<String> folded(String key, List<Texts> languages) {
    Set<String> folded = new HashSet<>();
    languages.forEach(texts -> folded.add(WordComparison.fold(texts.get(key))));
    return folded;
  }

  /** Whether a tab cannot be the one with the answers. */
  boolean include(Tab tab) {
    return copies.contains(tab.sheetId())
        || Stream.of(ledger, settings, dashboard, todo)
            .flatMap(Optional::stream)
            .anyMatch(own -> own.sheetId() == tab.sheetId());
  }

  /** A title for a tab to be added, which no other tab has. */
  public static String free(Workbook workbook, String title) {
    Set<String> taken = new HashSet<>();
    workbook.tabs().forEach(tab -> taken.add(tab.title()));
    String free = title;
    for (int i = 2; taken.contains(free); i++) {
      free = title + " " + i;
    }
    return free;
  }
}
