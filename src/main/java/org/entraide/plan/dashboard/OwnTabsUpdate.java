package org.entraide.plan.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.plan.todo.TodoTab;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * What the daemon's own tabs should say after a pass: the dashboard, what people must do, and what
 * was understood in the settings tab.
 *
 * @param configured what applies where organisers set nothing
 * @param whole whether the counts are known; else only the signs of life and the troubles are
 *     shown, and of what people must do the most urgent
 * @param kept what is remembered of the settings tab, a confirmation that this pass used among it
 * @param texts the words of the sheet
 * @param zone of the sheet
 */
public record OwnTabsUpdate(
    SheetLayout layout,
    SettingsTab.Configured configured,
    DashboardFacts facts,
    boolean whole,
    KeptSettings kept,
    List<Texts> languages,
    Texts texts,
    ZoneId zone) {

  public OwnTabsUpdate {
    // a pass that counts nobody and finds nothing wrong does not know that nothing is to be done
    boolean knows = whole || facts.todo().filter(tasks -> !tasks.isEmpty()).isPresent();
    facts = knows ? facts : facts.withoutTasks();
  }

  /** The tabs as they were when everything was read. */
  public Map<Integer, List<Row>> asRead() {
    return Map.of(
        layout.settingsSheet(),
        layout.settings().map(Tab::rows).orElse(List.of()),
        layout.dashboardSheet(),
        layout.dashboard().map(Tab::rows).orElse(List.of()),
        layout.todoTab().sheetId(),
        layout.todoTab().rows());
  }

  /** The cells of the settings tab to write. */
  public List<Change> settings(Map<Integer, List<Row>> tabs) {
    List<Row> rows = tabs.getOrDefault(layout.settingsSheet(), List.of());
    return open(
        SettingsTab.readRows(layout, rows, configured, languages, kept).changes(texts, zone));
  }

  /** The changes without cells that are protected, or merged into others. */
  private List<Change> open(List<Change> changes) {
    Overlay overlay = layout.workbook().overlay();
    return changes.stream()
        .filter(
            change ->
                !(change instanceof Change.SetValue value)
                    || !(overlay.locks(value.sheetId(), value.row(), value.column())
                        || overlay.covers(value.sheetId(), value.row(), value.column())))
        .toList();
  }

  /** The cells of the dashboard to write. */
  public List<Change> dashboard(Map<Integer, List<Row>> tabs) {
    List<Row> rows = tabs.getOrDefault(layout.dashboardSheet(), List.of());
    return open(
        whole
            ? DashboardChanges.changes(layout, rows, facts, texts, zone)
            : DashboardChanges.signs(layout, rows, facts, texts, zone));
  }

  /** The cells of À faire / To do to write; none where nobody knows what is to be done. */
  public List<Change> todo(Map<Integer, List<Row>> tabs) {
    List<Row> rows = tabs.getOrDefault(layout.todoTab().sheetId(), List.of());
    return facts
        .todo()
        .map(
            tasks ->
                open(
                    whole
                        ? TodoTab.changes(layout, rows, tasks, texts)
                        : TodoTab.urgent(layout, rows, tasks, texts)))
        .orElse(List.of());
  }

  /** Whether only the sign of life is to be written, which is not reported. */
  public static boolean isHeartbeatAlone(List<Change> dashboard) {
    return dashboard.size() == 1 && dashboard.get(0) instanceof Change.SetNumber;
  }

  /** This update with another sign of life. */
  public OwnTabsUpdate with(Heartbeat.SignOfLife signOfLife) {
    return new OwnTabsUpdate(
        layout, configured, facts.with(signOfLife), whole, kept, languages, texts, zone);
  }

  /** The cells of the dashboard to write so that it shows the sign of life. */
  public List<Change> life(Map<Integer, List<Row>> tabs) {
    List<Row> rows = tabs.getOrDefault(layout.dashboardSheet(), List.of());
    return open(DashboardChanges.life(layout, rows, facts, texts, zone));
  }

  /**
   * The cell of the next sign of life, with any number; empty where more is to be written along
   * with it.
   */
  public Optional<Change.SetNumber> nextSign() {
    Heartbeat.SignOfLife signOfLife = facts.signOfLife();
    if (signOfLife.equals(Heartbeat.NONE)) {
      return Optional.empty();
    }
    Heartbeat.SignOfLife next =
        new Heartbeat.SignOfLife(
            signOfLife.installation(), signOfLife.at().plus(Heartbeat.EVERY), false);
    List<Change> changes = with(next).dashboard(asRead());
    return changes.stream()
        .filter(change -> isHeartbeatAlone(changes))
        .filter(change -> settings(asRead()).isEmpty() && todo(asRead()).isEmpty())
        .map(Change.SetNumber.class::cast)
        .map(sign -> new Change.SetNumber(sign.sheetId(), sign.row(), sign.column(), 0))
        .findFirst();
  }

  /**
   * This update without what was read below titles, and without people's names: it may be kept
   * until the next pass.
   */
  public OwnTabsUpdate withoutPeople() {
    return new OwnTabsUpdate(
        layout.titlesAlone(),
        configured,
        facts.withoutTasks(),
        whole,
        kept,
        languages,
        texts.naming(UnaryOperator.identity()),
        zone);
  }

  /** The columns of the dashboard alone, to look at them again. */
  public Map<Integer, Set<Integer>> dashboardColumns() {
    return Map.of(
        layout.dashboardSheet(),
        new TreeSet<>(layout.ownColumns().getOrDefault(layout.dashboardSheet(), Set.of())));
  }

  /** All that is to be written, in the order in which people read it. */
  public List<Change> all(Map<Integer, List<Row>> tabs) {
    List<Change> all = new ArrayList<>(settings(tabs));
    all.addAll(dashboard(tabs));
    all.addAll(todo(tabs));
    return all;
  }
}
