package org.entraide.plan.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * Where columns are in rows that were read again: people move columns while letters are written,
 * and a row's content alone does not show where they went.
 *
 * @param layoutBefore where they were
 * @param now by sheet id, the header row first
 * @param texts in which the columns of {@code MissingParts.preparations} were titled
 */
record ColumnPositions(SheetLayout layoutBefore, Map<Integer, List<Row>> now, Texts texts) {

  /** Whether all columns are where they were. */
  boolean areUnchanged() {
    int sheetId = layoutBefore.responses().sheetId();
    Row header = layoutBefore.responses().header();
    boolean answers =
        layoutBefore.identityColumns().getOrDefault(sheetId, Set.of()).stream()
            .allMatch(column -> shows(sheetId, column, header.cell(column).text()));
    boolean own =
        layoutBefore.answerColumns().at().entrySet().stream()
            .filter(e -> e.getKey().isWritten())
            .allMatch(e -> isUnchanged(sheetId, header, e.getValue(), e.getKey().titleKey()));
    return answers
        && own
        && areUnchanged(
            layoutBefore.ledgerSheet(),
            layoutBefore.ledger(),
            layoutBefore.ledgerColumns(),
            LedgerColumn::titleKey)
        && areSettingsUnchanged()
        && areUnchanged(
            layoutBefore.todoTab().sheetId(),
            layoutBefore.todoTab().tab(),
            layoutBefore.todoTab().columns(),
            TodoColumn::titleKey);
  }

  boolean areSettingsUnchanged() {
    return areUnchanged(
        layoutBefore.settingsSheet(),
        layoutBefore.settings(),
        layoutBefore.settingsColumns(),
        SettingsColumn::titleKey);
  }

  private <C extends Enum<C>> boolean areUnchanged(
      int sheetId, Optional<Tab> tab, TabColumns<C> columns, Function<C, String> titleKey) {
    Row header = tab.map(Tab::header).orElse(new Row(0, List.of()));
    return columns.at().entrySet().stream()
        .allMatch(e -> isUnchanged(sheetId, header, e.getValue(), titleKey.apply(e.getKey())));
  }

  /**
   * Whether a column has the title that it had. One that was added since has our own, and one whose
   * title people cleared has none. One that an earlier version had titled may have our own.
   */
  private boolean isUnchanged(int sheetId, Row header, int column, String titleKey) {
    String title = header.cell(column).text();
    boolean mayBeOurs = title.isEmpty() || texts.former(titleKey).contains(title);
    return shows(sheetId, column, title)
        || (mayBeOurs && shows(sheetId, column, texts.get(titleKey)));
  }

  private boolean shows(int sheetId, int column, String title) {
    List<Row> rows = now.getOrDefault(sheetId, List.of());
    String shown =
        rows.isEmpty() || rows.get(0).index() != 0 ? "" : rows.get(0).cell(column).text();
    return shown.equals(title);
  }
}
