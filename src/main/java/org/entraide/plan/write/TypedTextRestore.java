package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Change;

/** What is to be put back in one column, of what was {@link TypedTextBackup} there. Pure. */
final class TypedTextRestore {

  private final List<TypedTextBackup> kept;
  private final PersonColumn column;
  private final SheetLayout layout;
  private final Map<CellKey, String> cellHashes;
  private final Map<String, List<ResponseRow>> rows; // by contents
  private final Map<String, TypedTextBackup> byText = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final boolean moved;

  /**
   * @param kept of this column
   * @param rows the answers as they are
   * @param cellHashes hashes of what the daemon last wrote
   */
  TypedTextRestore(
      List<TypedTextBackup> kept,
      PersonColumn column,
      SheetLayout layout,
      List<ResponseRow> rows,
      Map<CellKey, String> cellHashes) {
    this.kept = kept;
    this.column = column;
    this.layout = layout;
    this.cellHashes = cellHashes;
    this.rows = rows.stream().collect(Collectors.groupingBy(ResponseRow::fingerprint));
    this.moved = rows.stream().anyMatch(ResponseRow::showsOthersCheck);
    kept.forEach(one -> byText.put(one.original().text(), one));
    layout
        .responses()
        .body() // also beside nobody
        .forEach(row -> shown.add(ResponseRow.text(row, layout, column)));
  }

  List<Change> changes() {
    Set<TypedTextBackup> back = new LinkedHashSet<>();
    for (TypedTextBackup one : kept) {
      if (!shown.contains(one.original().text())) {
        back.addAll(withWhatStandsThere(one));
      }
    }
    return back.stream()
        .map(one -> row(one).map(row -> putBack(one, row)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ResponseRow> row(TypedTextBackup one) {
    List<ResponseRow> equal = rows.getOrDefault(ResponseRow.fingerprintIn(one.rowKey()), List.of());
    boolean keyIsCertain = !one.mayHaveGone(equal);
    return ResponseRow.hit(
        equal,
        one.rowKey(),
        row -> (keyIsCertain && row.key().equals(one.rowKey())) || row.showsOthersCheck());
  }

  private Change putBack(TypedTextBackup one, ResponseRow row) {
    return new Change.PutBack(
        layout.responses().sheetId(),
        row.sheetRow().index(),
        layout.answerColumns().of(column),
        one.original());
  }

  /**
   * Whether a person typed in a row what is our own last word in others, as « En pause »: all of
   * those still show it, so that it did not come from there.
   */
  private boolean isTypedToo(ResponseRow row, String now) {
    String hash = ShortHashes.of(now);
    List<ResponseRow> rowsWithSameWord =
        rows.values().stream()
            .flatMap(List::stream)
            .filter(other -> !other.key().equals(row.key()))
            .filter(other -> isLast(other, hash))
            .toList();
    return !row.showsOthersCheck()
        && !rowsWithSameWord.isEmpty()
        && rowsWithSameWord.stream()
            .allMatch(other -> ResponseRow.text(other.sheetRow(), layout, column).equals(now));
  }

  private boolean isLast(ResponseRow row, String hash) {
    return hash.equals(cellHashes.get(new CellKey(row.key(), column.mark())));
  }

  /** None of our cells is left beside it, although others' are beside others: they were moved. */
  private boolean isBare(ResponseRow row) {
    return row.check().isEmpty()
        && row.shownRef().isEmpty()
        && ResponseRow.text(row.sheetRow(), layout, column).isEmpty();
  }

  /**
   * A text that is nowhere any more; where another's is in its place, moved there with others'
   * cells, that one too, and so on. Nothing, where the last of them would cost somebody a word.
   */
  private List<TypedTextBackup> withWhatStandsThere(TypedTextBackup missing) {
    List<TypedTextBackup> chain = new ArrayList<>();
    TypedTextBackup next = missing;
    while (!chain.contains(next)) {
      ResponseRow row = row(next).orElse(null);
      String now = row == null ? "" : ResponseRow.text(row.sheetRow(), layout, column);
      if (row == null || now.equals(next.original().text())) {
        return row == null ? List.of() : chain;
      }
      chain.add(next);
      String last = cellHashes.getOrDefault(new CellKey(next.rowKey(), next.mark()), "");
      boolean hit = next.isHit(row, now, last) && !isTypedToo(row, now);
      if (hit || (moved && isBare(row))) {
        return chain;
      }
      TypedTextBackup backupOfShown = row.showsOthersCheck() ? byText.get(now) : null;
      if (backupOfShown == null) {
        return List.of(); // somebody typed something else there, or cleared it
      }
      next = backupOfShown;
    }
    return chain;
  }
}
