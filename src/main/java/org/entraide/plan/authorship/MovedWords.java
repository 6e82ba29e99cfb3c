package org.entraide.plan.authorship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.table.Row;

/**
 * What people typed in one of the daemon's columns for one row, and a sort of some columns or a
 * copy brought beside another. Who typed it is known from the journal, or from a check of other
 * contents that has no hash of anything that we wrote in this column.
 */
final class MovedWords {

  private final DaemonColumn cells;
  private final ResponseTabState tabState;
  private final CopiedCells copied;
  private final Map<String, List<String>> missing = new HashMap<>(); // hash to the rows' keys
  private final Map<String, ResponseRow> byKey = new HashMap<>();
  private final Map<String, String> texts;
  private final Map<String, ResponseRow> copies = new HashMap<>();
  private final Set<String> amongEqual = new HashSet<>();

  MovedWords(DaemonColumn cells, CopiedCells copied) {
    this.cells = cells;
    this.tabState = copied.tabState();
    this.copied = copied;
    cells.rows().forEach(this::miss);
    texts = missing.isEmpty() ? new HashMap<>() : besideNobody();
    cells.rows().forEach(this::trace);
  }

  /** What is no longer where it was typed, by the key of the row that it was typed for. */
  Map<String, String> texts() {
    return texts;
  }

  /** The row where it was typed and still is, by the key of a row that shows a copy. */
  Map<String, ResponseRow> copies() {
    return copies;
  }

  /** Whether a row of equal content was moved there as a whole. */
  boolean isMovedAmongEqual(ResponseRow row) {
    return amongEqual.contains(row.key());
  }

  private void miss(ResponseRow row) {
    byKey.put(row.key(), row);
    String typed = cells.typedBefore(row);
    if (!typed.isEmpty() && !cells.isAsTyped(row) && !isBack(row) && !cells.isAsChecked(row)) {
      // what shows another's word was moved, before what was maybe cleared
      List<String> owners = missing.computeIfAbsent(typed, t -> new ArrayList<>());
      owners.add(cells.hash(row).isEmpty() ? owners.size() : 0, row.key());
    }
  }

  /**
   * Whether a person answered anew whose row had gone. What was typed for them went with that row,
   * so the same text beside another person was typed for that person.
   */
  private boolean isBack(ResponseRow row) {
    return !history().key(row).equals(row.key())
        && row.check().isEmpty()
        && row.shownRef().isEmpty();
  }

  /**
   * What a sort brought beside a row without an answer, by the row that misses it. It counts as
   * long as the check came along, or the checks of both are cleared: what is left there later is
   * nobody's, and what is cleared stays cleared.
   */
  private Map<String, String> besideNobody() {
    Map<String, String> textByOwner = new HashMap<>();
    for (Row row : cells.others()) {
      String text = cells.text(row);
      String hash = ShortHashes.of(text);
      if (missing.containsKey(hash)) {
        Optional<String> from =
            RowCheck.parse(ResponseRow.text(row, tabState.layout(), PersonColumn.CHECK))
                .flatMap(RowCheck::fingerprint);
        cells.rows().stream()
            .filter(answer -> hash.equals(cells.typedBefore(answer)))
            .filter(answer -> !cells.isAsTyped(answer))
            .filter(answer -> isFrom(answer, from))
            .forEach(answer -> textByOwner.put(answer.key(), text));
      }
    }
    return textByOwner;
  }

  private static boolean isFrom(ResponseRow answer, Optional<String> fingerprint) {
    return fingerprint
        .map(answer.fingerprint()::equals)
        .orElseGet(() -> answer.check().isEmpty() && answer.shownRef().isEmpty());
  }

  private void trace(ResponseRow row) {
    if (cells.text(row).isEmpty() || cells.isAsTyped(row)) {
      return;
    }
    Optional<ResponseRow> original = cells.originalOf(row);
    boolean note = cells.isNote(row); // stops nobody: kept
    if (original.isPresent() && !note) {
      copies.put(row.key(), original.get());
    } else if (!cells.wasTypedBeforeAnEdit(row)) {
      Optional<String> missed = isExplained(row) ? Optional.empty() : missedBy(row);
      missed.or(() -> checkedOwner(row)).ifPresent(owner -> found(owner, row));
    }
  }

  /** Whether what a row shows was not moved there from where it is missed. */
  private boolean isExplained(ResponseRow row) {
    return cells.isOwn(row)
        || cells.cameAsCopy(row, copied)
        || (cells.isWord(row)
            && cells.isTypedOver(row)
            && !copied.cameUnchecked(row, cells.hash(row)));
  }

  /**
   * From which of the rows that miss it something came: from the one whose check came along, else
   * from one that nothing came from yet.
   */
  private Optional<String> missedBy(ResponseRow row) {
    List<String> owners = missing.getOrDefault(cells.hash(row), List.of());
    return row.fingerprintInCheck().stream()
        .flatMap(fingerprint -> history().answers().withContents(fingerprint).stream())
        .map(ResponseRow::key)
        .filter(owners::contains)
        .findFirst()
        .or(() -> owners.stream().filter(key -> !texts.containsKey(key)).findFirst())
        .or(() -> owners.stream().findFirst());
  }

  private Optional<String> checkedOwner(ResponseRow row) {
    return cells
        .checkedElsewhere(row, copied)
        .flatMap(fingerprint -> withContents(fingerprint, cells.hash(row)))
        .filter(other -> cells.isWord(row) || cells.isBlockOf(other, row));
  }

  /**
   * The key of the row with these contents from which something came: it was copied from one that
   * still shows the same, or moved from one whose own check is there no more. Else it was typed
   * into a copy, or was copied and then cleared where it had been typed.
   */
  private Optional<String> withContents(String fingerprint, String hash) {
    List<ResponseRow> equal = history().answers().withContents(fingerprint);
    return equal.stream()
        .filter(row -> cells.hash(row).equals(hash))
        .findFirst()
        .or(() -> equal.stream().filter(row -> row.ownCheck().isEmpty()).findFirst())
        .map(ResponseRow::key);
  }

  /**
   * Notes for which row that was typed which another shows. Of equal rows one may have been edited
   * since, by which the others are numbered anew: what one of them shows was typed there.
   */
  private void found(String owner, ResponseRow row) {
    ResponseRow ownerRow = byKey.get(owner);
    if (wereEqual(owner, row)) {
      amongEqual.add(row.key());
    } else if (ownerRow != null
        && (cells.hash(row).equals(cells.hash(ownerRow)) || isCopy(row, ownerRow))) {
      copies.put(row.key(), ownerRow);
    } else {
      texts.putIfAbsent(owner, cells.text(row));
    }
  }

  /** Whether two rows have the same contents, or had when one of them was remembered. */
  private boolean wereEqual(String owner, ResponseRow row) {
    ResponseRow ownerRow = byKey.get(owner);
    String formerKey = ownerRow == null ? owner : history().key(ownerRow);
    return Stream.of(owner, formerKey)
        .anyMatch(
            key ->
                ResponseRow.areEqual(key, row.key())
                    || ResponseRow.areEqual(key, history().key(row)));
  }

  /** Whether what a row shows came with a copy of another, and not later. */
  private boolean isCopy(ResponseRow row, ResponseRow original) {
    return row.isCopyOf(original)
        && (!history().lastLook().stoodBeside(row) || copied.wasCopy(row));
  }

  private CellHistory history() {
    return tabState.history();
  }
}
