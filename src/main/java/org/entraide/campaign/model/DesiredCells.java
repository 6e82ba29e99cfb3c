package org.entraide.campaign.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.write.CellPlanner;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;

/**
 * What rows and the daemon's own tabs should say. Compared with the rows of some moment it gives
 * what is to be written then: once with what the pass read, to see whether there is anything to do,
 * and again with what is read right before the write, since people edit and sort meanwhile. Pure.
 *
 * @param sheet plans cells
 * @param people what the rows of answers should say
 * @param entries what the rows of the ledger should say, by reference
 * @param answersWait whether rows of answers are left to the next pass
 */
public record DesiredCells(
    Observation observation,
    CellPlanner sheet,
    List<WantedRow> people,
    Map<String, WantedEntry> entries,
    OwnTabsUpdate ownTabs,
    boolean answersWait) {

  /** The rows at one moment. */
  public record RowsAtMoment(
      List<ResponseRow> answers,
      CellAuthorship authorship,
      List<LedgerRow> entries,
      List<HandMadeRow> typed,
      List<Row> tab) {}

  /**
   * Rows that say something else.
   *
   * @param locked whether some are left out because they are protected
   */
  public record Differences(List<RowChange> rows, boolean locked) {}

  /** The rows as the pass read them. */
  RowsAtMoment asRead() {
    List<LedgerRow> ledger = new ArrayList<>(observation.interpretation().ledger());
    ledger.addAll(observation.interpretation().remnants());
    List<Row> tab = observation.layout().responses().rows();
    List<ResponseRow> answers = observation.interpretation().rows();
    Map<Integer, List<Row>> tabs = new HashMap<>();
    observation.layout().ledger().ifPresent(it -> tabs.put(it.sheetId(), it.rows()));
    return new RowsAtMoment(
        answers, sheet.authorship(tab, answers, people), ledger, sheet.ledger().typed(tabs), tab);
  }

  /** The rows as they are now. */
  public RowsAtMoment at(Map<Integer, List<Row>> tabs) {
    List<ResponseRow> answers = sheet.answers(tabs, observation.reader());
    List<Row> tab = tabs.getOrDefault(observation.layout().responses().sheetId(), List.of());
    return new RowsAtMoment(
        answers,
        sheet.authorship(tab, answers, people),
        sheet.ledger().entries(tabs),
        sheet.ledger().typed(tabs),
        tab);
  }

  /** What is to be written into these rows. */
  public Differences differences(RowsAtMoment rows) {
    List<RowChange> changes = new ArrayList<>();
    if (!answersWait) {
      changes.addAll(sheet.answerRowChanges(rows.answers(), people, rows.authorship()));
      changes.addAll(sheet.clearedBesideNobody(rows.tab(), rows.answers(), rows.authorship()));
    }
    changes.addAll(sheet.ledger().changes(rows.entries(), entries));
    changes.addAll(
        sheet.ledger().handMade().changes(rows.typed(), observation.handMade().wishes(), entries));
    List<RowChange> open = changes.stream().filter(row -> !isLocked(row.changes())).toList();
    return new Differences(open, open.size() < changes.size());
  }

  private boolean isLocked(List<Change> changes) {
    Overlay overlay = observation.layout().workbook().overlay();
    return changes.stream()
        .anyMatch(
            change ->
                change instanceof Change.SetValue value
                    && overlay.locks(value.sheetId(), value.row(), value.column()));
  }
}
