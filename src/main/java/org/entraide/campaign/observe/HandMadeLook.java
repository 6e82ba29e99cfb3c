package org.entraide.campaign.observe;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.TypedRowNotes;
import org.entraide.people.word.Reference;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.handmade.HandMadeDecider;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.LetterFlag;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.text.Texts;

/**
 * Looks at the rows that organisers typed into the ledger.
 *
 * @param words of the sheet, with days as its locale writes them
 * @param random draws the references of new introductions
 */
record HandMadeLook(
    SheetVocabulary vocabulary, Texts words, Journal journal, RandomGenerator random) {

  /** Takes out those whose row was deleted and is not back. */
  static void dropForgotten(Map<String, Introduction> known, List<LedgerRow> ledger) {
    Set<String> rows = references(ledger);
    known.values().removeIf(i -> i.has(LetterFlag.FORGOTTEN) && !rows.contains(i.ref()));
  }

  /** Those that have a letter, or are to have one: no mailbox is asked about the others. */
  static Map<String, Introduction> withLetter(Map<String, Introduction> known) {
    Map<String, Introduction> letters = new LinkedHashMap<>(known);
    letters.values().removeIf(i -> i.has(LetterFlag.BY_HAND));
    return letters;
  }

  /**
   * All of them, in their order.
   *
   * @param seen those with a letter, as mailboxes show them
   */
  static Map<String, Introduction> together(
      Map<String, Introduction> known, Map<String, Introduction> seen) {
    Map<String, Introduction> all = new LinkedHashMap<>(known);
    all.putAll(seen);
    return all;
  }

  private static Set<String> references(List<LedgerRow> ledger) {
    return ledger.stream().map(LedgerRow::ref).collect(Collectors.toCollection(HashSet::new));
  }

  /** The same observation with what follows from those rows. */
  Observation in(Observation seen) {
    Map<String, Introduction> known = seen.mail().introductions();
    Set<String> strays = references(seen.interpretation().remnants());
    strays.removeIf(seen.memory().erased()::hasReference);
    List<HandMadeRow> typed =
        seen.layout()
            .ledger()
            .map(it -> HandMadeRow.read(it.rows(), seen.layout().entries(), vocabulary, strays))
            .orElse(List.of());
    if (typed.isEmpty() && known.values().stream().noneMatch(i -> i.has(LetterFlag.BY_HAND))) {
      return seen; // as in most campaigns
    }
    Set<String> rows = references(seen.interpretation().ledger());
    List<Introduction> forgotten =
        seen.memory().introductions().values().stream()
            .filter(i -> i.has(LetterFlag.FORGOTTEN) && !rows.contains(i.ref()))
            .toList();
    return seen.with(
        new HandMadeDecider(
                seen.interpretation(),
                seen.absences().missing(),
                seen.another(),
                writing(seen),
                () -> reference(seen),
                seen.now())
            .decide(
                new HandMadeDecider.Ledger(typed, rows, seen.found().ledger().isPresent()),
                new HandMadeDecider.Remembered(
                    TypedRowNotes.since(seen.memory().notes()), forgotten),
                known));
  }

  private HandMadeDecider.Writing writing(Observation seen) {
    return new HandMadeDecider.Writing(
        words::dayOf, seen.workbook().zone(), seen.settings().country(), seen.workbook().id());
  }

  private String reference(Observation seen) {
    Set<String> used = new HashSet<>(seen.memory().references());
    used.addAll(seen.mail().introductions().keySet());
    used.addAll(seen.interpretation().refByFingerprint().values());
    String code =
        Reference.mint(
            random,
            c ->
                used.contains(c)
                    || used.contains(Reference.introduction(c))
                    || journal.isReserved(Reference.introduction(c))
                    || seen.memory().erased().hasReference(c));
    return Reference.introduction(code);
  }
}
