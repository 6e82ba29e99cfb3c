package org.entraide.campaign.world;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Snapshot;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Decorations;
import org.entraide.table.Overlay;
import org.entraide.table.Workbook;
import org.entraide.table.WorkbookHash;

/** A spreadsheet in memory, with the hands of the people who edit it meanwhile. */
public final class MemoryTable extends DaemonTable implements Table {

  private final String id;
  private ZoneId zone;
  private String locale = "fr_FR";
  private final List<Overlay.Lock> locks = new ArrayList<>();
  private Optional<Instant> throttled = Optional.empty();
  private final Queue<Workbook> olderReads = new ArrayDeque<>();
  private int reads;
  private int understood;
  private int looked;

  public MemoryTable(String id, ZoneId zone, Outage outage) {
    super(outage);
    this.id = id;
    this.zone = zone;
  }

  /** Google shows the sheet as it was, so many times. */
  public void showOlder(Workbook then, int times) {
    olderReads.addAll(Collections.nCopies(times, then));
  }

  // ---- what the daemon does

  /** No pass should begin before; empty when one may now. */
  public void throttle(Optional<Instant> until) {
    throttled = until;
  }

  @Override
  public Optional<Instant> throttledUntil() {
    return throttled;
  }

  @Override
  public Workbook read() throws RemoteFailure {
    reads++;
    Workbook older = olderReads.poll();
    return outage.reading("read", older == null ? this::workbook : () -> older);
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

  /** People choose other settings of the spreadsheet. */
  public void settings(String sheetLocale, ZoneId timeZone) {
    locale = sheetLocale;
    zone = timeZone;
  }

  /** How often it was asked what an answer says. */
  public int understood() {
    return understood;
  }

  private Workbook workbook() {
    return new Workbook(
        id,
        "Entraide",
        locale,
        zone,
        grids.values().stream().map(MemoryTable::tab).toList(),
        new Overlay(looks.overlay().names(), looks.overlay().charts(), locks)
            .withFilterViews(looks.overlay().filterViews()));
  }

  /** Whoever has it may. */
  @Override
  public void checkWritable() {}

  @Override
  public Decorations decorations(Set<Integer> sheetIds) {
    looked++;
    return looks;
  }

  /** How often it was asked how it looks. */
  public int looked() {
    return looked;
  }

  public int reads() {
    return reads;
  }

  /** With its charts, and what was named in it names nothing any more. */
  /** Somebody lets nobody write into a column. */
  public void lock(int sheetId, int column) {
    locks.add(new Overlay.Lock(Area.columns(sheetId, column, column + 1), List.of()));
  }

  public void unlock() {
    locks.clear();
  }

  public void deleteTab(int sheetId) {
    grids.remove(sheetId);
    looks = without(sheetId);
  }

  /** A person deletes a filter view. */
  public void deleteFilterView(int number) {
    Set<Integer> views = new HashSet<>(looks.overlay().filterViews());
    views.remove(number);
    looks =
        new Decorations(
            looks.recalculatesOnChange(),
            looks.notes(),
            looks.helped(),
            looks.formatted(),
            looks.wrapped(),
            looks.rules(),
            looks.guarded(),
            looks.overlay().withFilterViews(views));
  }

  private Decorations without(int sheetId) {
    Predicate<Area> gone = area -> area.sheetId() == sheetId;
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>(looks.rules());
    rules.remove(sheetId);
    Map<String, Overlay.NamedArea> names = new HashMap<>();
    looks
        .overlay()
        .names()
        .forEach(
            (name, named) ->
                names.put(
                    name,
                    gone.test(named.area())
                        ? new Overlay.NamedArea(named.id(), Area.whole(0))
                        : named));
    Set<Integer> charts = new HashSet<>(looks.overlay().charts());
    charts.removeIf(chart -> chartTabs.getOrDefault(chart, sheetId) == sheetId);
    Set<Integer> views = new HashSet<>(looks.overlay().filterViews());
    views.removeIf(view -> viewTabs.getOrDefault(view, sheetId) == sheetId);
    return new Decorations(
        looks.recalculatesOnChange(),
        staying(looks.notes(), gone),
        staying(looks.helped(), gone),
        staying(looks.formatted(), gone),
        staying(looks.wrapped(), gone),
        rules,
        List.copyOf(staying(looks.guarded(), gone)),
        new Overlay(names, charts, locks).withFilterViews(views));
  }

  private static <T> Map<Area, T> staying(Map<Area, T> areas, Predicate<Area> gone) {
    Map<Area, T> staying = new HashMap<>(areas);
    staying.keySet().removeIf(gone);
    return staying;
  }

  private static Set<Area> staying(Collection<Area> areas, Predicate<Area> gone) {
    return areas.stream().filter(gone.negate()).collect(Collectors.toSet());
  }

  /** A spreadsheet that takes no looks, only values. */
  public void refuseLooks() {
    plain = true;
  }

  /** Writes under the last row, as a form does. */
  public void row(int sheetId, List<Cell> cells) {
    MemoryGrid grid = here(sheetId);
    grid.rows.subList(grid.lastRow(), grid.rows.size()).clear();
    grid.rows.add(new ArrayList<>(cells));
  }

  /** Inserts a row, as people and forms do. */
  public void insert(int sheetId, int at, List<Cell> cells) {
    here(sheetId).rows.add(at, new ArrayList<>(cells));
  }

  public void deleteRow(int sheetId, int row) {
    here(sheetId).rows.remove(row);
  }

  /** Inserts a column that people fill; marks move with their columns, as in Sheets. */
  public void insertColumn(int sheetId, int at, String title) {
    MemoryGrid grid = here(sheetId);
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
  public void dragColumn(int sheetId, int from, int to) {
    MemoryGrid grid = here(sheetId);
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
  public void copyRow(int sheetId, int row) {
    row(sheetId, here(sheetId).rows.get(row));
  }

  /** Sorts the rows under the header by one column; {@code Z} first. */
  public void sortDescending(int sheetId, String title) {
    MemoryGrid grid = here(sheetId);
    int column = column(sheetId, title);
    List<List<Cell>> body = grid.rows.subList(1, grid.lastRow());
    body.sort(
        Comparator.comparing((List<Cell> row) -> column < row.size() ? row.get(column).text() : "")
            .reversed());
  }

  /** Turns the order of the rows under the header round. */
  public void reverse(int sheetId) {
    MemoryGrid grid = here(sheetId);
    Collections.reverse(grid.rows.subList(1, grid.lastRow()));
  }

  public void type(int sheetId, int row, String title, String text) {
    here(sheetId).set(row, column(sheetId, title), Cell.text(text));
  }

  public void type(int sheetId, int row, int column, String text) {
    here(sheetId).set(row, column, Cell.text(text));
  }

  /** Somebody types what the sheet takes for more than text. */
  public void type(int sheetId, int row, String title, Cell cell) {
    here(sheetId).set(row, column(sheetId, title), cell);
  }

  /** Ticks a box. */
  public void tick(int sheetId, int row, String title) {
    here(sheetId).set(row, column(sheetId, title), box(true));
  }

  /** The first cells of a row. */
  public List<Cell> answers(int sheetId, int row, int columns) {
    List<Cell> cells = here(sheetId).rows.get(row);
    return List.copyOf(cells.subList(0, Math.min(columns, cells.size())));
  }

  /** Writes cells from the first column on. */
  public void put(int sheetId, int row, List<Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      here(sheetId).set(row, column, cells.get(column));
    }
  }

  public int rowCount(int sheetId) {
    return here(sheetId).lastRow();
  }

  public boolean has(int sheetId) {
    return grids.containsKey(sheetId);
  }

  /** Every cell of every tab as text, to compare. */
  public List<List<List<String>>> everything() {
    return grids.values().stream()
        .map(g -> g.rows.stream().map(r -> r.stream().map(Cell::text).toList()).toList())
        .toList();
  }

  /** Somebody's hand right before the look that a pass takes before its next kind of effect. */
  public void beforeNextLook(Runnable hand) {
    beforeLooks.add(hand);
  }

  /** Somebody's hand between the look that a pass takes first and the one before it writes. */
  public void beforeNextReread(Runnable hand) {
    beforeRereads.add(hand);
  }

  /** Somebody's hand in the instant before cells are written. */
  public void beforeNextCells(Runnable hand) {
    beforeCells.add(hand);
  }
}
