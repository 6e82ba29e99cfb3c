package org.entraide.campaign;

import static org.entraide.campaign.Titles.SETTINGS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entraide.campaign.RemoteFailure.Kind;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.table.WorkbookHash;

/** A spreadsheet in memory, with the hands of the people who edit it meanwhile. */
final class MemoryTable implements Table, Appearance {

  private static final int GRID_ROWS = 1000;

  /** What is looked at before an effect. */
  private static final Set<Integer> SETTINGS_AND_DASHBOARD = Set.of(SETTINGS, 741_852_003);

  /** A tab as it stands. */
  private static final class Grid {
    private final int id;
    private final String title;
    private final boolean hasForm;
    private int width;
    private int height = GRID_ROWS;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final Map<Integer, String> marks = new TreeMap<>();

    private Grid(int id, String title, boolean hasForm, int width) {
      this.id = id;
      this.title = title;
      this.hasForm = hasForm;
      this.width = width;
    }

    private Grid copy() {
      Grid copy = new Grid(id, title, hasForm, width);
      copy.height = height;
      rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
      copy.marks.putAll(marks);
      return copy;
    }

    private Cell get(int row, int column) {
      return row < rows.size() && column < rows.get(row).size()
          ? rows.get(row).get(column)
          : Cell.EMPTY;
    }

    private void set(int row, int column, Cell cell) {
      while (rows.size() <= row) {
        rows.add(new ArrayList<>());
      }
      List<Cell> cells = rows.get(row);
      while (cells.size() <= column) {
        cells.add(Cell.EMPTY);
      }
      cells.set(column, cell);
    }

    private int lastRow() {
      int last = rows.size();
      while (last > 0 && rows.get(last - 1).stream().allMatch(Cell::isEmpty)) {
        last--;
      }
      return last;
    }
  }

  private final String id;
  private final ZoneId zone;
  private final Outage outage;
  private final Deque<Runnable> beforeLooks = new ArrayDeque<>();
  private final Deque<Runnable> beforeRereads = new ArrayDeque<>();
  private final Deque<Runnable> beforeCells = new ArrayDeque<>();
  private Map<Integer, Grid> grids = new LinkedHashMap<>();
  private Decorations looks = Decorations.NONE;
  private final Map<Integer, Integer> chartTabs = new HashMap<>();
  private boolean plain;
  private final List<Overlay.Lock> locks = new ArrayList<>();
  private Optional<Instant> rests = Optional.empty();
  private int reads;
  private int understood;
  private int rereads;
  private int writes;

  MemoryTable(String id, ZoneId zone, Outage outage) {
    this.id = id;
    this.zone = zone;
    this.outage = outage;
  }

  // ---- what the daemon does

  /** No pass should begin before; empty when one may now. */
  void rests(Optional<Instant> until) {
    rests = until;
  }

  @Override
  public Optional<Instant> restsUntil() {
    return rests;
  }

  @Override
  public Workbook read() throws RemoteFailure {
    reads++;
    return outage.reading("read", this::workbook);
  }

  @Override
  public Snapshot snapshot(String known) throws RemoteFailure {
    Workbook read = read();
    return new Snapshot(
        WorkbookHash.of(read, Optional.empty()),
        () -> {
          understood++;
          return read;
        });
  }

  /** How often it was asked what an answer says. */
  int understood() {
    return understood;
  }

  private Workbook workbook() {
    return new Workbook(
        id,
        "Entraide",
        "fr_FR",
        zone,
        grids.values().stream().map(MemoryTable::tab).toList(),
        new Overlay(looks.overlay().names(), looks.overlay().charts(), locks));
  }

  private static Tab tab(Grid grid) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < grid.lastRow(); i++) {
      rows.add(asRow(i, grid.rows.get(i)));
    }
    return new Tab(
        grid.id, grid.title, grid.hasForm, grid.height, grid.width, rows, Map.copyOf(grid.marks));
  }

  private static Row asRow(int index, List<Cell> cells) {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) {
      last--;
    }
    return new Row(index, cells.subList(0, last));
  }

  @Override
  public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns) throws RemoteFailure {
    rereads++;
    boolean look =
        columns.containsKey(SETTINGS) && SETTINGS_AND_DASHBOARD.containsAll(columns.keySet());
    Runnable hand = look ? beforeLooks.poll() : beforeRereads.poll();
    if (hand != null) {
      hand.run();
    }
    return outage.reading("reread", () -> columns(columns));
  }

  private Map<Integer, List<Row>> columns(Map<Integer, Set<Integer>> wanted) throws RemoteFailure {
    Map<Integer, List<Row>> answer = new HashMap<>();
    for (Map.Entry<Integer, Set<Integer>> entry : wanted.entrySet()) {
      Grid grid = grids.get(entry.getKey());
      if (grid == null) {
        throw RemoteFailure.of(Kind.CONFLICT, "No such tab.");
      }
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < grid.lastRow(); i++) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < grid.width; column++) {
          cells.add(entry.getValue().contains(column) ? grid.get(i, column) : Cell.EMPTY);
        }
        rows.add(asRow(i, cells));
      }
      answer.put(entry.getKey(), rows);
    }
    return answer;
  }

  @Override
  public Map<Integer, List<Row>> write(List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure {
    writes++;
    if (changes.stream().anyMatch(Change.SetValue.class::isInstance)) {
      Runnable hand = beforeCells.poll();
      if (hand != null) {
        hand.run();
      }
    }
    return outage.writing(
        "write " + changes.get(0).getClass().getSimpleName(),
        () -> {
          Map<Integer, Grid> next = new LinkedHashMap<>();
          grids.forEach((sheet, grid) -> next.put(sheet, grid.copy()));
          Decorations then = looks;
          for (Change change : changes) {
            apply(change, next);
            then = decorated(change, then, next);
          }
          grids = next; // all or nothing
          looks = then;
          return withHeaders(columns(readBack));
        });
  }

  /** Refuses what Sheets refuses: a name or a chart twice, cells outside the grid. */
  private Decorations decorated(Change change, Decorations before, Map<Integer, Grid> grids)
      throws RemoteFailure {
    if (change instanceof Change.Decoration decoration) {
      if (plain) {
        throw RemoteFailure.of(Kind.REJECTED, "Looks are refused.");
      }
      Area area = decoration.area();
      Grid grid = grid(grids, area.sheetId());
      boolean outside =
          area.row() >= grid.height
              || area.column() >= Math.max(grid.width, 26)
              || (area.endRow() != Area.OPEN && area.endRow() > grid.height);
      boolean twice =
          (change instanceof Change.Name || change instanceof Change.Draw)
              && before.have(decoration);
      if (outside || twice) {
        throw RemoteFailure.of(Kind.REJECTED, "Invalid requests.");
      }
    }
    if (change instanceof Change.Draw draw) {
      chartTabs.put(draw.chart().id(), draw.area().sheetId());
    }
    return before.with(List.of(change));
  }

  /** Whoever has it may. */
  @Override
  public void checkWritable() {}

  @Override
  public Decorations decorations(Set<Integer> sheetIds) {
    return looks;
  }

  private static void apply(Change change, Map<Integer, Grid> grids) throws RemoteFailure {
    if (change instanceof Change.AddTab tab) {
      boolean there =
          grids.values().stream()
              .anyMatch(g -> g.id == tab.sheetId() || g.title.equals(tab.title()));
      if (there) {
        throw RemoteFailure.of(Kind.REJECTED, "There is such a tab.");
      }
      Grid grid = new Grid(tab.sheetId(), tab.title(), false, tab.columns().size());
      grids.put(tab.sheetId(), grid);
      addColumns(grid, 0, tab.columns());
    } else if (change instanceof Change.AddColumns columns) {
      addColumns(grid(grids, columns.sheetId()), columns.firstColumn(), columns.columns());
    } else if (change instanceof Change.MarkColumn mark) {
      grid(grids, mark.sheetId()).marks.put(mark.column(), mark.mark());
    } else if (change instanceof Change.AddRows rows) {
      grid(grids, rows.sheetId()).height += rows.count();
    } else if (change instanceof Change.SetValue cell) {
      Grid grid = grid(grids, cell.sheetId());
      if (cell.row() >= grid.height || cell.column() >= grid.width) {
        throw RemoteFailure.of(Kind.REJECTED, "Outside the grid.");
      }
      grid.set(cell.row(), cell.column(), value(cell));
    } else if (change instanceof Change.Forget forget) {
      Grid grid = grid(grids, forget.sheetId());
      for (int row = 0; row < grid.rows.size(); row++) {
        if (grid.get(row, forget.column()).text().equals(forget.text())) {
          grid.set(row, forget.column(), Cell.EMPTY);
        }
      }
    } else if (change instanceof Change.AppendRows append) {
      Grid grid = grid(grids, append.sheetId());
      int at = grid.lastRow();
      for (List<String> texts : append.rows()) {
        for (int column = 0; column < texts.size(); column++) {
          grid.set(at, column, Cell.text(texts.get(column)));
        }
        at++;
      }
    }
  }

  private Map<Integer, List<Row>> withHeaders(Map<Integer, List<Row>> tabs) {
    tabs.replaceAll(
        (sheet, rows) -> {
          List<Row> whole = new ArrayList<>(rows);
          if (!whole.isEmpty()) {
            whole.set(0, asRow(0, here(sheet).rows.get(0)));
          }
          return whole;
        });
    return tabs;
  }

  private static Cell value(Change.SetValue value) {
    if (value instanceof Change.PutBack back) {
      Cell cell = back.cell();
      return cell.kind() == Cell.Kind.BOOLEAN ? box(cell.isTrue()) : cell;
    }
    return value instanceof Change.SetNumber number
        ? Cell.number(number.number(), String.valueOf(number.number()))
        : Cell.text(((Change.SetCell) value).text());
  }

  private static Grid grid(Map<Integer, Grid> grids, int sheetId) throws RemoteFailure {
    Grid grid = grids.get(sheetId);
    if (grid == null) {
      throw RemoteFailure.of(Kind.CONFLICT, "No such tab.");
    }
    return grid;
  }

  private static void addColumns(Grid grid, int first, List<Change.Column> columns) {
    grid.width = Math.max(grid.width, first + columns.size());
    for (int i = 0; i < columns.size(); i++) {
      grid.set(0, first + i, Cell.text(columns.get(i).title()));
      grid.marks.put(first + i, columns.get(i).mark());
    }
  }

  int reads() {
    return reads;
  }

  int rereads() {
    return rereads;
  }

  int writes() {
    return writes;
  }

  // ---- what people do

  /** Adds a tab with a header. */
  void tab(int sheetId, String title, boolean hasForm, List<String> header) {
    Grid grid = new Grid(sheetId, title, hasForm, header.size());
    grids.put(sheetId, grid);
    for (int i = 0; i < header.size(); i++) {
      grid.set(0, i, Cell.text(header.get(i)));
    }
  }

  /** With its charts, and what was named in it names nothing any more. */
  /** Somebody lets nobody write into a column. */
  void lock(int sheetId, int column) {
    locks.add(new Overlay.Lock(Area.columns(sheetId, column, column + 1), List.of()));
  }

  void unlock() {
    locks.clear();
  }

  void deleteTab(int sheetId) {
    grids.remove(sheetId);
    looks = without(sheetId);
  }

  private Decorations without(int sheetId) {
    Predicate<Area> gone = area -> area.sheetId() == sheetId;
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>(looks.rules());
    rules.remove(sheetId);
    Map<String, Overlay.Named> names = new HashMap<>();
    looks
        .overlay()
        .names()
        .forEach(
            (name, named) ->
                names.put(
                    name,
                    gone.test(named.area())
                        ? new Overlay.Named(named.id(), Area.whole(0))
                        : named));
    Set<Integer> charts = new HashSet<>(looks.overlay().charts());
    charts.removeIf(chart -> chartTabs.getOrDefault(chart, sheetId) == sheetId);
    return new Decorations(
        looks.recalculatesOnChange(),
        staying(looks.notes(), gone),
        staying(looks.helped(), gone),
        staying(looks.formatted(), gone),
        staying(looks.wrapped(), gone),
        rules,
        List.copyOf(staying(looks.guarded(), gone)),
        new Overlay(names, charts, locks));
  }

  private static Set<Area> staying(Collection<Area> areas, Predicate<Area> gone) {
    return areas.stream().filter(gone.negate()).collect(Collectors.toSet());
  }

  /** A spreadsheet that takes no looks, only values. */
  void refuseLooks() {
    plain = true;
  }

  /** Writes under the last row, as a form does. */
  void row(int sheetId, List<Cell> cells) {
    Grid grid = here(sheetId);
    grid.rows.subList(grid.lastRow(), grid.rows.size()).clear();
    grid.rows.add(new ArrayList<>(cells));
  }

  /** Inserts a row, as people and forms do. */
  void insert(int sheetId, int at, List<Cell> cells) {
    here(sheetId).rows.add(at, new ArrayList<>(cells));
  }

  void deleteRow(int sheetId, int row) {
    here(sheetId).rows.remove(row);
  }

  /** Inserts a column that people fill; marks move with their columns, as in Sheets. */
  void insertColumn(int sheetId, int at, String title) {
    Grid grid = here(sheetId);
    for (List<Cell> row : grid.rows) {
      if (at <= row.size()) {
        row.add(at, Cell.EMPTY);
      }
    }
    grid.width++;
    Map<Integer, String> moved = new HashMap<>();
    grid.marks.forEach((column, mark) -> moved.put(column < at ? column : column + 1, mark));
    grid.marks.clear();
    grid.marks.putAll(moved);
    grid.set(0, at, Cell.text(title));
  }

  /** Drags a column to the right; marks move with their columns, as in Sheets. */
  void dragColumn(int sheetId, int from, int to) {
    Grid grid = here(sheetId);
    for (int row = 0; row < grid.rows.size(); row++) {
      grid.set(row, to, grid.get(row, to)); // as wide as that
      List<Cell> cells = grid.rows.get(row);
      cells.add(to, cells.remove(from));
    }
    Map<Integer, String> moved = new HashMap<>();
    grid.marks.forEach(
        (column, mark) ->
            moved.put(
                column == from ? to : column > from && column <= to ? column - 1 : column, mark));
    grid.marks.clear();
    grid.marks.putAll(moved);
  }

  /** Copies a row, ours and all, under the last one. */
  void copyRow(int sheetId, int row) {
    row(sheetId, here(sheetId).rows.get(row));
  }

  /** Sorts the rows under the header by one column; {@code Z} first. */
  void sortDescending(int sheetId, String title) {
    Grid grid = here(sheetId);
    int column = column(sheetId, title);
    List<List<Cell>> body = grid.rows.subList(1, grid.lastRow());
    body.sort(
        Comparator.comparing((List<Cell> row) -> column < row.size() ? row.get(column).text() : "")
            .reversed());
  }

  /** Turns the order of the rows under the header round. */
  void reverse(int sheetId) {
    Grid grid = here(sheetId);
    Collections.reverse(grid.rows.subList(1, grid.lastRow()));
  }

  void type(int sheetId, int row, String title, String text) {
    here(sheetId).set(row, column(sheetId, title), Cell.text(text));
  }

  void type(int sheetId, int row, int column, String text) {
    here(sheetId).set(row, column, Cell.text(text));
  }

  /** Ticks a box. */
  void tick(int sheetId, int row, String title) {
    here(sheetId).set(row, column(sheetId, title), box(true));
  }

  /** As a French sheet shows it. */
  private static Cell box(boolean ticked) {
    return Cell.bool(ticked, ticked ? "VRAI" : "FAUX");
  }

  String text(int sheetId, int row, String title) {
    return here(sheetId).get(row, column(sheetId, title)).text();
  }

  String text(int sheetId, int row, int column) {
    return here(sheetId).get(row, column).text();
  }

  /** The first cells of a row. */
  List<Cell> answers(int sheetId, int row, int columns) {
    List<Cell> cells = here(sheetId).rows.get(row);
    return List.copyOf(cells.subList(0, Math.min(columns, cells.size())));
  }

  /** Writes cells from the first column on. */
  void put(int sheetId, int row, List<Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      here(sheetId).set(row, column, cells.get(column));
    }
  }

  /** The column of a title, from 0. */
  int column(int sheetId, String title) {
    Grid grid = here(sheetId);
    for (int i = 0; i < grid.width; i++) {
      if (grid.get(0, i).text().equals(title)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column is called " + title);
  }

  int rowCount(int sheetId) {
    return here(sheetId).lastRow();
  }

  boolean has(int sheetId) {
    return grids.containsKey(sheetId);
  }

  /** Every cell of every tab as text, to compare. */
  List<List<List<String>>> everything() {
    return grids.values().stream()
        .map(g -> g.rows.stream().map(r -> r.stream().map(Cell::text).toList()).toList())
        .toList();
  }

  /** Somebody's hand right before the look that a pass takes before its next kind of effect. */
  void beforeNextLook(Runnable hand) {
    beforeLooks.add(hand);
  }

  /** Somebody's hand between the look that a pass takes first and the one before it writes. */
  void beforeNextReread(Runnable hand) {
    beforeRereads.add(hand);
  }

  /** Somebody's hand in the instant before cells are written. */
  void beforeNextCells(Runnable hand) {
    beforeCells.add(hand);
  }

  private Grid here(int sheetId) {
    Grid grid = grids.get(sheetId);
    if (grid == null) {
      throw new IllegalArgumentException("No tab " + sheetId);
    }
    return grid;
  }
}
