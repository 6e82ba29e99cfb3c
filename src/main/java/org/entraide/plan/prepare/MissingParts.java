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

  private final SheetLayout found;
  private final SheetLayout prepared;
  private final Texts texts;

  /**
   * @param found as it was read
   */
  MissingParts(SheetLayout found, Texts texts) {
    this.found = found;
    this.prepared = found.prepared();
    this.texts = texts;
  }

  /** Columns and tabs that are missing, and marks that were lost. */
  private List<Change> bare() {
    List<Change> changes = new ArrayList<>();
    int answers = found.responses().sheetId();
    columns(changes, found.responses(), found.people(), this::column);
    found
        .people()
        .at()
        .forEach(
            (column, at) -> {
              if (found.responses().header().cell(at).isBlank()) { // renamed is people's, gone not
                changes.add(new Change.SetCell(answers, 0, at, texts.get(column.titleKey())));
              }
            });
    mark(changes, answers, found.people(), PersonColumn::mark);
    if (FormerWords.isIn(found)) {
      changes.addAll(FormerWords.titles(found, texts));
    }
    tab(changes, OwnTabs.LEDGER, "ledger.title", found.ledger(), found.entries(), this::column);
    tab(
        changes,
        OwnTabs.SETTINGS,
        "settings.title",
        found.settings(),
        found.options(),
        this::column);
    mark(changes, found.settingsSheet(), found.options(), SettingsColumn::mark);
    tab(
        changes,
        OwnTabs.DASHBOARD,
        "dashboard.title",
        found.dashboard(),
        found.board(),
        this::column);
    mark(changes, found.dashboardSheet(), found.board(), DashboardColumn::mark);
    OwnTab<TodoColumn> todo = found.todoTab();
    tab(changes, OwnTabs.TODO, "todo.title", todo.tab(), todo.columns(), this::column);
    mark(changes, todo.sheetId(), todo.columns(), TodoColumn::mark);
    return changes;
  }

  private Change.Column column(PersonColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.hidden());
  }

  private Change.Column column(LedgerColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.hidden());
  }

  private Change.Column column(SettingsColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.hidden());
  }

  private Change.Column column(TodoColumn column) {
    return new Change.Column(column.mark(), texts.get(column.titleKey()), column.hidden());
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
              OwnTabs.free(found.workbook(), texts.get(titleKey)),
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
  public static List<Change> preparations(SheetLayout found, Texts texts) {
    return new MissingParts(found, texts).decorated();
  }

  /** {@link #preparations} without the looks, which a spreadsheet may refuse. */
  public static List<Change> necessities(SheetLayout found, Texts texts) {
    return new MissingParts(found, texts).bare();
  }

  /** {@link #bare}, and the looks of what it adds; nothing that was there changes its looks. */
  private List<Change> decorated() {
    List<Change> changes = bare();
    changes.addAll(
        SheetFormatting.people(
            found.responses().sheetId(), added(found.people(), prepared.people()), texts));
    changes.addAll(
        SheetFormatting.ledger(
            found.ledgerSheet(), added(found.entries(), prepared.entries()), texts));
    if (!found.options().missing().isEmpty()) {
      changes.addAll(
          SheetFormatting.settings(
              found.settingsSheet(),
              added(found.options(), prepared.options()),
              found.settings().isPresent() ? Map.of() : rowsOfNew(),
              texts));
    }
    if (found.dashboard().isEmpty()) {
      DashboardFormatting.dashboard(found.dashboardSheet(), prepared.board().at(), texts).stream()
          .filter(this::isFree)
          .forEach(changes::add);
    }
    OwnTab<TodoColumn> todo = found.todoTab();
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
    boolean todo = found.todoTab().tab().isEmpty();
    boolean linked = found.people().missing().size() == PersonColumn.values().length;
    if (todo) {
      views.addAll(PreparedFilters.kinds(prepared, texts));
    }
    if (linked || (todo && FormerWords.isIn(found))) {
      PreparedFilters.besideAnswers(prepared, texts).stream()
          .map(view -> isFree(view) ? view : PreparedFilters.ofItsTab(view))
          .forEach(views::add);
    }
    return views;
  }

  private static <C extends Enum<C>> Map<C, Integer> added(
      TabColumns<C> found, TabColumns<C> prepared) {
    Map<C, Integer> added = new HashMap<>();
    found.missing().forEach(column -> added.put(column, prepared.of(column)));
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
    return !found.workbook().overlay().has(decoration);
  }

  /**
   * The name goes back to the sign of life where rows were inserted, the tab was made anew, or an
   * earlier version had the sign elsewhere. What is there from now on is shown as a moment.
   */
  private List<Change> moved() {
    int sheet = found.dashboardSheet();
    int column = prepared.board().of(DashboardColumn.SECOND);
    Area wanted = DashboardFormatting.heartbeat(sheet, column);
    Overlay.Named named = found.workbook().overlay().names().get(SheetFormatting.HEARTBEAT);
    if (named == null || named.area().equals(wanted)) {
      return List.of();
    }
    List<Change> moved = new ArrayList<>();
    moved.add(new Change.MoveName(named.id(), SheetFormatting.HEARTBEAT, wanted));
    if (found.dashboard().isPresent()) {
      moved.add(new Change.Format(wanted, Change.Times.MOMENT));
      if (named.area().equals(DashboardFormatting.formerHeartbeat(sheet, column))) {
        moved.addAll(DashboardFormatting.moved(sheet, prepared.board().at()));
      }
    }
    return moved;
  }
}
