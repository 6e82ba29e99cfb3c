package org.entraide.plan.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.reference.Reference;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/**
 * What the sheet itself vouches for: after the loss of the journal the hidden checks of people's
 * rows and of the ledger still say whose contents are whose. Pure.
 */
final class SheetIdentityEvidence {

  private final Map<String, String> byFingerprint = new HashMap<>();
  private final Set<String> references = new HashSet<>();

  private SheetIdentityEvidence() {}

  /**
   * The journal's knowledge, which comes first, and what the sheet adds to it.
   *
   * @param rows the answers
   */
  static PersonIdentities.KnownPeople remembered(
      KnownRows knownRows, List<ResponseRow> rows, List<LedgerRow> ledger) {
    SheetIdentityEvidence vouched = new SheetIdentityEvidence();
    rows.forEach(vouched::row);
    rows.stream()
        .filter(ResponseRow::showsOthersCheck)
        .forEach(row -> vouched.amiss(row, knownRows));
    vouched.ledger(ledger);
    Map<String, String> byFingerprint = vouched.byFingerprint;
    byFingerprint.remove(""); // of somebody who was not there when it was written
    byFingerprint.values().removeIf(ref -> !Reference.isValid(ref));
    byFingerprint.putAll(knownRows.refByKnownHash());
    Set<String> references = vouched.references;
    references.addAll(knownRows.references());
    references.addAll(knownRows.barred().references());
    for (String reference : List.copyOf(references)) {
      if (LetterReference.isLetter(reference)) {
        references.add(LetterReference.code(reference)); // one code never means two things
      }
    }
    return new PersonIdentities.KnownPeople(
        references, byFingerprint, knownRows.aliases(), knownRows.erased());
  }

  /**
   * The ledger's entries with whom they introduced, where people cleared that or typed over it: the
   * check has the contents of the two.
   */
  static List<LedgerRow> named(
      KnownRows knownRows, List<ResponseRow> rows, List<LedgerRow> ledger) {
    if (ledger.stream().allMatch(SheetIdentityEvidence::isNamed)) {
      return ledger;
    }
    SheetIdentityEvidence vouched = new SheetIdentityEvidence();
    rows.forEach(vouched::row);
    Map<String, String> byFingerprint = vouched.byFingerprint;
    byFingerprint.putAll(knownRows.refByKnownHash());
    return ledger.stream().map(entry -> named(entry, byFingerprint)).toList();
  }

  private static boolean isNamed(LedgerRow entry) {
    return Reference.isValid(entry.person())
        && (entry.isQuestion() || Reference.isValid(entry.helper()));
  }

  private static LedgerRow named(LedgerRow entry, Map<String, String> byFingerprint) {
    List<String> fingerprints = entry.check().map(RowCheck::fingerprints).orElse(List.of());
    if (fingerprints.size() != 2) {
      return entry;
    }
    String person = byFingerprint.getOrDefault(fingerprints.get(0), entry.person());
    String helper =
        entry.isQuestion() ? "" : byFingerprint.getOrDefault(fingerprints.get(1), entry.helper());
    // a check of other people than those who are still named is another entry's
    return isNamedOtherwise(entry.person(), person) || isNamedOtherwise(entry.helper(), helper)
        ? entry
        : entry.between(person, helper);
  }

  private static boolean isNamedOtherwise(String shown, String checkedRef) {
    return Reference.isValid(shown) && !shown.equals(checkedRef);
  }

  private void row(ResponseRow row) {
    row.vouchedRef().ifPresent(ref -> byFingerprint.putIfAbsent(row.fingerprint(), ref));
    row.check()
        .filter(c -> !c.references().isEmpty() && Reference.isValid(c.references().get(0)))
        .filter(c -> c.fingerprint().isPresent())
        .ifPresent(
            c -> {
              // wherever it was moved to: a check names contents, not the row that it is in
              byFingerprint.put(c.fingerprint().orElseThrow(), c.references().get(0));
              references.add(c.references().get(0));
            });
    row.vouchedRef().ifPresent(references::add); // two people may have one fingerprint
  }

  /** Where another's check was written over a row's own, only the reference shows whose it is. */
  private void amiss(ResponseRow row, KnownRows knownRows) {
    Reference.parse(row.shownRef())
        .filter(ref -> !knownRows.erased().hasReference(ref))
        .ifPresent(references::add);
  }

  private void ledger(List<LedgerRow> ledger) {
    Map<String, String> byRows = Map.copyOf(byFingerprint);
    Set<String> named = Set.copyOf(byRows.values());
    Map<String, Set<String>> byLedger = new HashMap<>();
    for (LedgerRow entry : ledger) {
      references.add(entry.ref());
      List<String> fingerprints = entry.check().map(RowCheck::fingerprints).orElse(List.of());
      if (fingerprints.size() == 2
          && !isOthers(fingerprints.get(0), entry.person(), byRows, named)
          && !isOthers(fingerprints.get(1), entry.helper(), byRows, named)) {
        // of people who turned out to be one, the ledger knows the reference of each
        List<String> refs = List.of(entry.person(), entry.helper());
        for (int i = 0; i < 2; i++) {
          byFingerprint.put(fingerprints.get(i), refs.get(i));
          byLedger.computeIfAbsent(fingerprints.get(i), c -> new HashSet<>()).add(refs.get(i));
        }
      }
    }
    byRows.forEach((fingerprint, ref) -> keep(fingerprint, ref, byLedger));
  }

  /**
   * Keeps the reference that a person's row shows. Two daemons may have given the person different
   * references at once: the ledger then has an entry with each, and the row shows only one.
   */
  private void keep(String fingerprint, String ref, Map<String, Set<String>> byLedger) {
    Set<String> called = byLedger.getOrDefault(fingerprint, Set.of());
    if (called.contains(ref)) {
      byFingerprint.put(fingerprint, ref);
      called.stream().filter(Reference::isValid).forEach(references::add); // never given again
    }
  }

  /**
   * Whether a check in the ledger is another entry's, written amiss since somebody sorted under the
   * write: rows of answers call its contents otherwise, and others what it calls them.
   */
  private static boolean isOthers(
      String fingerprint, String ref, Map<String, String> byRows, Set<String> named) {
    String called = byRows.get(fingerprint);
    return called != null && !called.equals(ref) && named.contains(ref);
  }
}
