package org.entraide.plan.todo;

import com.google.common.base.CharMatcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.todo.TodoRow.Shown;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.LinkFormula;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * What the tab À faire / To do should say, and what must be written so that it does. Pure.
 *
 * <p>It is written when the tasks in it are others than it should show, or a row no longer says
 * what was written there; then all rows are put in order. A tab that people only sorted has the
 * same tasks, and nothing is written. Columns to the right of the daemon's are people's.
 */
public final class TodoTab {

  /** How many tasks are shown. */
  public static final int MOST = 200;

  /** What a tab that was just added has. */
  private static final int USUAL_ROWS = 1000;

  /** Of a number of tasks: a sheet has fewer than ten million cells. */
  private static final int MOST_DIGITS = 8;

  private final SheetLayout layout;
  private final int sheet;
  private final TabColumns<TodoColumn> at;
  private final Overlay overlay;
  private final TodoLinks links;
  private final Texts texts;
  private final List<Row> rows;
  private final boolean mends;
  private final Map<Integer, Shown> shown = new HashMap<>(); // by index

  /**
   * @param mends whether all tabs are there again to which links lead
   */
  private TodoTab(SheetLayout layout, List<Row> rows, Texts texts, boolean mends) {
    this.mends = mends;
    this.layout = layout;
    this.sheet = layout.todoTab().sheetId();
    this.at = layout.todoTab().columns();
    this.overlay = layout.workbook().overlay();
    this.links = new TodoLinks(layout, texts);
    this.texts = texts;
    this.rows = List.copyOf(rows);
    rows.forEach(
        row -> TodoRow.read(row, at.at(), links).ifPresent(it -> shown.put(row.index(), it)));
  }

  /**
   * What to write so that the tab shows these tasks.
   *
   * @param layout complete: {@link SheetLayout#prepared}
   * @param rows of the tab as they are now, the header among them; none where it was just added
   * @param tasks all of them, the most urgent first
   * @param texts the words of the sheet
   */
  public static List<Change> changes(
      SheetLayout layout, List<Row> rows, List<Task> tasks, Texts texts) {
    TodoTab tab = new TodoTab(layout, rows, texts, true);
    return tab.changes(tab.wanted(tasks));
  }

  /**
   * What to write after a pass that counts nobody. It does not know the tasks of other passes:
   * those stay as the tab shows them, since they can still be done. It removes only what such a
   * pass wrote.
   *
   * @param tasks of this pass: troubles that say so
   */
  public static List<Change> urgent(
      SheetLayout layout, List<Row> rows, List<Task> tasks, Texts texts) {
    TodoTab tab = new TodoTab(layout, rows, texts, false);
    List<TodoRow> wanted = new ArrayList<>(tasks.stream().map(tab::row).toList());
    int more = 0;
    for (Row row : rows) {
      Shown shownRow = tab.shown.get(row.index());
      if (shownRow == null || !shownRow.intact() || shownRow.isUncounted()) {
        continue;
      }
      TodoRow kept = shownRow.again(tab.links);
      if (kept.kind().equals(TodoRow.MORE)) {
        more += tab.count(kept);
      } else if (wanted.stream().noneMatch(kept::saysLike)) { // said already
        wanted.add(kept);
      }
    }
    wanted.sort(Comparator.comparingInt(TodoRow::rank));
    return tab.changes(tab.withMore(wanted, more));
  }

  /**
   * Since when there are the troubles that the tab shows, by their cause.
   *
   * @param layout as it was read
   */
  public static Map<String, LocalDate> troublesSince(SheetLayout layout) {
    Map<String, LocalDate> since = new HashMap<>();
    int check = layout.todoTab().columns().at().getOrDefault(TodoColumn.CHECK, -1);
    for (Row row : layout.todoTab().rows()) {
      if (check >= 0
          && TodoRow.target(row.cell(check).text()) instanceof Task.Target.Trouble trouble) {
        since.merge(
            trouble.cause(), trouble.since(), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return since;
  }

  private List<TodoRow> wanted(List<Task> tasks) {
    return withMore(tasks.stream().limit(MOST).map(this::row).toList(), tasks.size() - MOST);
  }

  /**
   * The first of some rows, and how many more there are.
   *
   * @param others that are not among them
   */
  private List<TodoRow> withMore(List<TodoRow> all, int others) {
    List<TodoRow> wanted = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST)));
    int more = Math.max(others, 0) + all.size() - wanted.size();
    if (more > 0) {
      String words = texts.format(Message.of("todo.more").with("count", more));
      wanted.add(
          TodoRow.of(
              TodoRow.MORE,
              Map.of(TodoColumn.WHAT, Cell.text(words)),
              new Task.Target.Nothing(),
              links));
    }
    return wanted;
  }

  /** How many more there are, as the last row says. */
  private int count(TodoRow more) {
    String digits =
        CharMatcher.inRange('0', '9')
            .retainFrom(more.cells().getOrDefault(TodoColumn.WHAT, Cell.EMPTY).text());
    return digits.isEmpty() || digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
  }

  private TodoRow row(Task task) {
    Map<TodoColumn, Cell> cells = new EnumMap<>(TodoColumn.class);
    cells.put(TodoColumn.WHAT, Cell.text(TodoWords.what(task, texts)));
    cells.put(TodoColumn.WHO, Cell.text(TodoWords.who(task, texts)));
    cells.put(TodoColumn.DETAIL, Cell.text(TodoWords.detail(task, texts)));
    LocalDate since = task.since();
    cells.put(TodoColumn.SINCE, since == null ? Cell.EMPTY : TodoRow.day(since));
    cells.put(TodoColumn.DELEGATE, Cell.text(task.delegate()));
    return TodoRow.of(task.kind().name(), cells, task.target(), links);
  }

  private List<Change> changes(List<TodoRow> wanted) {
    if (isShown(wanted)) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    int lacking = wanted.size() + 1 - layout.todoTab().tab().map(Tab::rowCount).orElse(USUAL_ROWS);
    if (lacking > 0) {
      changes.add(new Change.AddRows(sheet, lacking));
    }
    Map<Integer, Row> now = new HashMap<>();
    rows.forEach(row -> now.put(row.index(), row));
    if (shown.containsKey(0)) { // sorted together with its titles
      titles(now.getOrDefault(0, new Row(0, List.of())), changes);
    }
    for (int i = 0; i < wanted.size(); i++) {
      write(wanted.get(i), now.getOrDefault(i + 1, new Row(i + 1, List.of())), changes);
    }
    rows.stream()
        .filter(row -> row.index() > wanted.size() && isOurs(row))
        .forEach(row -> clear(row, changes));
    return changes;
  }

  /** Whether the tab has these rows, in whichever order. */
  private boolean isShown(List<TodoRow> wanted) {
    Map<String, Integer> left = new HashMap<>();
    wanted.forEach(row -> left.merge(row.check(), 1, Integer::sum));
    shown.values().forEach(row -> left.merge(row.check(), -1, Integer::sum));
    return left.values().stream().allMatch(count -> count == 0)
        && !shown.containsKey(0)
        && shown.values().stream().allMatch(row -> row.intact() && !(mends && row.lost()));
  }

  /** The row of a task, or the titles where they were sorted to. */
  private boolean isOurs(Row row) {
    String check = row.cell(at.of(TodoColumn.CHECK)).text();
    return shown.containsKey(row.index()) || check.equals(texts.get(TodoColumn.CHECK.titleKey()));
  }

  private void titles(Row now, List<Change> changes) {
    for (TodoColumn column : TodoColumn.values()) {
      text(now, column, texts.get(column.titleKey()), changes);
    }
  }

  private void clear(Row now, List<Change> changes) {
    for (TodoColumn column : TodoColumn.values()) {
      text(now, column, "", changes);
    }
  }

  private void text(Row now, TodoColumn column, String text, List<Change> changes) {
    cell(now, column, Cell.text(text), changes);
  }

  private void cell(Row now, TodoColumn column, Cell want, List<Change> changes) {
    Cell shownCell = now.cell(at.of(column));
    boolean number = want.kind() == Cell.Kind.NUMBER;
    boolean says =
        shownCell.kind() == want.kind()
            && (number
                ? shownCell.number() == want.number()
                : shownCell.text().equals(want.text()));
    if (!says) {
      changes.add(
          number
              ? new Change.SetNumber(sheet, now.index(), at.of(column), want.number())
              : new Change.SetCell(sheet, now.index(), at.of(column), want.text()));
    }
  }

  private void write(TodoRow want, Row now, List<Change> changes) {
    for (TodoColumn column : TodoRow.SAYING) {
      cell(now, column, want.cells().getOrDefault(column, Cell.EMPTY), changes);
    }
    if (want.link().isPresent()) {
      int column = at.of(TodoColumn.LINK);
      Cell shownCell = now.cell(column);
      boolean lost = mends && LinkFormula.isLost(shownCell);
      if (!isSame(want, now) || lost || !want.link().get().isShownBy(shownCell)) {
        changes.add(new Change.SetFormula(sheet, now.index(), column, want.link().get()));
      }
    } else {
      text(now, TodoColumn.LINK, "", changes);
    }
    text(now, TodoColumn.CHECK, want.check(), changes);
  }

  /**
   * Whether the formula in a row is the one that is wanted: it cannot be read, but what was written
   * beside it can. Where the check cannot be written, what the link shows has to do.
   */
  private boolean isSame(TodoRow want, Row now) {
    int column = at.of(TodoColumn.CHECK);
    return Optional.ofNullable(shown.get(now.index()))
            .filter(shownRow -> shownRow.check().equals(want.check()))
            .isPresent()
        || overlay.locks(sheet, now.index(), column)
        || overlay.covers(sheet, now.index(), column);
  }
}
