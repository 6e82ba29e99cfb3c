package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.people.identity.Person;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.reference.Reference;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;

/**
 * Which rows are beside cells of ours that are their own person's, and which beside another's after
 * a sort of some columns.
 *
 * @param cellHashes hashes of what cells held, by row and mark
 * @param remembered what is remembered of who is who
 */
public record RowAlignment(
    List<ResponseRow> rows,
    SheetLayout layout,
    SheetVocabulary vocabulary,
    Map<CellKey, String> cellHashes,
    PersonIdentities.KnownPeople remembered) {

  /** Who wrote what is in our columns, if these are the people. */
  public CellAuthorship authorship(PersonIdentities.RecognisedPeople who) {
    Map<String, Set<String>> own = called(who);
    Set<String> presentRefs = new HashSet<>(); // of all who have a row
    own.values().forEach(presentRefs::addAll);
    Map<String, Boolean> alignedByKey = new HashMap<>(); // every column asks for it
    Predicate<ResponseRow> aligned =
        row -> alignedByKey.computeIfAbsent(row.key(), key -> isAligned(row, own, presentRefs));
    Set<String> copies = OverwrittenCopies.copies(rows, who, remembered);
    CellHistory history = new CellHistory(rows, cellHashes, former(own), aligned, copies);
    Map<String, String> people = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      people.put(rows.get(i).key(), who.rows().get(i).ref());
    }
    return CellAuthorshipReader.withOrders(
        ResponseTabState.of(layout.responses().rows(), rows, layout, history, aligned),
        vocabulary,
        row -> people.getOrDefault(row.key(), row.key()));
  }

  /** By the key of a row, what its person is or was called. */
  private Map<String, Set<String>> called(PersonIdentities.RecognisedPeople who) {
    Map<String, Person> people = new HashMap<>();
    who.people().forEach(person -> people.put(person.ref(), person));
    Map<String, Set<String>> own = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String ref = who.rows().get(i).ref();
      Set<String> refs = new HashSet<>(Set.of(ref));
      Person person = people.get(ref);
      if (person != null) {
        refs.addAll(person.formerRefs());
      }
      own.put(rows.get(i).key(), refs);
    }
    return own;
  }

  private boolean isAligned(
      ResponseRow row, Map<String, Set<String>> own, Set<String> presentRefs) {
    Set<String> rowRefs = own.getOrDefault(row.key(), Set.of());
    return Reference.parse(row.shownRef())
        .or(() -> checkedRef(row)) // the reference was cleared, or merged into another
        .filter(remembered.refs()::contains)
        .map(
            shown ->
                rowRefs.contains(shown)
                    || shown.equals(duplicateOf(row))
                    || (presentRefs.contains(shown) && isEdited(row, rowRefs, own.keySet())))
        .orElse(true);
  }

  private static Optional<String> checkedRef(ResponseRow row) {
    return row.check().flatMap(check -> check.references().stream().findFirst());
  }

  /** Of whom a row says that it is a duplicate: it shows the other's reference, then. */
  private String duplicateOf(ResponseRow row) {
    return vocabulary
        .duplicateOf(ResponseRow.text(row.sheetRow(), layout, PersonColumn.STATUS))
        .orElse("");
  }

  /** Whether the check beside new contents is the person's own, whatever reference was typed. */
  private boolean isEdited(ResponseRow row, Set<String> rowRefs, Set<String> present) {
    return row.check()
        .flatMap(RowCheck::fingerprint)
        .filter(fingerprint -> !present.contains(fingerprint))
        .map(remembered.byFingerprint()::get)
        .filter(rowRefs::contains)
        .isPresent();
  }

  /**
   * By the key of a row of which nothing is remembered, the key that its person's row had: an
   * answer that is edited has new contents, maybe while others' cells are beside it.
   */
  private Map<String, String> former(Map<String, Set<String>> own) {
    Map<String, Set<String>> gone = gone(own.keySet());
    Map<String, String> former = new HashMap<>();
    for (ResponseRow row : gone.isEmpty() ? List.<ResponseRow>of() : rows) {
      Set<String> keys = new HashSet<>();
      own.getOrDefault(row.key(), Set.of())
          .forEach(ref -> keys.addAll(gone.getOrDefault(ref, Set.of())));
      row.check().ifPresent(check -> retainEdited(keys, check));
      if (keys.size() == 1 && !isSeen(row.key())) {
        former.put(row.key(), keys.iterator().next());
      }
    }
    return former;
  }

  /**
   * Of several keys retains the one beside which these contents were edited. Where one row is a
   * copy of another, both show a check of the same contents: then the journal knows which of them
   * was beside which.
   */
  private void retainEdited(Set<String> keys, RowCheck check) {
    String hash = JournalledRows.seenBeside(check.text());
    List<String> seen = keys.stream().filter(key -> wasBeside(key, hash)).toList();
    if (seen.size() == 1) {
      keys.retainAll(seen);
    } else {
      check.fingerprint().filter(keys::contains).ifPresent(own -> keys.retainAll(Set.of(own)));
    }
  }

  private boolean wasBeside(String key, String check) {
    return Stream.of(JournalledRows.SEEN, JournalledRows.BESIDE)
        .anyMatch(mark -> check.equals(cellHashes.get(new CellKey(key, mark))));
  }

  /** Keys of rows that are remembered and not there, by whose they were. */
  private Map<String, Set<String>> gone(Set<String> present) {
    Map<String, Set<String>> gone = new HashMap<>();
    remembered
        .byFingerprint()
        .forEach(
            (fingerprint, ref) -> {
              String key = fingerprint;
              for (int time = 2; isSeen(key); time++) {
                if (!present.contains(key)) {
                  gone.computeIfAbsent(ref, r -> new HashSet<>()).add(key);
                }
                key = ResponseRow.key(fingerprint, time);
              }
            });
    return gone;
  }

  private boolean isSeen(String key) {
    return cellHashes.containsKey(new CellKey(key, JournalledRows.SEEN));
  }
}
