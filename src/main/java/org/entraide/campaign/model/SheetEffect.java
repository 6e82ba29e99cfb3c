package org.entraide.campaign.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.prepare.FormerWords;
import org.entraide.plan.prepare.MissingParts;
import org.entraide.plan.write.CellPlanner;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/** An effect in the spreadsheet. One that fails ends the pass. */
public sealed interface SheetEffect extends Effect {

  /** Writes the sign of life alone. */
  record SignOfLife(Change.SetNumber sign) implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public List<Effect> listed() {
      return List.of();
    }

    @Override
    public String toString() {
      return "sign of life";
    }
  }

  /**
   * Adds the columns, tabs and marks of columns that the sheet lacks.
   *
   * @param all with their formats
   * @param needed the same without formats, for a sheet where these are refused
   * @param paused whether a pass that does nothing else does it: then no gate is asked
   * @param former the sheet, where an earlier version made it: how it looks is to be read, so that
   *     what is still as that version made it gets the words of today
   */
  record Prepare(
      List<Change> all, List<Change> needed, boolean paused, Optional<SheetLayout> former)
      implements SheetEffect {
    public Prepare {
      all = List.copyOf(all);
      needed = List.copyOf(needed);
    }

    /**
     * What a sheet lacks; empty where nothing is missing.
     *
     * @param layoutAsRead the sheet as it was read
     * @param pins marks by which columns of the form are known again
     * @param words in which columns and tabs are titled
     */
    public static Optional<Prepare> of(
        SheetLayout layoutAsRead, List<Change> pins, Texts words, boolean paused) {
      List<Change> all =
          Stream.concat(MissingParts.preparations(layoutAsRead, words).stream(), pins.stream())
              .toList();
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Prepare(
                  all,
                  Stream.concat(
                          MissingParts.necessities(layoutAsRead, words).stream(), pins.stream())
                      .toList(),
                  paused,
                  Optional.of(layoutAsRead).filter(FormerWords::isIn)));
    }

    @Override
    public Kind kind() {
      return Kind.PREPARE;
    }

    @Override
    public String toString() {
      return "prepare " + needed.size() + " columns or tabs";
    }
  }

  /** Writes what people typed in the tab before into the tab that is served now. */
  record CarryOverTyped(CellPlanner plan) implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public String toString() {
      return "carry over what was typed in the tab before";
    }
  }

  /** Takes the references of erased introductions out of the ledger. */
  record ForgetEntries(List<Change> changes) implements SheetEffect {
    public ForgetEntries {
      changes = List.copyOf(changes);
    }

    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public String toString() {
      return "forget " + changes.size() + " rows of the ledger";
    }
  }

  /**
   * Appends the rows that the ledger lacks, in one request.
   *
   * @param references of the introductions, in the order of the rows
   */
  record AppendLedger(List<String> references, Change.AppendRows rows) implements SheetEffect {
    public AppendLedger {
      references = List.copyOf(references);
    }

    @Override
    public Kind kind() {
      return Kind.LEDGER;
    }

    @Override
    public List<Effect> listed() {
      return references.stream().<Effect>map(LedgerRowAppended::new).toList();
    }

    @Override
    public String toString() {
      return "ledger " + String.join(" ", references);
    }
  }

  /** One row of {@link AppendLedger}. */
  record LedgerRowAppended(String reference) implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.LEDGER;
    }

    @Override
    public String toString() {
      return "ledger " + reference;
    }
  }

  /** Puts cells back that the pass before wrote by mistake. */
  record RestoreCells(List<Change> cells) implements SheetEffect {
    public RestoreCells {
      cells = List.copyOf(cells);
    }

    @Override
    public Kind kind() {
      return Kind.PUT_BACK;
    }

    @Override
    public String toString() {
      return "put back " + cells.size() + " cells";
    }
  }

  /**
   * Writes what rows and the daemon's own tabs should say and do not.
   *
   * @param desired what they should say, regardless of what they say at the write
   * @param references of the rows that differed when the sheet was read
   * @param appended whether the ledger has more rows than were read
   * @param locked whether some rows are left out because they are protected
   * @param tabs what differed in the daemon's own tabs
   */
  record WriteRows(
      DesiredCells desired,
      List<String> references,
      boolean appended,
      boolean locked,
      List<Effect> tabs)
      implements SheetEffect {
    public WriteRows {
      references = List.copyOf(references);
      tabs = List.copyOf(tabs);
    }

    /**
     * Plans to write what differs from what was read. Of the rows the plan holds the references
     * alone: the cells to write of a large sheet are a fourth of the heap.
     *
     * @param appended whether the ledger has more rows than were read
     */
    public static WriteRows of(DesiredCells desired, boolean appended) {
      DesiredCells.Differences differences = desired.differences(desired.asRead());
      return new WriteRows(
          desired,
          differences.rows().stream().map(RowChange::reference).toList(),
          appended,
          differences.locked(),
          tabsWritten(desired.ownTabs()));
    }

    @Override
    public Kind kind() {
      return Kind.WRITE;
    }

    @Override
    public List<Effect> listed() {
      return Stream.concat(references.stream().map(RowWritten::new), tabs.stream()).toList();
    }

    @Override
    public String toString() {
      return "write " + String.join(" ", references);
    }
  }

  /** One row of {@link WriteRows}. */
  record RowWritten(String reference) implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.WRITE;
    }

    @Override
    public String toString() {
      return "write " + reference;
    }
  }

  /** Cells of the settings tab, of {@link WriteRows} or {@link WriteTabs}. */
  record SettingsWritten() implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.SETTINGS;
    }

    @Override
    public String toString() {
      return "settings";
    }
  }

  /** Cells of the dashboard, of {@link WriteRows} or {@link WriteTabs}. */
  record DashboardWritten() implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.DASHBOARD;
    }

    @Override
    public String toString() {
      return "dashboard";
    }
  }

  /** Cells of À faire / To do, of {@link WriteRows} or {@link WriteTabs}. */
  record TodoWritten() implements SheetEffect {
    @Override
    public Kind kind() {
      return Kind.TODO;
    }

    @Override
    public String toString() {
      return "to do";
    }
  }

  /** What a report lists of cells of the daemon's own tabs. */
  static List<Effect> tabsWritten(
      List<Change> settings, List<Change> dashboard, List<Change> todo) {
    List<Effect> written = new ArrayList<>();
    if (!settings.isEmpty()) {
      written.add(new SettingsWritten());
    }
    if (!dashboard.isEmpty() && !OwnTabsUpdate.isHeartbeatAlone(dashboard)) {
      written.add(new DashboardWritten());
    }
    if (!todo.isEmpty()) {
      written.add(new TodoWritten());
    }
    return written;
  }

  /** What a report lists of what differs from the tabs as they were read. */
  static List<Effect> tabsWritten(OwnTabsUpdate own) {
    return tabsWritten(own, own.asRead());
  }

  /** What a report lists of what differs from the tabs as they are. */
  static List<Effect> tabsWritten(OwnTabsUpdate own, Map<Integer, List<Row>> tabs) {
    return tabsWritten(own.settings(tabs), own.dashboard(tabs), own.todo(tabs));
  }

  /** Writes the daemon's own tabs in a pass that does nothing else. */
  record WriteTabs(OwnTabsUpdate ownTabs, List<Effect> tabs) implements SheetEffect {
    public WriteTabs {
      tabs = List.copyOf(tabs);
    }

    @Override
    public Kind kind() {
      return Kind.DASHBOARD;
    }

    @Override
    public List<Effect> listed() {
      return tabs;
    }

    @Override
    public String toString() {
      return "tabs";
    }
  }

  /** Writes on the dashboard why a sheet cannot be worked on. */
  record WriteReason(List<Change> cells) implements SheetEffect {
    public WriteReason {
      cells = List.copyOf(cells);
    }

    @Override
    public Kind kind() {
      return Kind.DASHBOARD;
    }

    @Override
    public List<Effect> listed() {
      return tabsWritten(List.of(), cells, List.of());
    }

    @Override
    public String toString() {
      return "dashboard";
    }
  }
}
