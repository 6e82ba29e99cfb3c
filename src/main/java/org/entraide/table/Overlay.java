package org.entraide.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies over the cells of a spreadsheet and is read with them.
 *
 * @param names named ranges by their name
 * @param charts the numbers of all charts, whichever tab they are on
 * @param locks where somebody lets nobody write but others than us
 * @param merges cells that look like one: only the first of each has a value
 * @param filterViews the numbers of all filter views, whichever tab they are on
 */
public record Overlay(
    Map<String, NamedArea> names,
    Set<Integer> charts,
    List<Lock> locks,
    List<Area> merges,
    Set<Integer> filterViews) {

  public static final Overlay NONE = new Overlay(Map.of(), Set.of(), List.of());

  public Overlay {
    names = Map.copyOf(names);
    charts = Set.copyOf(charts);
    locks = List.copyOf(locks);
    merges = List.copyOf(merges);
    filterViews = Set.copyOf(filterViews);
  }

  /** Without filter views. */
  public Overlay(
      Map<String, NamedArea> names, Set<Integer> charts, List<Lock> locks, List<Area> merges) {
    this(names, charts, locks, merges, Set.of());
  }

  /** Without merged cells. */
  public Overlay(Map<String, NamedArea> names, Set<Integer> charts, List<Lock> locks) {
    this(names, charts, locks, List.of());
  }

  /** Without locks and merged cells. */
  public Overlay(Map<String, NamedArea> names, Set<Integer> charts) {
    this(names, charts, List.of());
  }

  /**
   * Whether a name, a chart or a filter view with this one's name or number exists: adding it would
   * be refused. Of other decorations nothing is known here.
   */
  public boolean has(Change.Decoration wanted) {
    if (wanted instanceof Change.Name name) {
      return names.containsKey(name.name());
    }
    if (wanted instanceof Change.Draw draw) {
      return charts.contains(draw.chart().id());
    }
    return wanted instanceof Change.FilterView view && filterViews.contains(view.id());
  }

  /** This overlay with other filter views. */
  public Overlay withFilterViews(Set<Integer> others) {
    return new Overlay(names, charts, locks, merges, others);
  }

  /** The names, charts and filter views once these changes were made. */
  Overlay with(List<? extends Change> changes) {
    Map<String, NamedArea> namesThen = new HashMap<>(names);
    Set<Integer> chartsThen = new HashSet<>(charts);
    Set<Integer> viewsThen = new HashSet<>(filterViews);
    for (Change change : changes) {
      if (change instanceof Change.Name name) {
        namesThen.put(name.name(), new NamedArea(name.name(), name.area()));
      } else if (change instanceof Change.MoveName move) {
        namesThen.put(move.name(), new NamedArea(move.id(), move.area()));
      } else if (change instanceof Change.Draw draw) {
        chartsThen.add(draw.chart().id());
      } else if (change instanceof Change.FilterView view) {
        viewsThen.add(view.id());
      }
    }
    return new Overlay(namesThen, chartsThen).withFilterViews(viewsThen);
  }

  /** Whether a cell may not be written. */
  public boolean locks(int sheetId, int row, int column) {
    if (locks.isEmpty()) {
      return false;
    }
    Area cell = Area.cell(sheetId, row, column);
    return locks.stream().anyMatch(lock -> lock.holds(cell));
  }

  /**
   * Whether a cell lies under the first one of a merge: what is written there is accepted and lost.
   */
  public boolean covers(int sheetId, int row, int column) {
    return merges.stream().anyMatch(merge -> merge.covers(sheetId, row, column));
  }

  /**
   * A protected range that refuses us.
   *
   * @param open parts of it that it leaves to everybody
   */
  public record Lock(Area area, List<Area> open) {
    public Lock {
      open = List.copyOf(open);
    }

    boolean holds(Area cell) {
      return area.meets(cell) && open.stream().noneMatch(cell::meets);
    }
  }

  /**
   * A range that formulas can name.
   *
   * @param id Google's
   * @param area where it is by now: it moves with its cells
   */
  public record NamedArea(String id, Area area) {}
}
