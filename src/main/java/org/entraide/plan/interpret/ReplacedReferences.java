package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.reference.Reference;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/**
 * People who have a reference in the journal that the sheet does not show, and another one there
 * that the journal never gave: another installation named them, while this one was away or had to
 * end before it wrote a row. The name in the sheet stays, or two installations that work in turn
 * would write their own names over each other's for ever. Pure.
 */
final class ReplacedReferences {

  private final KnownRows knownRows;
  private final Map<String, String> byContents;
  private final Map<String, String> byFormer = new HashMap<>();
  private final Set<String> shown = new HashSet<>();

  private ReplacedReferences(KnownRows knownRows, List<LedgerRow> ledger) {
    this.knownRows = knownRows;
    this.byContents = new HashMap<>(knownRows.refByKnownHash());
    ledger.forEach(this::introduced);
  }

  /**
   * Of a pass that ended after its drafts the journal may have the introductions and no names: then
   * the ledger's check tells whose they are.
   */
  private void introduced(LedgerRow entry) {
    List<String> fingerprints = contents(entry);
    List<String> two = knownRows.introduced().getOrDefault(entry.ref(), List.of());
    for (int i = 0; i < Math.min(fingerprints.size(), two.size()); i++) {
      if (Reference.isValid(two.get(i))) {
        byContents.putIfAbsent(fingerprints.get(i), two.get(i));
      }
    }
  }

  private static List<String> contents(LedgerRow entry) {
    return entry.check().map(RowCheck::fingerprints).orElse(List.of());
  }

  /**
   * The journal's knowledge with the names that the sheet has.
   *
   * @param rows the answers
   */
  static KnownRows knownRows(KnownRows knownRows, List<ResponseRow> rows, List<LedgerRow> ledger) {
    ReplacedReferences renamed = new ReplacedReferences(knownRows, ledger);
    Map<String, String> byRows = renamed.rows(rows);
    byRows.forEach(renamed::compare);
    ledger.forEach(entry -> renamed.shown.addAll(List.of(entry.person(), entry.helper())));
    ledger.forEach(entry -> renamed.entry(entry, byRows.keySet()));
    return knownRows.renamed(renamed.byFormer);
  }

  /** The references that were written beside contents. */
  private Map<String, String> rows(List<ResponseRow> rows) {
    Map<String, String> byRows = new HashMap<>();
    Set<String> present = new HashSet<>();
    rows.forEach(row -> present.add(row.fingerprint()));
    for (ResponseRow row : rows) {
      Reference.parse(row.shownRef()).ifPresent(shown::add);
      row.check()
          .filter(check -> row.ownCheck().isPresent() || wasEdited(row, check, present))
          .ifPresent(check -> wrote(check, byRows));
    }
    return byRows;
  }

  /** Whether a check is of what was in its row before the answer was edited. */
  private static boolean wasEdited(ResponseRow row, RowCheck check, Set<String> present) {
    return check.fingerprint().filter(fingerprint -> !present.contains(fingerprint)).isPresent()
        && check.references().stream().findFirst().filter(row.shownRef()::equals).isPresent();
  }

  private void wrote(RowCheck check, Map<String, String> byRows) {
    check.references().stream()
        .findFirst()
        .filter(Reference::isValid)
        .ifPresent(
            ref -> {
              shown.add(ref);
              byRows.putIfAbsent(check.fingerprint().orElse(""), ref);
            });
  }

  /** The ledger names people whose rows are not written yet. */
  private void entry(LedgerRow entry, Set<String> written) {
    List<String> fingerprints = contents(entry);
    if (fingerprints.size() == 2) {
      List<String> refs = List.of(entry.person(), entry.helper());
      for (int i = 0; i < 2; i++) {
        if (!written.contains(fingerprints.get(i)) && Reference.isValid(refs.get(i))) {
          compare(fingerprints.get(i), refs.get(i));
        }
      }
    }
  }

  private void compare(String fingerprint, String ref) {
    String former = byContents.get(fingerprint);
    if (former != null && !shown.contains(former) && isAnothers(ref)) {
      byFormer.putIfAbsent(former, ref);
    }
  }

  private boolean isAnothers(String ref) {
    return !knownRows.references().contains(ref)
        && !knownRows.refByKnownHash().containsValue(ref)
        && !knownRows.aliases().containsKey(ref)
        && !knownRows.erased().hasReference(ref);
  }
}
