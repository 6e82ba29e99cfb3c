package org.entraide.plan.layout;

import java.util.List;
import java.util.Optional;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** Where the dashboard is, whatever became of the other tabs. */
public interface DashboardPlace {

  /** The tab as it was read; empty where it is still to be added. */
  Optional<Tab> dashboard();

  /** The sheet id, present or to be added. */
  int dashboardSheet();

  /** The daemon's columns in it. */
  TabColumns<DashboardColumn> dashboardColumns();

  /** The rows as they were read. */
  default List<Row> dashboardRows() {
    return dashboard().map(Tab::rows).orElse(List.of());
  }
}
