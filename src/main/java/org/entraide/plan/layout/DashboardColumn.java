package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.table.Tab;

/** The four columns of the dashboard that are the daemon's, from the left. */
public enum DashboardColumn {
  FIRST(300),
  SECOND(190),
  THIRD(300),
  FOURTH(420);

  private final int pixels;

  DashboardColumn(int pixels) {
    this.pixels = pixels;
  }

  /** The developer metadata by which the column is found again. */
  public String mark() {
    return "dashboard_" + name().toLowerCase(Locale.ROOT);
  }

  public int pixels() {
    return pixels;
  }

  /** By their marks; where all of these are lost, the first four columns. */
  static TabColumns<DashboardColumn> find(Tab tab) {
    Map<String, Integer> byMark = new HashMap<>();
    tab.columnMarks().forEach((column, mark) -> byMark.merge(mark, column, Math::min));
    Map<DashboardColumn, Integer> at = new EnumMap<>(DashboardColumn.class);
    for (DashboardColumn column : values()) {
      Integer marked = byMark.get(column.mark());
      if (marked != null) {
        at.put(column, marked);
      }
    }
    if (at.isEmpty() && tab.columnCount() >= values().length) {
      for (DashboardColumn column : values()) {
        at.put(column, at.size());
      }
      return new TabColumns<>(at, List.of(), List.of(values()));
    }
    List<DashboardColumn> missing = new ArrayList<>(List.of(values()));
    missing.removeAll(at.keySet());
    return new TabColumns<>(at, missing, List.of());
  }
}
