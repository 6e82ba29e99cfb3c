package org.entraide.campaign.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/**
 * Where a campaign knows somebody. Pure.
 *
 * @param people every reference that the person has or had
 * @param contents fingerprints of their answers
 * @param rows those of their rows that are there
 * @param responses ids of what they sent by the form
 * @param introductions all in which they have a part
 */
public record SubjectData(
    Set<String> people,
    Set<String> contents,
    List<ResponseRow> rows,
    Set<String> responses,
    List<Introduction> introductions) {

  /** A fingerprint of contents alone: those of a contact and a name have a mark. */
  private static final Pattern CONTENTS = Pattern.compile("[0-9a-f]{16}");

  /** Either may be typed over. */
  private static final List<PersonColumn> OWN_WORDS =
      List.of(PersonColumn.STATUS, PersonColumn.EXPLANATION);

  public SubjectData {
    people = Set.copyOf(people);
    contents = Set.copyOf(contents);
    rows = List.copyOf(rows);
    responses = Set.copyOf(responses);
    introductions = List.copyOf(introductions);
  }

  /** Of somebody by a reference that they have or had; what was erased has none. */
  public static SubjectData of(Observation observation, String reference) {
    Map<String, String> aliases = new HashMap<>(JournalNotes.aliases(observation.memory().notes()));
    aliases.putAll(observation.interpretation().aliases());
    Set<String> people = called(reference, aliases);
    return of(observation, people, (row, ref) -> people.contains(ref));
  }

  /** All that somebody is and was called. */
  private static Set<String> called(String reference, Map<String, String> aliases) {
    Set<String> called = new HashSet<>();
    called.add(reference);
    called.add(aliases.getOrDefault(reference, reference));
    aliases.forEach(
        (former, now) -> {
          if (called.contains(now)) {
            called.add(former);
          }
        });
    return called;
  }

  /**
   * Of those whose rows say that they were erased while the journal does not: it was lost, or is an
   * older one. And of those who edited an erased answer: to the form it is the same. All together,
   * since afterwards the journal knows. What the same people answered since is not included: it
   * makes them new people.
   */
  public static SubjectData forgotten(Observation observation) {
    Map<String, String> refByFingerprint = observation.memory().referenceByFingerprint();
    Map<String, String> aliases =
        JournalNotes.aliases(observation.memory().notes()); // the sheet's may be new
    Set<String> people = new HashSet<>();
    Set<String> refs = new HashSet<>(); // what they are called as the sheet reads
    Set<String> contents = new HashSet<>();
    for (int i = 0; i < observation.interpretation().rows().size(); i++) {
      ResponseRow row = observation.interpretation().rows().get(i);
      boolean says = saysErased(row, observation);
      boolean edited = isEdited(row, observation);
      String ref = observation.interpretation().assigned().get(i).ref();
      if (says || edited) {
        contents.add(row.fingerprint());
      }
      if (says || (edited && !observation.memory().references().contains(ref))) {
        refs.add(ref); // not of somebody who answered anew since, and whose row is gone
      }
      if (says && refByFingerprint.containsKey(row.fingerprint())) {
        people.addAll(called(refByFingerprint.getOrDefault(row.fingerprint(), ""), aliases));
      }
    }
    BiPredicate<ResponseRow, String> isRowOfThem =
        (row, ref) ->
            contents.contains(row.fingerprint())
                || people.contains(refByFingerprint.getOrDefault(row.fingerprint(), ""))
                || (refs.contains(ref) && isCheckedAsErased(row));
    Set<String> erasedRefs = new HashSet<>(refs);
    if (!erasedRefs.isEmpty()) {
      erasedRefs.removeAll(others(contents, observation.interpretation().ledger()));
    }
    for (int i = 0; i < observation.interpretation().rows().size(); i++) {
      String ref = observation.interpretation().assigned().get(i).ref();
      if (!isRowOfThem.test(observation.interpretation().rows().get(i), ref)) {
        erasedRefs.remove(ref);
      }
    }
    people.addAll(erasedRefs);
    return of(observation, people, isRowOfThem);
  }

  /**
   * Whom the ledger names, beside the fingerprints of the two, with other contents: an erased row
   * may hold somebody else's reference, which an earlier version put there.
   */
  private static Set<String> others(Set<String> contents, List<LedgerRow> ledger) {
    Set<String> others = new HashSet<>();
    for (LedgerRow entry : ledger) {
      List<String> two = entry.check().map(RowCheck::fingerprints).orElse(List.of());
      for (int i = 0; i < two.size(); i++) {
        if (CONTENTS.matcher(two.get(i)).matches() && !contents.contains(two.get(i))) {
          others.add(i == 0 ? entry.person() : entry.helper());
        }
      }
    }
    return others;
  }

  private static boolean isCheckedAsErased(ResponseRow row) {
    return row.fingerprintInCheck().filter(ErasedPeople::isHash).isPresent();
  }

  /** A check in a row with other contents or other words than were written says nothing. */
  private static boolean saysErased(ResponseRow row, Observation observation) {
    ErasedPeople erased = observation.memory().erased();
    return !row.profile().isErased()
        && row.fingerprintInCheck()
            .filter(ErasedPeople::isHash)
            .filter(hash -> !erased.hashes().contains(hash))
            .filter(
                hash -> erased.hashes().isEmpty() || hash.equals(erased.answer(row.fingerprint())))
            .isPresent()
        && OWN_WORDS.stream().anyMatch(it -> row.showsOwn(it, observation.layout()));
  }

  /**
   * Whether a row shows an erased response as it was edited, and nobody knew it before; not one
   * that organisers copied and typed somebody else over.
   */
  private static boolean isEdited(ResponseRow row, Observation observation) {
    ErasedPeople erased = observation.memory().erased();
    return !erased.hashes().isEmpty()
        && !row.profile().isErased()
        && !observation.memory().referenceByFingerprint().containsKey(row.fingerprint())
        && observation.response(row).filter(it -> erased.hasResponse(it.responseId())).isPresent()
        && observation.isAsAnswered(row);
  }

  /**
   * @param isRowOfThem whether a row with the reference that it is given is one of theirs
   */
  private static SubjectData of(
      Observation observation, Set<String> people, BiPredicate<ResponseRow, String> isRowOfThem) {
    Set<String> contents = new HashSet<>();
    observation
        .memory()
        .referenceByFingerprint()
        .forEach(
            (fingerprint, ref) -> {
              if (people.contains(ref) && CONTENTS.matcher(fingerprint).matches()) {
                contents.add(fingerprint);
              }
            });
    List<ResponseRow> rows = new ArrayList<>();
    Set<String> responses = new HashSet<>();
    Interpretation interpretation = observation.interpretation();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      ResponseRow row = interpretation.rows().get(i);
      String ref = interpretation.assigned().get(i).ref();
      if (isRowOfThem.test(row, ref) && !row.profile().isErased()) {
        rows.add(row);
        contents.add(row.fingerprint());
        observation.response(row).ifPresent(it -> responses.add(it.responseId()));
      }
    }
    responses.removeAll(ofOthers(responses, rows, observation));
    Map<String, Introduction> introductions = new HashMap<>(observation.memory().introductions());
    introductions.putAll(observation.mail().introductions());
    return new SubjectData(
        people,
        contents,
        rows,
        responses,
        introductions.values().stream()
            .filter(i -> people.contains(i.person()) || people.contains(i.helper()))
            .toList());
  }

  /**
   * Those of some responses that rows of others show, too: one was copied from the other and typed
   * over. It is theirs where their row alone is its author's, or where no other row shows it, as
   * after organisers corrected the address.
   */
  private static Set<String> ofOthers(
      Set<String> responses, List<ResponseRow> rowsOfPeople, Observation observation) {
    Set<String> authored = new HashSet<>();
    for (ResponseRow row : rowsOfPeople) {
      observation
          .response(row)
          .filter(it -> observation.isOfItsAuthor(row))
          .ifPresent(it -> authored.add(it.responseId()));
    }
    Set<String> others = new HashSet<>();
    for (ResponseRow row :
        responses.isEmpty() ? List.<ResponseRow>of() : observation.interpretation().rows()) {
      if (!row.profile().isErased() && !rowsOfPeople.contains(row)) {
        observation
            .response(row)
            .filter(it -> responses.contains(it.responseId()))
            .filter(it -> !authored.contains(it.responseId()) || observation.isOfItsAuthor(row))
            .ifPresent(it -> others.add(it.responseId()));
      }
    }
    return others;
  }

  /**
   * Their references, and those that their rows are read as: these may be newer ones of the same
   * people, who answered again.
   */
  public Set<String> readAs(Interpretation read) {
    Set<String> refs = new HashSet<>(people);
    for (int i = 0; i < read.rows().size(); i++) {
      if (rows.contains(read.rows().get(i))) {
        refs.add(read.assigned().get(i).ref());
      }
    }
    return refs;
  }

  /** Whether nothing at all is known. */
  public boolean isNobody() {
    return contents.isEmpty() && introductions.isEmpty();
  }

  /**
   * What is to be forgotten, and what is left of it: also the identity of an answer if somebody
   * cleared the address in its row, which must not make another person of it.
   *
   * @param salt of fingerprints
   */
  public Erasure erasure(ErasedPeople erasedBefore, String salt, RandomGenerator random) {
    ErasedPeople key = erasedBefore.begun(random);
    Map<String, String> hashByFingerprint = new HashMap<>();
    contents.forEach(fingerprint -> hashByFingerprint.put(fingerprint, key.answer(fingerprint)));
    Set<String> hashes = new HashSet<>(hashByFingerprint.values());
    people.forEach(ref -> hashes.add(key.reference(ref)));
    introductions.forEach(i -> hashes.add(key.reference(i.ref())));
    responses.forEach(id -> hashes.add(key.response(id)));
    rows.forEach(
        row ->
            RowFingerprint.withoutFirstContact(salt, row.profile())
                .ifPresent(fingerprint -> hashes.add(key.answer(fingerprint))));
    return new Erasure(
        people,
        Set.copyOf(introductions.stream().map(Introduction::ref).toList()),
        hashByFingerprint,
        key.and(hashes));
  }
}
