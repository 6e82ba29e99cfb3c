package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.OwnTabs.OwnTab;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.settings.Setting;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Change.Decoration;
import org.entraide.table.Change.FilterView;
import org.entraide.table.Overlay;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/** What a spreadsheet lacks before anything can be written in it, and how that should look. */
public final class MissingParts {

  private final SheetLayout asRead;
  private final SheetLayout prepared;
  private final Texts texts;

  /**
   * @param asRead as it was read
   */
  MissingParts(SheetLayout asRead, Texts texts) {
    this.asRead = asRead;
    this.prepared = asRead.prepared();
    this.texts = texts;
  }

  /** Columns and tabs that are missing, and marks that were lost. */
  private List<Change> bare() {
    List<Change> changes = new ArrayList<>();
    int answers = asRead.responses().sheetId();
    columns(changes, asRead.responses(), asRead.answerColumns(), this::column);
    clearedTitles(changes);
    mark(changes, answers, asRead.answerColumns(), PersonColumn::mark);
    if (FormerWords.isIn(asRead)) {
      changes.addAll(FormerWords.titles(asRead, texts));
    }
    tab(
        changes,
        OwnTabs.LEDGER,
        "ledger.title",
        asRead.ledger(),
        asRead.ledgerColumns(),
        this::column);
    tab(
        changes,
        OwnTabs.SETTINGS,
        "settings.title",
        asRead.settings(),
        asRead.settingsColumns(),
        this::column);
    mark(changes, asRead.settingsSheet(), asRead.settingsColumns(), SettingsColumn::mark);
    tab(
        changes,
        OwnTabs.DASHBOARD,
        "dashboard.title",
        asRead.dashboard(),
        asRead.dashboardColumns(),
        this::column);
    mark(changes, asRead.dashboardSheet(), asRead.dashboardColumns(), DashboardColumn::mark);
    OwnTab<TodoColumn> todo = asRead.todoTab();
    tab(changes, OwnTabs.TODO, "todo.title", todo.tab(), todo.columns(), this::column);
    mark(changes, todo.sheetId(), todo.columns(), TodoColumn::mark);
    return changes;
  }

  /** Adds our titles beside the answers where they are gone: one that is renamed is people's. */
  private void clearedTitles(List<Change> changes) {
    int answers = asRead.responses().sheetId();
    asRead
        .answerColumns()
        .at()
        .forEach(
            (column, at) -> {
              if (asRead.responses().header().cell(at).isBlank()) {
                changes.add(new Change.SetCell(answers, 0, at, texts.get(column.titleKey())));
              }
            });
  }

  private Change.Column column(PersonColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.isHidden());
  }

  private Change.Column column(LedgerColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.isHidden());
  }

  private Change.Column column(SettingsColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.isHidden());
  }

  private Change.Column column(TodoColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.isHidden());
  }

  /** Only the first has a title: the tab's. */
  private Change.Column column(DashboardColumn column) {
    String title = column == DashboardColumn.FIRST ? texts.get("dashboard.title") : "";
    return new Change.Column(column.mark(), title, false);
  }

  private <C extends Enum<C>> void tab(
      List<Change> changes,
      int sheet,
      String titleKey,
      Optional<Tab> tab,
      TabColumns<C> columns,
      Function<C, Change.Column> column) {
    if (tab.isPresent()) {
      columns(changes, tab.get(), columns, column);
    } else {
      changes.add(
          new Change.AddTab(
              sheet,
              OwnTabs.free(asRead.workbook(), texts.get(titleKey)),
              columns.missing().stream().map(column).toList()));
    }
  }

  private static <C extends Enum<C>> void columns(
      List<Change> changes, Tab tab, TabColumns<C> columns, Function<C, Change.Column> column) {
    if (!columns.missing().isEmpty()) {
      changes.add(
          new Change.AddColumns(
              tab.sheetId(),
              SheetLayout.width(tab),
              tab.columnCount(),
              columns.missing().stream().map(column).toList()));
    }
  }

  private static <C extends Enum<C>> void mark(
      List<Change> changes, int sheet, TabColumns<C> columns, Function<C, String> mark) {
    for (C column : columns.unmarked()) {
      changes.add(new Change.MarkColumn(sheet, columns.of(column), mark.apply(column)));
    }
  }

  /**
   * What must be added to a spreadsheet before anything can be written; empty when nothing. What is
   * added comes as it should look.
   */
  public static List<Change> preparations(SheetLayout asRead, Texts texts) {
    return new MissingParts(asRead, texts).decorated();
  }

  /** {@link #preparations} without the looks, which a spreadsheet may refuse. */
  public static List<Change> necessities(SheetLayout asRead, Texts texts) {
    return new MissingParts(asRead, texts).bare();
  }

  /** {@link #bare}, and the looks of what it adds; nothing that was there changes its looks. */
  private List<Change> decorated() {
    List<Change> changes = bare();
    changes.addAll(
        SheetFormatting.people(
            asRead.responses().sheetId(),
            added(asRead.answerColumns(), prepared.answerColumns()),
            texts));
    changes.addAll(
        SheetFormatting.ledger(
            asRead.ledgerSheet(), added(asRead.ledgerColumns(), prepared.ledgerColumns()), texts));
    if (!asRead.settingsColumns().missing().isEmpty()) {
      changes.addAll(
          SheetFormatting.settings(
              asRead.settingsSheet(),
              added(asRead.settingsColumns(), prepared.settingsColumns()),
              asRead.settings().isPresent() ? Map.of() : rowsOfNew(),
              texts));
    }
    if (asRead.dashboard().isEmpty()) {
      DashboardFormatting.dashboard(
              asRead.dashboardSheet(), prepared.dashboardColumns().at(), texts)
          .stream()
          .filter(this::isFree)
          .forEach(changes::add);
    }
    OwnTab<TodoColumn> todo = asRead.todoTab();
    if (!todo.columns().missing().isEmpty()) {
      changes.addAll(
          SheetFormatting.todo(
              todo.sheetId(), added(todo.columns(), prepared.todoTab().columns()), texts));
    }
    views().stream().filter(this::isFree).forEach(changes::add);
    changes.addAll(moved());
    return changes;
  }

  /**
   * The filter views of what is new. Those of tasks come with their tab. Those beside the answers
   * come with the first columns of ours, or with an upgrade from a version that made none. What
   * people deleted since stays deleted.
   */
  private List<FilterView> views() {
    List<FilterView> views = new ArrayList<>();
    boolean todo = asRead.todoTab().tab().isEmpty();
    boolean linked = asRead.answerColumns().missing().size() == PersonColumn.values().length;
    if (todo) {
      views.addAll(PreparedFilters.kinds(prepared, texts));
    }
    if (linked || (todo && FormerWords.isIn(asRead))) {
      PreparedFilters.besideAnswers(prepared, texts).stream()
          .map(view -> isFree(view) ? view : PreparedFilters.ofItsTab(view))
          .forEach(views::add);
    }
    return views;
  }

  private static <C extends Enum<C>> Map<C, Integer> added(
      TabColumns<C> columnsAsRead, TabColumns<C> prepared) {
    Map<C, Integer> added = new HashMap<>();
    columnsAsRead.missing().forEach(column -> added.put(column, prepared.of(column)));
    return added;
  }

  /** In a tab that is new, settings are under the header in their order. */
  static Map<Setting, Integer> rowsOfNew() {
    Map<Setting, Integer> rows = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      rows.put(setting, rows.size() + 1);
    }
    return rows;
  }

  /** What people moved outlives its tab: a second one of its name or number would be refused. */
  private boolean isFree(Decoration decoration) {
    return !asRead.workbook().overlay().has(decoration);
  }

  /**
   * The name goes back to the sign of life where rows were inserted, the tab was made anew, or an
   * earlier version had the sign elsewhere. What is there from now on is shown as a moment.
   */
  private List<Change> moved() {
    int sheet = asRead.dashboardSheet();
    int column = prepared.dashboardColumns().of(DashboardColumn.SECOND);
    Area wanted = DashboardFormatting.heartbeat(sheet, column);
    Overlay.NamedArea named = asRead.workbook().overlay().names().get(SheetFormatting.HEARTBEAT);
    if (named == null || named.area().equals(wanted)) {
      return List.of();
    }
    List<Change> moved = new ArrayList<>();
    moved.add(new Change.MoveName(named.id(), SheetFormatting.HEARTBEAT, wanted));
    if (asRead.dashboard().isPresent()) {
      moved.add(new Change.Format(wanted, Change.Times.MOMENT));
      if (named.area().equals(DashboardFormatting.formerHeartbeat(sheet, column))) {
        moved.addAll(DashboardFormatting.moved(sheet, prepared.dashboardColumns().at()));
      }
    }
    return moved;
  }
}
