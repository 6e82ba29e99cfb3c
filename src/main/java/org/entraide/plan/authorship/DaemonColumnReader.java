package org.entraide.plan.authorship;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetVocabulary;

/**
 * The daemon's columns: what people typed there, and for whom; see {@link CellAuthorship}.
 *
 * @param vocabulary which words mean something when a person types them, and which are the daemon's
 */
record DaemonColumnReader(
    CellAuthorship authorship, ResponseTabState tabState, SheetVocabulary vocabulary) {

  /**
   * Looks at one column.
   *
   * @param position of its hash in a row's check
   */
  void read(PersonColumn column, int position) {
    for (ResponseRow row : tabState.rows()) {
      authorship.ofRow(row).hashes.put(column, ShortHashes.of(tabState.text(row, column)));
    }
    DaemonColumn cells = new DaemonColumn(authorship, tabState, vocabulary, column, position);
    CopiedCells copied = new CopiedCells(authorship, tabState, column);
    MovedWords moves = new MovedWords(cells, copied);
    Set<String> foreignRows =
        new HashSet<>(); // rows that show what the daemon did not write in them
    Set<String> typed = new HashSet<>(); // those where that was typed, unless it was moved there
    for (ResponseRow row : tabState.rows()) {
      if (!cells.text(row).isEmpty() && !cells.isOurs(row)) {
        foreignRows.add(row.key());
        if (isTyped(row, cells, copied, moves)) {
          typed.add(row.key());
        }
      }
    }
    WordReturns returns = WordReturns.of(cells, moves.texts(), typed);
    for (ResponseRow row : tabState.rows()) {
      Optional<ResponseRow> from = from(row, cells, moves, returns);
      if (foreignRows.contains(row.key())) {
        from.ifPresent(owner -> noteGuest(row, column, owner, returns));
      }
      boolean typedHere = typed.contains(row.key()) && from.isEmpty();
      noteTyped(row, column, typedHere ? cells.text(row) : returns.text(row), returns);
      copied.remember(row, from.isPresent() && moves.copies().containsKey(row.key()), typedHere);
      row.ownCheck()
          .map(check -> check.hash(position))
          .filter(hash -> !hash.isEmpty())
          .ifPresent(hash -> learn(row, column, hash));
    }
  }

  /** Whether what a row shows and the daemon did not write was typed there, as far as one sees. */
  private static boolean isTyped(
      ResponseRow row, DaemonColumn cells, CopiedCells copied, MovedWords moves) {
    return !copied.wasThere(row)
        && (cells.isTypedBesideEqual(row)
            || cells.isAsTyped(row)
            || moves.isMovedAmongEqual(row)
            || cells.isTypedOverCopy(row, copied)
            || cells.isTyped(row));
  }

  /** For whose row that was typed which a row shows; empty for its own, or nobody's. */
  private static Optional<ResponseRow> from(
      ResponseRow row, DaemonColumn cells, MovedWords moves, WordReturns returns) {
    if (cells.isAsTyped(row)) {
      return Optional.empty();
    }
    return Optional.ofNullable(moves.copies().get(row.key()))
        .or(() -> Optional.ofNullable(returns.from().get(cells.text(row))));
  }

  private void noteGuest(
      ResponseRow row, PersonColumn column, ResponseRow owner, WordReturns returns) {
    CellAuthorship.RowAuthorship inRow = authorship.ofRow(row);
    inRow.guests.put(column, owner);
    if (returns.isStuck(owner)) {
      inRow.stuck.add(column);
    }
  }

  private void noteTyped(ResponseRow row, PersonColumn column, String text, WordReturns returns) {
    if (!text.isEmpty() && !returns.isStuck(row)) {
      authorship.ofRow(row).typed.put(column, text);
    }
    authorship.remember(new CellKey(row.key(), column.typedMark()), ShortHashes.of(text));
  }

  private void learn(ResponseRow row, PersonColumn column, String hash) {
    authorship.learn(new CellKey(row.key(), column.mark()), hash, tabState.text(row, column));
  }
}
