package org.entraide.campaign.world;

import static org.entraide.campaign.world.Titles.SETTINGS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** What the daemon does with a table in memory. */
public abstract class DaemonTable implements Table {

  /** What is looked at before an effect. */
  private static final Set<Integer> SETTINGS_AND_DASHBOARD = Set.of(SETTINGS, 741_852_003);

  final Outage outage;
  final Deque<Runnable> beforeLooks = new ArrayDeque<>();
  final Deque<Runnable> beforeRereads = new ArrayDeque<>();
  final Deque<Runnable> beforeCells = new ArrayDeque<>();
  Map<Integer, MemoryGrid> grids = new LinkedHashMap<>();
  public Decorations looks = Decorations.NONE;
  final Map<Integer, Integer> chartTabs = new HashMap<>();
  final Map<Integer, Integer> viewTabs = new HashMap<>();
  boolean plain;
  private int rereads;
  private int writes;

  DaemonTable(Outage outage) {
    this.outage = outage;
  }

  public static Tab tab(MemoryGrid grid) {
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

  Map<Integer, List<Row>> columns(Map<Integer, Set<Integer>> wanted) throws RemoteFailure {
    Map<Integer, List<Row>> answer = new HashMap<>();
    for (Map.Entry<Integer, Set<Integer>> entry : wanted.entrySet()) {
      MemoryGrid grid = grids.get(entry.getKey());
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
          Map<Integer, MemoryGrid> next = new LinkedHashMap<>();
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

  /**
   * Refuses what Sheets refuses: a name, a chart or a filter view twice, cells outside the grid.
   */
  private Decorations decorated(Change change, Decorations before, Map<Integer, MemoryGrid> grids)
      throws RemoteFailure {
    if (change instanceof Change.Decoration decoration) {
      if (plain) {
        throw RemoteFailure.of(Kind.REJECTED, "Looks are refused.");
      }
      Area area = decoration.area();
      MemoryGrid grid = grid(grids, area.sheetId());
      boolean outside =
          area.row() >= grid.height
              || area.column() >= Math.max(grid.width, 26)
              || (area.endRow() != Area.OPEN && area.endRow() > grid.height);
      boolean twice =
          (change instanceof Change.Name
                  || change instanceof Change.Draw
                  || change instanceof Change.FilterView)
              && before.has(decoration);
      if (outside || twice) {
        throw RemoteFailure.of(Kind.REJECTED, "Invalid requests.");
      }
    }
    if (change instanceof Change.Draw draw) {
      chartTabs.put(draw.chart().id(), draw.area().sheetId());
    }
    if (change instanceof Change.FilterView view) {
      viewTabs.put(view.id(), view.area().sheetId());
    }
    return before.with(List.of(change));
  }

  private static void apply(Change change, Map<Integer, MemoryGrid> grids) throws RemoteFailure {
    if (change instanceof Change.AddTab tab) {
      boolean there =
          grids.values().stream()
              .anyMatch(g -> g.id == tab.sheetId() || g.title.equals(tab.title()));
      if (there) {
        throw RemoteFailure.of(Kind.REJECTED, "There is such a tab.");
      }
      MemoryGrid grid = new MemoryGrid(tab.sheetId(), tab.title(), false, tab.columns().size());
      grids.put(tab.sheetId(), grid);
      addColumns(grid, 0, tab.columns());
    } else if (change instanceof Change.AddColumns columns) {
      addColumns(grid(grids, columns.sheetId()), columns.firstColumn(), columns.columns());
    } else if (change instanceof Change.MarkColumn mark) {
      grid(grids, mark.sheetId()).marks.put(mark.column(), mark.mark());
    } else if (change instanceof Change.AddRows rows) {
      grid(grids, rows.sheetId()).height += rows.count();
    } else if (change instanceof Change.SetValue cell) {
      MemoryGrid grid = grid(grids, cell.sheetId());
      if (cell.row() >= grid.height || cell.column() >= grid.width) {
        throw RemoteFailure.of(Kind.REJECTED, "Outside the grid.");
      }
      grid.set(cell.row(), cell.column(), value(cell));
    } else if (change instanceof Change.Forget forget) {
      MemoryGrid grid = grid(grids, forget.sheetId());
      for (int row = 0; row < grid.rows.size(); row++) {
        if (grid.get(row, forget.column()).text().equals(forget.text())) {
          grid.set(row, forget.column(), Cell.EMPTY);
        }
      }
    } else if (change instanceof Change.AppendRows append) {
      MemoryGrid grid = grid(grids, append.sheetId());
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
    if (value instanceof Change.SetFormula formula) {
      return Cell.text(formula.link().label());
    }
    return value instanceof Change.SetNumber number
        ? Cell.number(number.number(), String.valueOf(number.number()))
        : Cell.text(((Change.SetCell) value).text());
  }

  private static MemoryGrid grid(Map<Integer, MemoryGrid> grids, int sheetId) throws RemoteFailure {
    MemoryGrid grid = grids.get(sheetId);
    if (grid == null) {
      throw RemoteFailure.of(Kind.CONFLICT, "No such tab.");
    }
    return grid;
  }

  private static void addColumns(MemoryGrid grid, int first, List<Change.Column> columns) {
    grid.width = Math.max(grid.width, first + columns.size());
    for (int i = 0; i < columns.size(); i++) {
      grid.set(0, first + i, Cell.text(columns.get(i).title()));
      grid.marks.put(first + i, columns.get(i).mark());
    }
  }

  public int rereads() {
    return rereads;
  }

  public int writes() {
    return writes;
  }

  // ---- what people do

  /** Adds a tab with a header. */
  public void tab(int sheetId, String title, boolean hasForm, List<String> header) {
    MemoryGrid grid = new MemoryGrid(sheetId, title, hasForm, header.size());
    grids.put(sheetId, grid);
    for (int i = 0; i < header.size(); i++) {
      grid.set(0, i, Cell.text(header.get(i)));
    }
  }

  /** As a French sheet shows it. */
  static Cell box(boolean ticked) {
    return Cell.bool(ticked, ticked ? "VRAI" : "FAUX");
  }

  public String text(int sheetId, int row, String title) {
    return here(sheetId).get(row, column(sheetId, title)).text();
  }

  public String text(int sheetId, int row, int column) {
    return here(sheetId).get(row, column).text();
  }

  /** The column of a title, from 0. */
  public int column(int sheetId, String title) {
    MemoryGrid grid = here(sheetId);
    for (int i = 0; i < grid.width; i++) {
      if (grid.get(0, i).text().equals(title)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column is called " + title);
  }

  public MemoryGrid here(int sheetId) {
    MemoryGrid grid = grids.get(sheetId);
    if (grid == null) {
      throw new IllegalArgumentException("No tab " + sheetId);
    }
    return grid;
  }
}
