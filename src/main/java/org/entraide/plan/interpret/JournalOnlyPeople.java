package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.reference.Reference;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;

/**
 * People whom the journal alone ever named: their answer was changed before any row showed their
 * reference. The person in that row then got a second reference. When somebody undoes the change,
 * the first contents return beside the second reference. The second reference is kept: people know
 * no other, and letters use it. The journal's notes about the first apply to the second. Pure.
 *
 * <p>So it is only where nothing else explains the row: no contents of whom it names are there any
 * more, the two were never in the sheet at once, and no standing letter was begun under the first
 * reference: else contents decide, as always, or one pair would have two letters.
 */
final class JournalOnlyPeople {

  private final KnownRows knownRows;
  private final List<ResponseRow> rows;
  private final Set<String> shown = new HashSet<>();
  private final Map<String, Integer> rowsOf = new HashMap<>(); // by whom contents are of
  private final Map<String, Integer> checksOf = new HashMap<>(); // by whom checks name

  private JournalOnlyPeople(KnownRows knownRows, List<ResponseRow> rows, List<LedgerRow> ledger) {
    this.knownRows = knownRows;
    this.rows = rows;
    ledger.stream()
        .filter(entry -> !entry.state().equals(Optional.of(Introduction.State.WITHDRAWN)))
        .forEach(entry -> shown.addAll(List.of(entry.person(), entry.helper())));
    for (ResponseRow row : rows) {
      Reference.parse(row.shownRef()).ifPresent(shown::add);
      row.check().ifPresent(check -> shown.addAll(check.references()));
      named(row).ifPresent(ref -> checksOf.merge(ref, 1, Integer::sum));
      whose(row).ifPresent(ref -> rowsOf.merge(ref, 1, Integer::sum));
    }
  }

  /**
   * The journal's knowledge with the names that the sheet has.
   *
   * @param rows the answers
   */
  static KnownRows knownRows(KnownRows knownRows, List<ResponseRow> rows, List<LedgerRow> ledger) {
    if (rows.stream().noneMatch(ResponseRow::showsOthersCheck)) {
      return knownRows;
    }
    return new JournalOnlyPeople(knownRows, rows, ledger).known();
  }

  private KnownRows known() {
    Map<String, String> byFormer = new HashMap<>();
    for (ResponseRow row : rows) {
      Optional<String> first =
          Optional.ofNullable(knownRows.refByKnownHash().get(row.fingerprint()));
      Optional<String> second = named(row).filter(ref -> row.showsOthersCheck());
      if (first.isPresent()
          && second.isPresent()
          && isOnlyHere(second.get())
          && isUnseen(first.get(), row)
          && wereNeverBoth(first.get(), second.get())) {
        byFormer.put(first.get(), second.get());
      }
    }
    return knownRows.renamed(byFormer);
  }

  /** Whom a row names: its check, and its reference where that was not cleared. */
  private static Optional<String> named(ResponseRow row) {
    return row.check()
        .flatMap(check -> check.references().stream().findFirst())
        .filter(Reference::isValid)
        .filter(
            ref ->
                row.shownRef().isEmpty()
                    || Reference.parse(row.shownRef()).equals(Optional.of(ref)));
  }

  /** Whose contents a row has: the journal knows, else the row's own check. */
  private Optional<String> whose(ResponseRow row) {
    return Optional.ofNullable(knownRows.refByKnownHash().get(row.fingerprint()))
        .or(() -> row.ownCheck().flatMap(check -> named(row)));
  }

  /** Whether no row has contents of theirs, and no other row names them. */
  private boolean isOnlyHere(String ref) {
    return !rowsOf.containsKey(ref)
        && checksOf.getOrDefault(ref, 0) == 1
        && !knownRows.erased().hasReference(ref)
        && !knownRows.aliases().containsKey(ref);
  }

  /** Whether nothing was ever written beside theirs, and this is their only row. */
  private boolean isUnseen(String ref, ResponseRow row) {
    return !shown.contains(ref)
        && rowsOf.getOrDefault(ref, 0) == 1
        && PersonColumn.REPORTED.stream()
            .noneMatch(
                column ->
                    knownRows.cellHashes().containsKey(new CellKey(row.key(), column.mark())));
  }

  /** Whether one was gone before the other came, or came after the journal was written. */
  private boolean wereNeverBoth(String first, String second) {
    return knownRows.gone().contains(first) || !knownRows.references().contains(second);
  }
}
