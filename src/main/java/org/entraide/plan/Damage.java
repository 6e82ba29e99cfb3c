package org.entraide.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * A text that a person typed into a column that was written. Where people sorted that column
   * alone in the instant before, it may have been hit wherever it had come to.
   *
   * @param rowKey for whose row it was typed: {@link ResponseRow#key}
   * @param mark of its column
   * @param ours what else that column held or was given
   */
  public record Kept(String rowKey, String mark, Cell original, Set<String> ours) {

    /** Nothing of what stood there. */
    @Override
    public String toString() {
      return "Kept[" + rowKey + "]";
    }
  }

  private final Layout layout;
  private final Map<String, ResponseRow> first = new HashMap<>();
  private final Map<String, ResponseRow> fresh = new HashMap<>();
  private final Map<Integer, ResponseRow> freshAt = new HashMap<>();
  private final Hands hands;
  private final Row header;
  private final Row headerAfter;
  private final List<Hit> hits = new ArrayList<>();

  private Damage(
      Layout layout,
      List<ResponseRow> first,
      List<ResponseRow> fresh,
      Hands hands,
      Row headerAfter) {
    this.layout = layout;
    this.hands = hands;
    first.forEach(row -> this.first.put(row.key(), row));
    fresh.forEach(row -> this.fresh.put(row.key(), row));
    fresh.forEach(row -> freshAt.put(row.row().index(), row));
    this.header = layout.responses().header();
    this.headerAfter = headerAfter;
  }

  /**
   * Tells what was hit in the tab of answers.
   *
   * @param first the answers as the cycle read them, all columns
   * @param fresh the answers as they stood right before the write, our columns
   * @param hands who had written what in those
   * @param changes what was written
   * @param headerAfter the header right after
   * @param after the answers right after, by the row they stand in
   * @param texts the titles of columns that were added in this cycle
   */
  static List<Hit> of(
      Layout layout,
      List<ResponseRow> first,
      List<ResponseRow> fresh,
      Hands hands,
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
      if (one instanceof Change.SetCell set) {
        Optional<PersonColumn> meant = layout.people().kindAt(set.column());
        String expected =
            header.cell(set.column()).isEmpty()
                ? meant.map(column -> texts.getOrDefault(column, "")).orElse("")
                : header.cell(set.column()).text();
        String shown = headerAfter.cell(set.column()).text();
        if (!shown.equals(expected)) { // moved, deleted, or its title was cleared
          column(set, key(set, there), shown);
        } else if (there != null && !there.fingerprint().equals(change.identity())) {
          meant.ifPresent(column -> row(set, there, column));
        }
      }
    }
  }

  /**
   * Where columns moved, so may have those by which a row is known: then it is taken for the one
   * that was meant, and nothing is put back unless that one shows what was written.
   */
  private String key(Change.SetCell set, @Nullable ResponseRow there) {
    if (there != null && first.containsKey(there.key())) {
      return there.key();
    }
    ResponseRow meant = freshAt.get(set.row());
    return meant == null ? "" : meant.key();
  }

  private void column(Change.SetCell set, String key, String title) {
    int before = title.isEmpty() ? -1 : indexOf(header, title);
    Cell original = Cell.EMPTY;
    String mark = "";
    if (before >= 0) {
      ResponseRow row = first.get(key);
      original = row == null ? Cell.EMPTY : row.row().cell(before);
      mark = layout.people().kindAt(before).map(PersonColumn::mark).orElse("");
    }
    hits.add(new Hit(key, mark, title, set.column(), original, set.text()));
  }

  /** Our own words are written anew anyway. */
  private void row(Change.SetCell set, ResponseRow there, PersonColumn column) {
    ResponseRow before = fresh.get(there.key());
    if (before != null && hands.typed(before, column).isPresent()) {
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

  /**
   * What people typed in the columns that were written.
   *
   * @param fresh the answers as they stood right before the write
   * @param hands who had written what in those
   */
  static List<Kept> kept(
      Layout layout, List<ResponseRow> fresh, Hands hands, List<RowChange> changes) {
    Map<PersonColumn, Set<String>> given = new EnumMap<>(PersonColumn.class);
    for (RowChange row : changes) {
      for (Change one : row.changes()) {
        if (one instanceof Change.SetCell set && set.sheetId() == layout.responses().sheetId()) {
          layout
              .people()
              .kindAt(set.column())
              .filter(PersonColumn.REPORTED::contains)
              .ifPresent(kind -> given.computeIfAbsent(kind, k -> new HashSet<>()).add(set.text()));
        }
      }
    }
    List<Kept> kept = new ArrayList<>();
    given.forEach(
        (column, texts) -> {
          List<ResponseRow> typed =
              fresh.stream().filter(row -> stands(hands, row, column, layout)).toList();
          if (!typed.isEmpty()) {
            Set<String> ours = new HashSet<>(texts);
            fresh.forEach(row -> ours.add(ResponseRow.text(row.row(), layout, column)));
            typed.forEach(row -> ours.remove(ResponseRow.text(row.row(), layout, column)));
            for (ResponseRow row : typed) {
              Cell original = row.row().cell(layout.people().of(column));
              kept.add(new Kept(row.key(), column.mark(), original, ours));
            }
          }
        });
    return kept;
  }

  private static boolean stands(Hands hands, ResponseRow row, PersonColumn column, Layout layout) {
    String text = ResponseRow.text(row.row(), layout, column);
    return hands.typed(row, column).filter(text::equals).isPresent();
  }

  /**
   * The cells to put back: what is nowhere any more, although nobody cleared the cell that it was
   * typed into, nor typed something else there.
   */
  public static List<Change> restored(List<Kept> kept, Layout layout, List<ResponseRow> rows) {
    List<Change> restored = new ArrayList<>();
    for (Kept one : kept) {
      PersonColumn column = PersonColumn.ofMark(one.mark()).orElseThrow();
      if (!layout.people().at().containsKey(column)) {
        continue;
      }
      Map<String, String> shown = new HashMap<>();
      rows.forEach(row -> shown.put(row.key(), ResponseRow.text(row.row(), layout, column)));
      String now = shown.getOrDefault(one.rowKey(), "");
      if (!now.isEmpty()
          && one.ours().contains(now)
          && !shown.containsValue(one.original().text())) {
        rows.stream()
            .filter(row -> row.key().equals(one.rowKey()))
            .map(row -> row.row().index())
            .map(
                index ->
                    new Change.PutBack(
                        layout.responses().sheetId(),
                        index,
                        layout.people().of(column),
                        one.original()))
            .forEach(restored::add);
      }
    }
    return restored;
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
