package org.entraide.plan.write;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;

/**
 * A text that a person typed into a column that was written. Where people sorted that column alone
 * in the instant before, it may have been hit in any row: {@link MisplacedWrite} finds what was hit
 * where rows or columns moved.
 *
 * @param rowKey for whose row it was typed: {@link ResponseRow#key}
 * @param mark of its column
 * @param otherTexts what else that column held or was given
 * @param equal how many rows had these contents
 */
public record TypedTextBackup(
    String rowKey, String mark, Cell original, Set<String> otherTexts, int equal) {

  /** Nothing of what was in the cells. */
  @Override
  public String toString() {
    return "TypedTextBackup[" + rowKey + "]";
  }

  /**
   * What people typed in the columns that were written.
   *
   * @param fresh the answers as they were right before the write
   * @param authorship who had written what in those
   */
  static List<TypedTextBackup> of(
      SheetLayout layout,
      List<ResponseRow> fresh,
      CellAuthorship authorship,
      List<RowChange> changes) {
    Map<PersonColumn, Set<String>> writtenTexts = new EnumMap<>(PersonColumn.class);
    for (RowChange row : changes) {
      for (Change one : row.changes()) {
        if (one instanceof Change.SetCell set && set.sheetId() == layout.responses().sheetId()) {
          layout
              .answerColumns()
              .kindAt(set.column())
              .filter(PersonColumn.REPORTED::contains)
              .ifPresent(
                  kind -> writtenTexts.computeIfAbsent(kind, k -> new HashSet<>()).add(set.text()));
        }
      }
    }
    Multiset<String> equal = HashMultiset.create();
    fresh.forEach(row -> equal.add(row.fingerprint()));
    List<TypedTextBackup> kept = new ArrayList<>();
    writtenTexts.forEach(
        (column, texts) -> {
          List<ResponseRow> typed =
              fresh.stream().filter(row -> shows(authorship, row, column, layout)).toList();
          if (!typed.isEmpty()) {
            Set<String> otherTexts = new HashSet<>(texts);
            fresh.forEach(row -> otherTexts.add(ResponseRow.text(row.sheetRow(), layout, column)));
            typed.forEach(
                row -> otherTexts.remove(ResponseRow.text(row.sheetRow(), layout, column)));
            for (ResponseRow row : typed) {
              Cell original = row.sheetRow().cell(layout.answerColumns().of(column));
              kept.add(
                  new TypedTextBackup(
                      row.key(),
                      column.mark(),
                      original,
                      otherTexts,
                      equal.count(row.fingerprint())));
            }
          }
        });
    return kept;
  }

  private static boolean shows(
      CellAuthorship authorship, ResponseRow row, PersonColumn column, SheetLayout layout) {
    String text = ResponseRow.text(row.sheetRow(), layout, column);
    return authorship.typed(row, column).filter(text::equals).isPresent();
  }

  /**
   * The cells to put back: what is nowhere any more, although nobody cleared the cell that it was
   * typed into, nor typed something else there, nor took that back.
   *
   * @param cellHashes hashes of what the daemon last wrote, by cell
   */
  public static List<Change> restored(
      List<TypedTextBackup> kept,
      SheetLayout layout,
      List<ResponseRow> rows,
      Map<CellKey, String> cellHashes) {
    Map<String, List<TypedTextBackup>> byColumn = new LinkedHashMap<>();
    kept.forEach(k -> byColumn.computeIfAbsent(k.mark(), mark -> new ArrayList<>()).add(k));
    List<Change> restored = new ArrayList<>();
    byColumn.forEach(
        (mark, ofColumn) -> {
          PersonColumn column = PersonColumn.ofMark(mark).orElseThrow();
          if (layout.answerColumns().at().containsKey(column)) {
            restored.addAll(
                new TypedTextRestore(ofColumn, column, layout, rows, cellHashes).changes());
          }
        });
    return restored;
  }

  /**
   * Whether its row may be gone: equal rows are numbered anew then, and another one has its key.
   *
   * @param now rows with these contents
   */
  boolean mayHaveGone(List<ResponseRow> now) {
    return now.size() < equal;
  }

  /**
   * Whether a row shows what came there by the write or with others' cells, and not our own last
   * word, which shows again when what was typed over it is undone.
   *
   * @param now what it shows
   * @param last the hash of our last word there
   */
  boolean isHit(ResponseRow row, String now, String last) {
    return (!now.isEmpty() || row.showsOthersCheck())
        && otherTexts.contains(now)
        && (row.showsOthersCheck() || !ShortHashes.of(now).equals(last));
  }
}
