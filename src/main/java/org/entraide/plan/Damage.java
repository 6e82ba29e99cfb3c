package org.entraide.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.plan.SheetPlan.RowChange;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.jspecify.annotations.Nullable;

/**
 * What a write hit that was not meant: a row or a column had moved in the instant before it, and
 * Sheets has no compare-and-set. It is put back before anything else is read out of the sheet.
 * Pure.
 */
public final class Damage {

  /**
   * One cell that was hit.
   *
   * @param rowKey whose row it was: {@link ResponseRow#key}
   * @param mark of its column; empty for a column that is nobody's of ours
   * @param title of its column
   * @param column where it was hit, for a column without a title
   * @param original what had stood there
   * @param ours what was written over it
   */
  public record Hit(
      String rowKey, String mark, String title, int column, Cell original, String ours) {

    /** Nothing of what stood there. */
    @Override
    public String toString() {
      return "Hit[" + rowKey + ", " + column + "]";
    }
  }

  private final Layout layout;
  private final Map<String, ResponseRow> first = new HashMap<>();
  private final Map<String, ResponseRow> fresh = new HashMap<>();
  private final Supplier<Hands> hands;
  private @Nullable Hands looked;
  private final Row header;
  private final Row headerAfter;
  private final List<Hit> hits = new ArrayList<>();

  private Damage(
      Layout layout,
      List<ResponseRow> first,
      List<ResponseRow> fresh,
      Supplier<Hands> hands,
      Row headerAfter) {
    this.layout = layout;
    this.hands = hands;
    first.forEach(row -> this.first.put(row.key(), row));
    fresh.forEach(row -> this.fresh.put(row.key(), row));
    this.header = layout.responses().header();
    this.headerAfter = headerAfter;
  }

  /**
   * Tells what was hit in the tab of answers.
   *
   * @param first the answers as the cycle read them, all columns
   * @param fresh the answers as they stood right before the write, our columns
   * @param hands who had written what in those, looked at only where something was hit
   * @param changes what was written
   * @param headerAfter the header right after
   * @param after the answers right after, by the row they stand in
   * @param texts the titles of columns that were added in this cycle
   */
  static List<Hit> of(
      Layout layout,
      List<ResponseRow> first,
      List<ResponseRow> fresh,
      Supplier<Hands> hands,
      List<RowChange> changes,
      Row headerAfter,
      Map<Integer, ResponseRow> after,
      Map<PersonColumn, String> texts) {
    Damage damage = new Damage(layout, first, fresh, hands, headerAfter);
    for (RowChange change : changes) {
      if (change.sheetId() == layout.responses().sheetId()) {
        damage.look(change, after.get(change.row()), texts);
      }
    }
    return damage.hits;
  }

  private void look(
      RowChange change, @Nullable ResponseRow there, Map<PersonColumn, String> texts) {
    for (Change one : change.changes()) {
      if (one instanceof Change.SetCell set && there != null) {
        Optional<PersonColumn> meant = layout.people().kindAt(set.column());
        String expected =
            header.cell(set.column()).isEmpty()
                ? meant.map(column -> texts.getOrDefault(column, "")).orElse("")
                : header.cell(set.column()).text();
        String shown = headerAfter.cell(set.column()).text();
        if (!shown.equals(expected)) { // moved, deleted, or its title was cleared
          column(set, there, shown);
        } else if (!there.fingerprint().equals(change.identity())) {
          meant.ifPresent(column -> row(set, there, column));
        }
      }
    }
  }

  private void column(Change.SetCell set, ResponseRow there, String title) {
    int before = title.isEmpty() ? -1 : indexOf(header, title);
    Cell original = Cell.EMPTY;
    String mark = "";
    if (before >= 0) {
      ResponseRow row = first.get(there.key());
      original = row == null ? Cell.EMPTY : row.row().cell(before);
      mark = layout.people().kindAt(before).map(PersonColumn::mark).orElse("");
    }
    hits.add(new Hit(there.key(), mark, title, set.column(), original, set.text()));
  }

  /** Our own words are written anew anyway. */
  private void row(Change.SetCell set, ResponseRow there, PersonColumn column) {
    ResponseRow before = fresh.get(there.key());
    if (before != null && hands().typed(before, column).isPresent()) {
      hits.add(
          new Hit(
              there.key(),
              column.mark(),
              header.cell(set.column()).text(),
              set.column(),
              before.row().cell(set.column()),
              set.text()));
    }
  }

  /** All rows are looked at together, which is not worth it for a write that went well. */
  private Hands hands() {
    Hands now = looked == null ? hands.get() : looked;
    looked = now;
    return now;
  }

  private static int indexOf(Row header, String title) {
    for (int i = 0; i < header.cells().size(); i++) {
      if (header.cell(i).text().equals(title)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The cells to put back: those that still show what was written over them.
   *
   * @param layout of a new read
   * @param rows its answers
   */
  public static List<Change> repairs(List<Hit> hits, Layout layout, List<ResponseRow> rows) {
    Map<String, ResponseRow> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(row.key(), row));
    Tab tab = layout.responses();
    List<Change> repairs = new ArrayList<>();
    for (Hit hit : hits) {
      ResponseRow row = byKey.get(hit.rowKey());
      int column = column(hit, layout);
      if (row != null
          && column >= 0
          && row.row().cell(column).text().equals(hit.ours())
          && !hit.original().text().equals(hit.ours())) {
        repairs.add(new Change.PutBack(tab.sheetId(), row.row().index(), column, hit.original()));
      }
    }
    return repairs;
  }

  private static int column(Hit hit, Layout layout) {
    Optional<Integer> marked =
        PersonColumn.ofMark(hit.mark()).map(kind -> layout.people().at().getOrDefault(kind, -1));
    if (marked.isPresent()) {
      return marked.get();
    }
    Row header = layout.responses().header();
    if (hit.title().isEmpty()) {
      return header.cell(hit.column()).isEmpty() ? hit.column() : -1;
    }
    return indexOf(header, hit.title());
  }
}
