package org.entraide.table;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hash of everything that one read of a spreadsheet returned, SHA-256: two reads with the same
 * hash returned the same. It is good within one process; the order of sets may be another in the
 * next.
 */
public final class WorkbookHash {

  private static final int ROOM = 8192;

  /** The most bytes of one number, or of one letter. */
  private static final int LONGEST = 5;

  private static final int PLAIN = 0x80;
  private static final int SEVEN = 7;

  /** Says that more bytes follow. */
  private static final byte MORE = (byte) PLAIN;

  private final Hasher digest = Hashing.sha256().newHasher();

  /** What is to be hashed next: half a million cells are too many to be hashed one by one. */
  private final byte[] waiting = new byte[ROOM];

  private int size;

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
    hash.number(workbook.tabs().size());
    for (Tab tab : workbook.tabs()) {
      hash.tab(tab, but.filter(cell -> cell.sheetId() == tab.sheetId()));
    }
    hash.flush();
    return hash.digest.hash().toString();
  }

  private void tab(Tab tab, Optional<? extends Change.SetValue> but) {
    number(tab.sheetId());
    number(tab.hasForm() ? 1 : 0);
    number(tab.rowCount());
    number(tab.columnCount());
    text(tab.title());
    text(new TreeMap<>(tab.columnMarks()).toString());
    number(tab.rows().size());
    int butRow = but.map(Change.SetValue::row).orElse(-1);
    int butColumn = but.map(Change.SetValue::column).orElse(-1);
    for (Row row : tab.rows()) {
      int passedOver = row.index() == butRow ? butColumn : -1;
      List<Cell> cells = row.cells();
      number(row.index());
      number(cells.size());
      for (int column = 0; column < cells.size(); column++) {
        if (column != passedOver) {
          cell(cells.get(column));
        }
      }
    }
  }

  private void cell(Cell cell) {
    number(tag(cell.kind()));
    if (cell.kind() != Cell.Kind.EMPTY) {
      text(cell.text());
    }
    if (cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.BOOLEAN) {
      long bits = Double.doubleToRawLongBits(cell.number());
      number((int) (bits >>> Integer.SIZE));
      number((int) bits);
    }
  }

  private static int tag(Cell.Kind kind) {
    return switch (kind) {
      case EMPTY -> 0;
      case TEXT -> 1;
      case NUMBER -> 2;
      case BOOLEAN -> 3;
      case ERROR -> 4;
    };
  }

  /**
   * With its length before it, so that one cell's content is not taken for two. A plain letter is
   * one byte, as most are.
   */
  private void text(String text) {
    int length = text.length();
    number(length);
    for (int i = 0; i < length; i++) {
      reserve();
      char c = text.charAt(i);
      if (c < PLAIN) {
        waiting[size++] = (byte) c;
      } else {
        waiting[size++] = MORE;
        waiting[size++] = (byte) (c >>> Byte.SIZE);
        waiting[size++] = (byte) c;
      }
    }
  }

  /** Seven bits a byte, the lowest first. */
  private void number(int number) {
    reserve();
    int rest = number;
    while (rest >>> SEVEN != 0) {
      waiting[size++] = (byte) (rest | MORE);
      rest >>>= SEVEN;
    }
    waiting[size++] = (byte) rest;
  }

  private void reserve() {
    if (size > ROOM - LONGEST) {
      flush();
    }
  }

  private void flush() {
    digest.putBytes(waiting, 0, size);
    size = 0;
  }
}
