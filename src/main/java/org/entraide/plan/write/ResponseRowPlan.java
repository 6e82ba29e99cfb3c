package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.JournalledRows;
import org.entraide.plan.authorship.PreviousValues;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.MergedCells;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.table.Change;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** The cells of one answer's row to write: what it should say, but over nothing that was typed. */
final class ResponseRowPlan {

  private final SheetLayout layout;
  private final MergedCells merged;
  private final Map<CellKey, String> cellHashes;
  private final Texts texts;
  private final ResponseRow row;
  private final WantedRow wanted;
  private final CellAuthorship authorship;
  private final List<PersonColumn> typedOver = new ArrayList<>(); // with what stays there
  private final List<PersonColumn> mergedAway = new ArrayList<>(); // which cannot be written
  private final List<Change> changes = new ArrayList<>();
  private final List<String> held = new ArrayList<>(); // hashes of what we hold there afterwards
  private final Map<CellKey, String> hashes = new HashMap<>();

  /**
   * @param merged of the layout
   * @param cellHashes hash of what was last written, by cell
   */
  ResponseRowPlan(
      SheetLayout layout,
      MergedCells merged,
      Map<CellKey, String> cellHashes,
      Texts texts,
      ResponseRow row,
      WantedRow wanted,
      CellAuthorship authorship) {
    this.layout = layout;
    this.merged = merged;
    this.cellHashes = cellHashes;
    this.texts = texts;
    this.row = row;
    this.wanted = wanted;
    this.authorship = authorship;
  }

  /** What to write, if anything. */
  Optional<RowChange> change() {
    Map<PersonColumn, String> words = wanted.report().words(texts);
    if (isMerged(PersonColumn.REF)) {
      mergedAway.add(PersonColumn.REF);
    }
    for (PersonColumn column : PersonColumn.REPORTED) {
      if (column == PersonColumn.EXPLANATION) { // the last, which speaks of the others
        words = wanted.report().and(remarks()).words(texts);
      }
      report(column, words.getOrDefault(column, ""));
    }
    if (!isMerged(PersonColumn.REF)) {
      reference();
    }
    check();
    return RowChange.of(
        layout.responses().sheetId(),
        row.sheetRow().index(),
        row.fingerprint(),
        wanted.ref(),
        changes,
        hashes);
  }

  /** An erased row shows none: the check alone has one. */
  private void reference() {
    boolean erased = row.profile().isErased();
    String want = erased ? "" : wanted.ref();
    if (!want.equals(erased ? shown(PersonColumn.REF) : row.shownRef())) {
      write(PersonColumn.REF, want);
    }
  }

  private void report(PersonColumn column, String want) {
    Optional<String> typed = authorship.typed(row, column);
    if (isMerged(column)) {
      mergedAway.add(column);
      held.add(heldBefore(row, wanted, column)); // what was there comes back if that is undone
    } else if (typed.isPresent()) {
      typedOver.add(column);
      held.add("");
      if (!typed.get().equals(shown(column))) {
        write(column, typed.get()); // it had been moved beside somebody else
      }
    } else if (authorship.isStuck(row, column)) {
      typedOver.add(column); // beside its person it would be lost
      held.add("");
    } else {
      own(column, want);
    }
  }

  private void own(PersonColumn column, String want) {
    boolean isShown = want.equals(shown(column));
    String hash = isShown ? authorship.shownHash(row, column) : ShortHashes.of(want);
    held.add(hash);
    CellKey key = new CellKey(row.key(), column.mark());
    hashes.put(key, hash);
    if (!isShown) {
      PreviousValues.note(hashes, key, shown(column), cellHashes);
      write(column, want);
    }
  }

  private void check() {
    held.addAll(wanted.marks().hashes());
    String check =
        new RowCheck(
                List.of(row.fingerprint()), held, wanted.references(), wanted.marks().displaced())
            .text();
    if (!check.equals(shown(PersonColumn.CHECK)) && !isMerged(PersonColumn.CHECK)) {
      write(PersonColumn.CHECK, check);
      hashes.put(new CellKey(row.key(), JournalledRows.SEEN), JournalledRows.seenBeside(check));
    }
  }

  /**
   * Also where the merge took some of the answers away, so that the check is of former contents.
   */
  private static String heldBefore(ResponseRow row, WantedRow wanted, PersonColumn column) {
    return row.ownCheck()
        .or(() -> row.check().filter(check -> isOf(check, wanted)))
        .map(check -> check.hash(PersonColumn.REPORTED.indexOf(column)))
        .orElse("");
  }

  private static boolean isOf(RowCheck check, WantedRow wanted) {
    return !check.references().isEmpty() && wanted.refs().containsAll(check.references());
  }

  private boolean isMerged(PersonColumn column) {
    return merged.cover(
        layout.responses().sheetId(), row.sheetRow().index(), layout.answerColumns().of(column));
  }

  private String shown(PersonColumn column) {
    return ResponseRow.text(row.sheetRow(), layout, column);
  }

  private void write(PersonColumn column, String text) {
    changes.add(
        new Change.SetCell(
            layout.responses().sheetId(),
            row.sheetRow().index(),
            layout.answerColumns().of(column),
            text));
  }

  /** What the explanation says of cells that are not written. */
  private List<Message> remarks() {
    List<Message> remarks = new ArrayList<>();
    if (!mergedAway.isEmpty()) {
      remarks.add(Message.of("explain.merged").with("column", titles(mergedAway)));
    }
    if (typedOver.equals(List.of(PersonColumn.PLACE))) {
      remarks.add(Message.of("explain.typed.place"));
    } else if (!typedOver.isEmpty()) {
      remarks.add(Message.of("explain.typed.one").with("column", titles(typedOver)));
    }
    return remarks;
  }

  private static List<Message> titles(List<PersonColumn> columns) {
    return columns.stream().map(column -> Message.of(column.titleKey())).toList();
  }
}
