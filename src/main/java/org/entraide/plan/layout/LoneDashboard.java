package org.entraide.plan.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * The dashboard of a spreadsheet whose answers cannot be worked on: it can show why.
 *
 * @param tab of the dashboard
 * @param dashboardColumns the daemon's columns, all of them
 * @param workbook all that was read
 */
public record LoneDashboard(
    Tab tab, TabColumns<DashboardColumn> dashboardColumns, Workbook workbook)
    implements DashboardPlace {

  /** Empty where there is none, or columns of it are missing: nothing is added just now. */
  static Optional<LoneDashboard> of(OwnTabs own, Workbook workbook) {
    return own.dashboard()
        .map(tab -> new LoneDashboard(tab, DashboardColumn.find(tab), workbook))
        .filter(place -> place.dashboardColumns().missing().isEmpty());
  }

  /** The dashboard of a spreadsheet whose answers nobody looks at. */
  public static Optional<LoneDashboard> find(Workbook workbook, List<Texts> languages) {
    return of(OwnTabs.find(workbook, languages), workbook);
  }

  @Override
  public Optional<Tab> dashboard() {
    return Optional.of(tab);
  }

  @Override
  public int dashboardSheet() {
    return tab.sheetId();
  }

  /** The daemon's columns, to look at them again. */
  public Map<Integer, Set<Integer>> columns() {
    return Map.of(tab.sheetId(), new TreeSet<>(dashboardColumns.at().values()));
  }
}
