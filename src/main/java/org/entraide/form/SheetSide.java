package org.entraide.form;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.Field;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/**
 * The response tab, as the form is compared with it.
 *
 * @param spreadsheet its id
 * @param zone of its dates
 * @param titles the header, from the first column
 * @param rows all but the header
 * @param own the columns that the daemon added: no form writes there
 * @param questionMarks by column, what is remembered
 * @param remembered by a question's id, its field in another tab
 */
public record SheetSide(
    String spreadsheet,
    ZoneId zone,
    List<String> titles,
    List<Row> rows,
    Set<Integer> own,
    Map<Integer, QuestionMark> questionMarks,
    Map<String, Field> remembered) {

  public SheetSide {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
    own = Set.copyOf(own);
    questionMarks = Map.copyOf(questionMarks);
    remembered = Map.copyOf(remembered);
  }

  /** The side of a form that was never linked to another tab. */
  public SheetSide(
      String spreadsheet,
      ZoneId zone,
      List<String> titles,
      List<Row> rows,
      Set<Integer> own,
      Map<Integer, QuestionMark> questionMarks) {
    this(spreadsheet, zone, titles, rows, own, questionMarks, Map.of());
  }

  /** This side with the fields of its questions as another tab of the form had them. */
  public SheetSide remembering(Map<String, Field> fields) {
    return new SheetSide(spreadsheet, zone, titles, rows, own, questionMarks, fields);
  }

  /**
   * One tab of a spreadsheet as it was read; what marks of its columns name no question is left
   * out.
   *
   * @param own the columns that the daemon added
   */
  public static SheetSide of(Workbook workbook, Tab tab, Set<Integer> own) {
    Map<Integer, QuestionMark> questionMarks = new HashMap<>();
    tab.columnMarks()
        .forEach(
            (column, mark) ->
                QuestionMark.parse(mark)
                    .ifPresent(questionMark -> questionMarks.put(column, questionMark)));
    questionMarks.keySet().removeAll(own);
    return new SheetSide(
        workbook.id(),
        workbook.zone(),
        tab.header().cells().stream().map(Cell::text).toList(),
        tab.body(),
        own,
        questionMarks);
  }

  /**
   * A hash of the titles and of all cells that are not the daemon's own: while it stays the same,
   * no form has written. 64 bits: an edit goes unnoticed once in 10¹⁹, and until the next one.
   */
  public long signature() {
    long hash = 17;
    for (int i = 0; i < titles.size(); i++) {
      if (!own.contains(i)) { // the daemon's own columns come and go, and no form answers there
        hash = mix(mix(hash, i), titles.get(i).hashCode());
      }
    }
    for (Row row : rows) {
      hash = mix(hash, row.index());
      List<Cell> cells = row.cells();
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        if (!own.contains(i) && !cell.isEmpty()) {
          hash = mix(hash, (long) i << 32 ^ cell.text().hashCode());
          hash = mix(hash, cell.kind().name().hashCode() ^ Double.doubleToLongBits(cell.number()));
        }
      }
    }
    return hash;
  }

  /** The finaliser of SplittableRandom's generator (Steele, Lea, Flood 2014). */
  private static long mix(long hash, long value) {
    long z = hash * 31 + value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** This side without its rows, to be kept. */
  SheetSide withoutRows() {
    return new SheetSide(spreadsheet, zone, titles, List.of(), own, questionMarks, remembered);
  }

  /** The columns that a form may write to, from the left: up to the last cell of any row. */
  List<Integer> columns() {
    int width = titles.size();
    for (Row row : rows) {
      width = Math.max(width, row.cells().size());
    }
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      if (!own.contains(i)) {
        columns.add(i);
      }
    }
    return columns;
  }

  String title(int column) {
    return column < titles.size() ? FormLines.line(titles.get(column)) : "";
  }
}
