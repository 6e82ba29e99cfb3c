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
import org.entraide.people.reference.Reference;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.handmade.HandMadeDecider;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
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

  /** Introductions without those whose row was deleted and is not back. */
  static Map<String, Introduction> withoutForgotten(
      Map<String, Introduction> introductions, List<LedgerRow> ledger) {
    Set<String> rows = references(ledger);
    Map<String, Introduction> kept = new LinkedHashMap<>(introductions);
    kept.values().removeIf(i -> i.has(IntroductionFlag.FORGOTTEN) && !rows.contains(i.ref()));
    return kept;
  }

  /** Those that have a letter, or are to have one: no mailbox is asked about the others. */
  static Map<String, Introduction> withLetter(Map<String, Introduction> introductions) {
    Map<String, Introduction> letters = new LinkedHashMap<>(introductions);
    letters.values().removeIf(i -> i.has(IntroductionFlag.BY_HAND));
    return letters;
  }

  /**
   * All of them, in their order.
   *
   * @param seenIntroductions those with a letter, as mailboxes show them
   */
  static Map<String, Introduction> together(
      Map<String, Introduction> rememberedIntroductions,
      Map<String, Introduction> seenIntroductions) {
    Map<String, Introduction> all = new LinkedHashMap<>(rememberedIntroductions);
    all.putAll(seenIntroductions);
    return all;
  }

  private static Set<String> references(List<LedgerRow> ledger) {
    return ledger.stream().map(LedgerRow::ref).collect(Collectors.toCollection(HashSet::new));
  }

  /** The observation with what follows from the rows that organisers typed into the ledger. */
  Observation in(Observation observation) {
    Map<String, Introduction> introductions = observation.mail().introductions();
    Set<String> strays = references(observation.interpretation().remnants());
    strays.removeIf(observation.memory().erased()::hasReference);
    List<HandMadeRow> typed =
        observation
            .layout()
            .ledger()
            .map(
                it ->
                    HandMadeRow.read(
                        it.rows(), observation.layout().ledgerColumns(), vocabulary, strays))
            .orElse(List.of());
    if (typed.isEmpty()
        && introductions.values().stream().noneMatch(i -> i.has(IntroductionFlag.BY_HAND))) {
      return observation; // as in most campaigns
    }
    Set<String> rows = references(observation.interpretation().ledger());
    List<Introduction> forgotten =
        observation.memory().introductions().values().stream()
            .filter(i -> i.has(IntroductionFlag.FORGOTTEN) && !rows.contains(i.ref()))
            .toList();
    return observation.with(
        new HandMadeDecider(
                observation.interpretation(),
                observation.absences().missing(),
                observation.wishesForAnother(),
                writing(observation),
                () -> reference(observation),
                observation.now())
            .decide(
                new HandMadeDecider.Ledger(
                    typed, rows, observation.layoutAsRead().ledger().isPresent()),
                new HandMadeDecider.Remembered(
                    TypedRowNotes.since(observation.memory().notes()), forgotten),
                introductions));
  }

  private HandMadeDecider.Writing writing(Observation observation) {
    return new HandMadeDecider.Writing(
        words::dayOf,
        observation.workbook().zone(),
        observation.settings().country(),
        observation.workbook().id());
  }

  private String reference(Observation observation) {
    Set<String> used = new HashSet<>(observation.memory().references());
    used.addAll(observation.mail().introductions().keySet());
    used.addAll(observation.interpretation().refByKnownHash().values());
    String code =
        Reference.mint(
            random,
            c ->
                used.contains(c)
                    || used.contains(Reference.introduction(c))
                    || journal.isReserved(Reference.introduction(c))
                    || observation.memory().erased().hasReference(c));
    return Reference.introduction(code);
  }
}
