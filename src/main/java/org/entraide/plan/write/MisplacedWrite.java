package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.AnswersByContent;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.ResponseTabState;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * What a write hit that was not meant: a row or a column had moved in the instant before it, and
 * Sheets has no compare-and-set. It is put back before anything else is written. Pure.
 */
public final class MisplacedWrite {

  /**
   * What was seen right before a write.
   *
   * @param first the answers as the pass read them, all columns
   * @param answers as they are, our columns
   * @param entries of the ledger
   * @param tabs all rows, by tab
   * @param authorship who has written what in the answers
   */
  public record SheetBeforeWrite(
      List<ResponseRow> first,
      List<ResponseRow> answers,
      List<LedgerRow> entries,
      Map<Integer, List<Row>> tabs,
      CellAuthorship authorship) {

    List<Row> tab(Tab tab) {
      return tab(tab.sheetId());
    }

    List<Row> tab(int sheetId) {
      return tabs.getOrDefault(sheetId, List.of());
    }
  }

  /**
   * A cell with what a person had typed, hit since its row had moved.
   *
   * @param rowKey whose row it was: {@link ResponseRow#key}
   * @param column in which it was
   * @param original what had been there
   * @param written what was written over it
   * @param typedFor whose row it was typed for and was to go back to; empty for none but its own
   */
  record Typed(
      String rowKey, PersonColumn column, Cell original, String written, Optional<String> typedFor)
      implements WriteHit {

    @Override
    public List<Change> repairs(SheetLayout layout, List<ResponseRow> answers) {
      int at = layout.answerColumns().at().getOrDefault(column, -1);
      if (at < 0 || original.text().equals(written)) {
        return List.of();
      }
      if (answers.stream()
          .filter(row -> typedFor.filter(row.key()::equals).isPresent())
          .anyMatch(row -> row.sheetRow().cell(at).text().equals(original.text()))) {
        return List.of(); // it has gone back
      }
      int tab = layout.responses().sheetId();
      return hit(answers, at).stream()
          .<Change>map(row -> new Change.PutBack(tab, row.sheetRow().index(), at, original))
          .toList();
    }

    /** The row of the key; an equal one only where no equal row shows what was typed. */
    private Optional<ResponseRow> hit(List<ResponseRow> answers, int at) {
      boolean isThere =
          answers.stream()
              .filter(row -> ResponseRow.areEqual(row.key(), rowKey))
              .anyMatch(row -> shows(row, at, original.text()) && !isOurs(row));
      return ResponseRow.hit(
          answers,
          rowKey,
          row -> shows(row, at, written) && (!isThere || row.key().equals(rowKey)));
    }

    private boolean isOurs(ResponseRow row) {
      int position = PersonColumn.REPORTED.indexOf(column);
      return position >= 0 && row.isAsChecked(position, ShortHashes.of(original.text()));
    }

    private static boolean shows(ResponseRow row, int at, String text) {
      return row.sheetRow().cell(at).text().equals(text);
    }

    @Override
    public boolean isOfAbsentRow(Set<String> presentKeys) {
      return !presentKeys.contains(rowKey);
    }

    /** Nothing of what was in the cells. */
    @Override
    public String toString() {
      return "Typed[" + rowKey + ", " + column + "]";
    }
  }

  private final List<ResponseRow> fresh;
  private final CellAuthorship authorship;
  private final List<WriteHit> hits = new ArrayList<>();

  private MisplacedWrite(List<ResponseRow> fresh, CellAuthorship authorship) {
    this.fresh = fresh;
    this.authorship = authorship;
  }

  /**
   * Finds what was hit.
   *
   * @param sheetBefore the write
   * @param changes what was written
   * @param after it, by their tab, the header first
   * @param answersAfter the answers among those rows, by their row
   * @param entriesAfter references of the ledger among them, likewise
   * @param texts the titles of columns that were added in this pass
   */
  static List<WriteHit> of(
      SheetLayout layout,
      SheetBeforeWrite sheetBefore,
      List<RowChange> changes,
      Map<Integer, List<Row>> after,
      Map<Integer, ResponseRow> answersAfter,
      Map<Integer, String> entriesAfter,
      Texts texts) {
    List<ResponseRow> fresh = sheetBefore.answers();
    MisplacedWrite damage = new MisplacedWrite(fresh, sheetBefore.authorship());
    Tab answers = layout.responses();
    WriteTarget.ofAnswers(layout, after, texts)
        .ifPresent(
            target -> {
              damage.columns(target, changes, damage.meant(sheetBefore.first()));
              damage.rows(target, layout, changes, answersAfter);
              if (changes.stream().noneMatch(target::missed)) {
                UnownedRowHit.hit(
                        layout, sheetBefore.tab(answers), fresh, changes, answersAfter.keySet())
                    .ifPresent(damage.hits::add);
              }
            });
    WriteTarget.ofLedger(layout, after, texts)
        .ifPresent(
            target -> {
              damage.columns(target, changes, Map.of());
              if (changes.stream().noneMatch(target::missed)) {
                List<Row> ledger = sheetBefore.tab(layout.ledgerSheet());
                damage.hits.addAll(UnownedEntryHit.of(layout, ledger, changes, entriesAfter));
              }
            });
    damage.hits.addAll(
        LedgerShiftHit.of(
            layout,
            sheetBefore.tab(layout.ledgerSheet()),
            sheetBefore.entries(),
            changes,
            entriesAfter));
    return damage.hits;
  }

  /** By the index of a row right before the write, its index when the pass read it. */
  private Map<Integer, Integer> meant(List<ResponseRow> first) {
    Map<String, Integer> byKey = new HashMap<>();
    first.forEach(row -> byKey.put(row.key(), row.sheetRow().index()));
    Map<Integer, Integer> meant = new HashMap<>();
    fresh.forEach(row -> meant.put(row.sheetRow().index(), byKey.getOrDefault(row.key(), -1)));
    return meant;
  }

  private void columns(WriteTarget target, List<RowChange> changes, Map<Integer, Integer> meant) {
    List<ColumnShiftHit.ShiftedRow> lines = new ArrayList<>();
    List<MisplacedCarryOver> strayed = new ArrayList<>(); // goes where the others were
    for (RowChange change : changes) {
      List<ColumnShiftHit.ShiftedCell> spots = new ArrayList<>();
      for (WrittenCell wrote : change.changes().stream().flatMap(WrittenCell::of).toList()) {
        if (change.sheetId() == target.tabBefore().sheetId() && target.missed(wrote)) {
          String mark = target.marks().getOrDefault(wrote.column(), "");
          spots.add(new ColumnShiftHit.ShiftedCell(wrote.column(), mark, wrote.text()));
          PersonColumn.ofMark(mark)
              .ifPresent(it -> strayed.addAll(strayed(change, it, wrote, Optional.empty())));
        }
      }
      if (!spots.isEmpty()) {
        int row = meant.getOrDefault(change.row(), change.row());
        lines.add(new ColumnShiftHit.ShiftedRow(change.row(), row, spots));
      }
    }
    if (!lines.isEmpty()) {
      hits.add(new ColumnShiftHit(target.tabBefore(), target.headerAfter(), lines));
    }
    hits.addAll(strayed);
  }

  /** Of what rows held that had moved, only what people typed: our own is written anew anyway. */
  private void rows(
      WriteTarget target,
      SheetLayout layout,
      List<RowChange> changes,
      Map<Integer, ResponseRow> after) {
    AnswersByContent byContent = new AnswersByContent(fresh);
    for (RowChange change : changes) {
      ResponseRow rowAfter = after.get(change.row());
      if (change.sheetId() == target.tabBefore().sheetId() && rowAfter == null) {
        beside(target, layout, change);
      }
      if (change.sheetId() != target.tabBefore().sheetId()
          || rowAfter == null
          || rowAfter.fingerprint().equals(change.identity())) {
        continue;
      }
      // which of two equal ones it was is seen when it is put back: only one shows what was written
      for (ResponseRow rowBefore : byContent.withContents(rowAfter.fingerprint())) {
        change.changes().stream()
            .flatMap(WrittenCell::of)
            .filter(wrote -> !target.missed(wrote))
            .forEach(wrote -> row(layout, rowBefore, change, wrote));
      }
    }
  }

  /**
   * Notes what was carried over and was written beside nobody's answer. What it was written over is
   * for {@link UnownedRowHit}.
   */
  private void beside(WriteTarget target, SheetLayout layout, RowChange change) {
    change.changes().stream()
        .flatMap(WrittenCell::of)
        .filter(wrote -> !target.missed(wrote))
        .forEach(
            wrote ->
                layout
                    .answerColumns()
                    .kindAt(wrote.column())
                    .ifPresent(it -> hits.addAll(strayed(change, it, wrote, Optional.empty()))));
  }

  private void row(SheetLayout layout, ResponseRow rowBefore, RowChange change, WrittenCell wrote) {
    Cell original = rowBefore.sheetRow().cell(wrote.column());
    Optional<PersonColumn> column = layout.answerColumns().kindAt(wrote.column());
    if (column.filter(it -> isTheirs(rowBefore, it, original)).isEmpty()) {
      return;
    }
    if (wrote.carried().isPresent()) {
      MisplacedCarryOver.OverwrittenCell overwritten =
          new MisplacedCarryOver.OverwrittenCell(rowBefore.key(), original);
      hits.addAll(strayed(change, column.get(), wrote, Optional.of(overwritten)));
    } else {
      hits.add(typed(rowBefore, column.get(), original, wrote.text()));
    }
  }

  /** What was carried over and has yet to come beside its person. */
  private List<MisplacedCarryOver> strayed(
      RowChange change,
      PersonColumn column,
      WrittenCell wrote,
      Optional<MisplacedCarryOver.OverwrittenCell> overwritten) {
    Set<String> along = new HashSet<>();
    change.changes().stream().flatMap(WrittenCell::of).forEach(one -> along.add(one.text()));
    return fresh.stream()
        .filter(row -> row.sheetRow().index() == change.row())
        .flatMap(
            row ->
                wrote.carried().stream()
                    .map(
                        word ->
                            new MisplacedCarryOver(row.key(), column, word, along, overwritten)))
        .toList();
  }

  private Typed typed(ResponseRow rowBefore, PersonColumn column, Cell original, String written) {
    Optional<String> other = authorship.typedFor(rowBefore, column).map(ResponseRow::key);
    return new Typed(rowBefore.key(), column, original, written, other);
  }

  /** Whether a person had typed what was there, for that row or for another one. */
  private boolean isTheirs(ResponseRow row, PersonColumn column, Cell original) {
    if (PersonColumn.ORGANISERS.contains(column)) {
      return !ResponseTabState.organiserText(original).isEmpty();
    }
    return authorship.typed(row, column).filter(original.text()::equals).isPresent()
        || authorship.typedFor(row, column).isPresent();
  }

  /**
   * The cells to put back of all that was hit.
   *
   * @param layout of a new read
   * @param answers its answers
   */
  public static List<Change> repairs(
      List<? extends WriteHit> hits, SheetLayout layout, List<ResponseRow> answers) {
    return hits.stream().flatMap(hit -> hit.repairs(layout, answers).stream()).toList();
  }

  /** Those repairs that can be made in a spreadsheet that cannot be worked on as it is. */
  public static List<Change> repairs(List<? extends WriteHit> hits, Workbook workbook) {
    return hits.stream()
        .flatMap(
            hit ->
                hit instanceof ColumnShiftHit struck
                    ? struck.repairs(workbook).stream()
                    : Stream.of())
        .toList();
  }

  /** What is still to be put back once {@link #repairs(List, Workbook)} were made. */
  public static List<WriteHit> left(List<? extends WriteHit> hits, Workbook workbook) {
    List<WriteHit> left = new ArrayList<>(hits);
    left.removeIf(
        hit ->
            hit instanceof ColumnShiftHit struck
                && workbook.tab(struck.tabAsRead().sheetId()).isPresent());
    return left;
  }

  /** The columns that do not show what was written, by the row it was meant for. */
  public static Set<CellKey> unwritten(List<? extends WriteHit> hits, List<RowChange> changes) {
    Map<Integer, Map<Integer, Set<String>>> missed = new HashMap<>();
    for (WriteHit hit : hits) {
      if (hit instanceof ColumnShiftHit struck) {
        Map<Integer, Set<String>> rows =
            missed.computeIfAbsent(struck.tabAsRead().sheetId(), tab -> new HashMap<>());
        for (ColumnShiftHit.ShiftedRow line : struck.lines()) {
          Set<String> marks = rows.computeIfAbsent(line.row(), row -> new HashSet<>());
          line.spots().forEach(spot -> marks.add(spot.mark()));
        }
      }
    }
    Set<CellKey> unwritten = new HashSet<>();
    for (RowChange change : changes) {
      Set<String> marks =
          missed.getOrDefault(change.sheetId(), Map.of()).getOrDefault(change.row(), Set.of());
      change.hashes().keySet().stream()
          .filter(key -> marks.contains(key.column()))
          .forEach(unwritten::add);
    }
    return unwritten;
  }
}
