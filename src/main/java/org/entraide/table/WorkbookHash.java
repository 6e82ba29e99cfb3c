package org.entraide.table;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hash of everything that one read of a spreadsheet told, SHA-256: two reads with the same hash
 * told the same. It is good within one process; the order of sets may be another in the next.
 */
public final class WorkbookHash {

  private final Hasher hasher = Hashing.sha256().newHasher();

  private WorkbookHash() {}

  /**
   * Hashes a whole spreadsheet.
   *
   * @param but the one cell that does not count: which this would write
   */
  public static String of(Workbook workbook, Optional<? extends Change.SetValue> but) {
    WorkbookHash hash = new WorkbookHash();
    hash.text(workbook.id());
    hash.text(workbook.title());
    hash.text(workbook.locale());
    hash.text(workbook.zone().getId());
    hash.text(workbook.overlay().toString());
    hash.hasher.putInt(workbook.tabs().size());
    for (Tab tab : workbook.tabs()) {
      hash.tab(tab, but.filter(cell -> cell.sheetId() == tab.sheetId()));
    }
    return hash.hasher.hash().toString();
  }

  private void tab(Tab tab, Optional<? extends Change.SetValue> but) {
    hasher.putInt(tab.sheetId()).putBoolean(tab.hasForm());
    hasher.putInt(tab.rowCount()).putInt(tab.columnCount());
    text(tab.title());
    text(new TreeMap<>(tab.columnMarks()).toString());
    hasher.putInt(tab.rows().size());
    for (Row row : tab.rows()) {
      int passedOver =
          but.filter(cell -> cell.row() == row.index()).map(Change.SetValue::column).orElse(-1);
      hasher.putInt(row.index()).putInt(row.cells().size());
      for (int column = 0; column < row.cells().size(); column++) {
        if (column != passedOver) {
          cell(row.cells().get(column));
        }
      }
    }
  }

  private void cell(Cell cell) {
    hasher.putUnencodedChars(cell.kind().name());
    if (cell.kind() != Cell.Kind.EMPTY) {
      text(cell.text());
    }
    if (cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.BOOLEAN) {
      hasher.putDouble(cell.number());
    }
  }

  /** With its length before it, so that what stands in one cell is not taken for two. */
  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hasher.putInt(bytes.length).putBytes(bytes);
  }
}
