package org.entraide.plan.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SameColumns.Title;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * What a write was meant for, in one tab.
 *
 * @param tabBefore the tab right before it
 * @param marks of the daemon's columns, by their position
 * @param titles of all columns, by their position, with those that were added since
 * @param titlesAfter the same right after the write
 * @param headerAfter the first row right after the write
 */
record WriteTarget(
    Tab tabBefore,
    Map<Integer, String> marks,
    Map<Integer, Title> titles,
    Map<Integer, Title> titlesAfter,
    Row headerAfter) {

  /**
   * The tab of answers, unless its header was not read back.
   *
   * @param after rows as they were right after the write, by their tab, the header first
   * @param texts the titles of columns that were added in this pass
   */
  static Optional<WriteTarget> ofAnswers(
      SheetLayout layout, Map<Integer, List<Row>> after, Texts texts) {
    return of(
        layout.responses(),
        layout.answerColumns(),
        PersonColumn::mark,
        column -> texts.get(column.titleKey()),
        after);
  }

  /** The ledger, unless there is none or its header was not read back. */
  static Optional<WriteTarget> ofLedger(
      SheetLayout layout, Map<Integer, List<Row>> after, Texts texts) {
    return layout
        .ledger()
        .flatMap(
            ledger ->
                of(
                    ledger,
                    layout.ledgerColumns(),
                    LedgerColumn::mark,
                    column -> texts.get(column.titleKey()),
                    after));
  }

  private static <C extends Enum<C>> Optional<WriteTarget> of(
      Tab tabBefore,
      TabColumns<C> columns,
      Function<C, String> mark,
      Function<C, String> title,
      Map<Integer, List<Row>> after) {
    Map<Integer, String> marks = new HashMap<>();
    Map<Integer, Title> titles = new HashMap<>(Title.of(tabBefore.header()));
    columns
        .at()
        .forEach(
            (column, at) -> {
              marks.put(at, mark.apply(column));
              titles.putIfAbsent(at, new Title(title.apply(column), 1));
            });
    return after.getOrDefault(tabBefore.sheetId(), List.of()).stream()
        .findFirst()
        .filter(row -> row.index() == 0)
        .map(header -> new WriteTarget(tabBefore, marks, titles, Title.of(header), header));
  }

  /** Whether any of its cells was written into another column than it was meant for. */
  boolean missed(RowChange change) {
    return change.sheetId() == tabBefore.sheetId()
        && change.changes().stream().flatMap(WrittenCell::of).anyMatch(this::missed);
  }

  /** Whether another column was there: the one meant had moved, was deleted, or renamed. */
  boolean missed(WrittenCell wrote) {
    return !Objects.equals(titlesAfter.get(wrote.column()), titles.get(wrote.column()));
  }
}
