package org.entraide.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.people.Identities;
import org.entraide.people.Person;
import org.entraide.people.ProfileReader;

/**
 * Who is in which row, and what organisers ask of them. Pure but for the references drawn.
 *
 * @param rows the answers, in the order of the sheet
 * @param assigned whose they are, in the same order
 * @param people everybody
 * @param orders by reference
 * @param ledger the ledger's rows
 * @param refByFingerprint content to person, of the rows that are there
 */
public record Interpretation(
    List<ResponseRow> rows,
    List<Identities.Assigned> assigned,
    List<Person> people,
    Map<String, Orders> orders,
    List<LedgerRow> ledger,
    Map<String, String> refByFingerprint) {

  /**
   * What earlier cycles left behind.
   *
   * @param references every reference ever given, of introductions in their long form
   * @param refByFingerprint content to person
   */
  public record Known(Set<String> references, Map<String, String> refByFingerprint) {}

  public static Interpretation of(
      Layout layout,
      ProfileReader reader,
      Vocabulary vocabulary,
      Known known,
      String salt,
      RandomGenerator random) {
    List<ResponseRow> rows = ResponseRow.read(layout.responses().rows(), layout, reader, salt);
    List<LedgerRow> ledger =
        layout
            .ledger()
            .map(tab -> LedgerRow.read(tab.rows(), layout.entries().at(), vocabulary))
            .orElse(List.of());
    Identities.Result result =
        Identities.assign(entries(rows), remembered(known, rows, ledger), random);
    Map<String, String> refByFingerprint = new HashMap<>();
    Map<String, Orders> orders = new HashMap<>();
    Set<String> refs = new HashSet<>();
    result.people().forEach(p -> refs.add(p.ref()));
    for (int i = 0; i < rows.size(); i++) {
      String ref = result.rows().get(i).ref();
      refByFingerprint.put(rows.get(i).fingerprint(), ref);
      Orders row = Orders.read(rows.get(i).row(), layout.people(), vocabulary, refs::contains);
      orders.merge(ref, row, Orders::and);
    }
    return new Interpretation(
        rows, result.rows(), result.people(), orders, ledger, refByFingerprint);
  }

  private static List<Identities.Entry> entries(List<ResponseRow> rows) {
    List<Identities.Entry> entries = new ArrayList<>();
    for (ResponseRow row : rows) {
      entries.add(
          Identities.Entry.of(row.row().index(), row.shownRef(), row.profile(), row.fingerprint()));
    }
    return entries;
  }

  /**
   * The journal's knowledge, and what the sheet itself vouches for: after the loss of the journal
   * the hidden checks of people's rows and of the ledger still say whose contents are whose.
   */
  private static Identities.Known remembered(
      Known known, List<ResponseRow> rows, List<LedgerRow> ledger) {
    Map<String, String> byFingerprint = new HashMap<>();
    Set<String> references = new HashSet<>();
    for (LedgerRow entry : ledger) {
      references.add(entry.ref());
      entry
          .check()
          .filter(c -> c.fingerprints().size() == 2)
          .ifPresent(
              c -> {
                byFingerprint.put(c.fingerprints().get(0), entry.person());
                byFingerprint.put(c.fingerprints().get(1), entry.helper());
              });
    }
    for (ResponseRow row : rows) {
      row.vouchedRef()
          .ifPresent(
              ref -> {
                byFingerprint.put(row.fingerprint(), ref);
                references.add(ref); // two people may have one fingerprint
              });
    }
    byFingerprint.putAll(known.refByFingerprint());
    references.addAll(known.references());
    for (String reference : List.copyOf(references)) {
      if (reference.startsWith("M-")) {
        references.add(reference.substring(2)); // one code never means two things
      }
    }
    return new Identities.Known(references, byFingerprint);
  }

  /** When each person first answered, as far as the sheet tells. */
  public Map<String, Instant> firstAnswers() {
    Map<String, Instant> first = new HashMap<>();
    for (Person person : people) {
      if (person.firstAnswer() != null) {
        first.put(person.ref(), person.firstAnswer());
      }
    }
    return first;
  }
}
