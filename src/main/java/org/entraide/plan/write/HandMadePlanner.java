package org.entraide.plan.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.HandMadeWish;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.write.LedgerPlanner.WantedEntry;
import org.entraide.table.Change;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The cells to write into rows that organisers typed in the ledger: the reference of the
 * introduction with its check, and nothing else, or why it is none. What they typed is not written,
 * so that the answer to the write shows whether the row was still there. The next pass, to which
 * the row is an introduction like any other, writes the rest. Pure.
 */
public final class HandMadePlanner {

  private static final int EXPLANATION = LedgerColumn.REPORTED.indexOf(LedgerColumn.EXPLANATION);

  /** Whom a refused row is about, as far as a report says. */
  private static final String NOBODY = "";

  private final SheetLayout layout;
  private final Texts texts;

  HandMadePlanner(SheetLayout layout, Texts texts) {
    this.layout = layout;
    this.texts = texts;
  }

  /**
   * Plans those rows.
   *
   * @param rows as they are
   * @param wishes what they are to get; of equal rows each its own, in their order
   * @param entries what the ledger should say, by reference
   */
  public List<RowChange> changes(
      List<HandMadeRow> rows, List<HandMadeWish> wishes, Map<String, WantedEntry> entries) {
    Map<String, Deque<HandMadeWish>> byText = new HashMap<>();
    wishes.forEach(it -> byText.computeIfAbsent(it.typed(), t -> new ArrayDeque<>()).add(it));
    List<RowChange> changes = new ArrayList<>();
    for (HandMadeRow row : rows) {
      Deque<HandMadeWish> wishesOfRow = byText.get(row.typed());
      if (wishesOfRow != null
          && !wishesOfRow.isEmpty()) { // else it was typed, or changed, since the sheet was read
        change(row, wishesOfRow.removeFirst(), entries).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private Optional<RowChange> change(
      HandMadeRow row, HandMadeWish wish, Map<String, WantedEntry> entries) {
    WantedEntry entry = entries.get(wish.ref());
    List<Change> cells = new ArrayList<>();
    if (entry != null) {
      set(row, LedgerColumn.REF, wish.ref(), cells);
      set(row, LedgerColumn.CHECK, LedgerPlanner.checkOf(entry, List.of()).text(), cells);
      row.written().forEach(column -> set(row, column, "", cells));
    } else if (wish.ref().isEmpty() && row.mayBeAnswered()) {
      String answer = wish.explanation().map(this::words).orElse("");
      set(row, LedgerColumn.EXPLANATION, answer, cells);
      set(row, LedgerColumn.CHECK, answer.isEmpty() ? "" : check(answer), cells);
    }
    return RowChange.of(
        layout.ledgerSheet(),
        row.index(),
        row.identity(),
        wish.ref().isEmpty() ? NOBODY : wish.ref(),
        cells,
        Map.of());
  }

  private String words(Message why) {
    return RowReport.shortened(texts.format(why));
  }

  /** By which the explanation is known as ours in a row of which the journal knows nothing. */
  private static String check(String explanation) {
    List<String> written = new ArrayList<>(Collections.nCopies(EXPLANATION, ""));
    written.add(explanation);
    return RowCheck.of(List.of(), written).text();
  }

  private void set(HandMadeRow row, LedgerColumn column, String text, List<Change> cells) {
    int at = layout.ledgerColumns().of(column);
    if (!row.text(column).equals(text)
        && !layout.merged().cover(layout.ledgerSheet(), row.index(), at)) {
      cells.add(new Change.SetCell(layout.ledgerSheet(), row.index(), at, text));
    }
  }
}
