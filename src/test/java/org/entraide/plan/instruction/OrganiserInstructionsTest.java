package org.entraide.plan.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.people.word.GroupName;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganiserInstructionsTest {

  private static final Set<String> KNOWN = Set.of("7KQ47", "73E2M");

  private static OrganiserInstructions read(PersonColumn column, String text) {
    return OrganiserInstructions.read(
        "7KQ47",
        Map.of(column, text),
        Folk.WORDS,
        Folk.PAUSES,
        ref -> Optional.of(ref).filter(KNOWN::contains));
  }

  private static OrganiserInstructions instructed(String text) {
    return read(PersonColumn.INSTRUCTION, text);
  }

  private static List<String> remarks(OrganiserInstructions instructions) {
    return instructions.remarks().stream().map(Message::key).toList();
  }

  static Stream<Arguments> everyWordInBothLanguages() {
    return Stream.of(Instruction.values())
        .flatMap(
            word -> Folk.LANGUAGES.stream().map(t -> Arguments.of(word, t.get(word.wordKey()))));
  }

  @ParameterizedTest
  @MethodSource("everyWordInBothLanguages")
  void everyWordIsUnderstoodWhateverItsCaseAccentsAndSpaces(Instruction word, String text) {
    String plain =
        java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");

    for (String typed :
        List.of(
            text, text.toUpperCase(Locale.ROOT), " " + plain + "  ", text.replace(' ', '\u00a0'))) {
      assertThat(instructed(typed).words()).containsExactly(word);
    }
  }

  @Test
  void severalWordsAllCount() {
    assertThat(instructed("Prioritaire, pause;Barred\nMême personne").words())
        .containsExactlyInAnyOrder(
            Instruction.PRIORITY, Instruction.PAUSE, Instruction.BARRED, Instruction.SAME_PERSON);
  }

  @Test
  void aWordThatIsUnknownIsAskedAboutAndHoldsUpNoOther() {
    OrganiserInstructions instructions = instructed("Pause, bof, ,");

    assertThat(instructions.words()).containsExactly(Instruction.PAUSE);
    assertThat(remarks(instructions)).containsExactly("explain.instruction.unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "Pasue, PAUSE",
    "pauze, PAUSE",
    "retirrer, WITHDRAW",
    "priorotaire, PRIORITY",
    "withdrow, WITHDRAW",
    "Distint, DISTINCT",
    "excul, BARRED"
  })
  void aSlipIsUnderstoodAndSaid(String typed, Instruction meant) {
    OrganiserInstructions instructions = instructed(typed);

    assertThat(instructions.words()).containsExactly(meant);
    assertThat(remarks(instructions)).containsExactly("explain.instruction.guessed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mettre en pose", "prioritere", "retyyrer", "distinktz"})
  void whatIsNearlyAWordIsAskedAboutAndNotFollowed(String typed) {
    OrganiserInstructions instructions = instructed(typed);

    assertThat(instructions.words()).isEmpty();
    assertThat(remarks(instructions)).containsExactly("explain.instruction.suggested");
  }

  @ParameterizedTest
  @ValueSource(strings = {"En pause", "paused", "Retirée", "urgent", "stop"})
  void aWordOfTheOtherListOrAnEverydayOneIsUnderstood(String typed) {
    assertThat(instructed(typed).words()).hasSize(1);
    assertThat(instructed(typed).remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "En pause, PAUSED",
    "retiré, WITHDRAWN",
    "Signposted, SIGNPOSTED",
    "TERMINE, DONE",
    "exclu, BARRED",
    "Doublon 7KQ47, DUPLICATE",
    "duplicate of 7kq47, DUPLICATE",
    "Doublon Alain R. (7KQ47), DUPLICATE"
  })
  void aTypedStatusThatMeansSomethingIsObeyed(String typed, Status meant) {
    assertThat(Folk.WORDS.obeyed(typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "En attente",
        "Mis en relation",
        "vu hier",
        "Doublon",
        "7KQ47",
        "Plus de place",
        "Complet"
      })
  void anotherTypedStatusMeansNothing(String typed) {
    assertThat(Folk.WORDS.obeyed(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'Exclu, Retirer, Orienté ailleurs, Pause', BARRED",
        "'Retirer, Orienté ailleurs, Pause', WITHDRAWN",
        "'Orienté ailleurs, Pause', SIGNPOSTED",
        "'Pause, Prioritaire', PAUSED",
        "Prioritaire, -"
      })
  void theGravestInstructionIsTheStatus(String words, Status expected) {
    assertThat(instructed(words).status()).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7KQ47", " 7kq47 ", "7KQ 47", "7-kq-47", "M-7KQ47", "avec 7KQ47 svp", "7KQ47."})
  void aReferenceIsUnderstoodAsPeopleTypeIt(String typed) {
    assertThat(read(PersonColumn.WITH, typed).with()).containsExactly("7KQ47");
    assertThat(read(PersonColumn.NEVER_WITH, typed).neverWith()).containsExactly("7KQ47");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7KQ47, 73E2M", "7kq47;73e2m", "7KQ47\n73E2M"})
  void severalReferencesAllCount(String typed) {
    assertThat(read(PersonColumn.WITH, typed).with()).containsExactlyInAnyOrder("7KQ47", "73E2M");
  }

  /** Alain and Fanny could be references, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alain R. (7KQ47), Fanny (73E2M)",
        "Alain R. (7KQ47), 3,9 km\u00a0; Fanny (73E2M), à distance",
        "Alain R. (7KQ47), 12.5 km; Fanny (73E2M), remotely",
        "7KQ47 (3,9 km)\u00a0; 73E2M (à distance)",
        "7KQ47, 3,9 km ; Fanny (73e2m)",
        "7KQ47 (12.5 km); 73E2M (remote)",
        "Alain R. (7KQ47) et Fanny (73E2M)",
        "Alain R. (7KQ47) and Fanny (73E2M)",
        "Alain R. (7KQ47) & Fanny (73E2M)"
      })
  void peopleAreUnderstoodAsTheDaemonNamesThemWithoutAWordAboutDistances(String pasted) {
    OrganiserInstructions with = read(PersonColumn.WITH, pasted);

    assertThat(with.with()).containsExactlyInAnyOrder("7KQ47", "73E2M");
    assertThat(with.remarks()).isEmpty();
    assertThat(read(PersonColumn.NEVER_WITH, pasted).neverWith()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7KQ48",
        "Marie",
        "Alain R. (Marie)",
        "12345",
        "ZZZZZ",
        "un texte bien trop long pour un numéro"
      })
  void aReferenceThatIsNobodySIsSaid(String typed) {
    OrganiserInstructions with = read(PersonColumn.WITH, typed);
    OrganiserInstructions never = read(PersonColumn.NEVER_WITH, typed);

    assertThat(with.with()).isEmpty();
    assertThat(remarks(with)).containsExactly("explain.with.unknown");
    assertThat(remarks(never)).containsExactly("explain.never.unknown");
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(texts.format(with.remarks().get(0))).hasSizeLessThan(80);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoe Z. (8KQ4Y)", "Zoe Zane 8KQ4Y"})
  void aNameBesideAReferenceThatIsNobodysIsNotRepeated(String zoe) {
    OrganiserInstructions with = read(PersonColumn.WITH, "Alain R. (7KQ47), " + zoe);

    assertThat(with.with()).containsExactly("7KQ47");
    assertThat(with.remarks())
        .containsExactly(Message.of("explain.with.unknown").with("typed", "8KQ4Y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oui", "Yes", "x", "VRAI", "true", "OK", "1"})
  void aTickMayAlsoBeTyped(String typed) {
    assertThat(read(PersonColumn.CHECKED, typed).ticked()).isTrue();
  }

  @Test
  void anEmptyBoxIsNoTick() {
    assertThat(read(PersonColumn.CHECKED, PersonColumn.TICKED).ticked()).isTrue();
    assertThat(read(PersonColumn.CHECKED, "non").ticked()).isFalse();
    assertThat(read(PersonColumn.CHECKED, "").ticked()).isFalse();
  }

  @Test
  void aCorrectedPlaceIsTakenAsItStands() {
    assertThat(read(PersonColumn.CORRECTED_PLACE, " 51.4941, -0.1738 ").correctedPlace())
        .isEqualTo("51.4941, -0.1738");
  }

  @Test
  void aGroupIsReadAsItIsTypedAndAnAbsurdOneIsSaid() {
    assertThat(read(PersonColumn.GROUP, " Croix-Rouge ").group())
        .contains(new GroupName("Croix-Rouge"));
    OrganiserInstructions error = read(PersonColumn.GROUP, "#REF!");
    OrganiserInstructions note = read(PersonColumn.GROUP, "x".repeat(61));

    assertThat(error.group()).isEmpty();
    assertThat(remarks(error)).containsExactly("explain.group.unknown");
    assertThat(note.group()).isEmpty();
    assertThat(remarks(note)).containsExactly("explain.group.long");
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(texts.format(note.remarks().get(0))).contains("60").hasSizeLessThan(100);
      assertThat(texts.format(error.remarks().get(0))).contains("#REF!").hasSizeLessThan(100);
    }
  }

  @Test
  void ofTwoGroupsOfOnePersonTheFirstCounts() {
    assertThat(
            read(PersonColumn.CHECKED, "x")
                .and(read(PersonColumn.GROUP, "Croix-Rouge"))
                .and(read(PersonColumn.GROUP, "Secours"))
                .group())
        .contains(new GroupName("Croix-Rouge"));
  }

  @Test
  void aGroupStaysWhateverElseIsAsked() {
    OrganiserInstructions grouped = read(PersonColumn.GROUP, "Croix-Rouge");

    assertThat(
            List.of(
                grouped.barred(),
                grouped.paused(),
                grouped.remarking(Message.of("explain.held")),
                grouped.typing(Optional.of(Status.PAUSED), Optional.empty())))
        .allSatisfy(it -> assertThat(it.group()).isEqualTo(grouped.group()));
  }

  @Test
  void anEmptyRowAsksForNothing() {
    assertThat(read(PersonColumn.REF, "7KQ47")).isEqualTo(OrganiserInstructions.NONE);
  }

  @Test
  void whatIsAskedInTwoRowsOfOnePersonCountsTogether() {
    OrganiserInstructions both =
        instructed("Pause, bof")
            .and(instructed("Prioritaire, bof"))
            .and(read(PersonColumn.CHECKED, PersonColumn.TICKED))
            .and(read(PersonColumn.CORRECTED_PLACE, "SW7"));

    assertThat(both.words()).containsExactlyInAnyOrder(Instruction.PAUSE, Instruction.PRIORITY);
    assertThat(both.ticked()).isTrue();
    assertThat(both.correctedPlace()).isEqualTo("SW7");
    assertThat(remarks(both)).containsExactly("explain.instruction.unknown");
  }

  @Test
  void everyStateOfTheLedgerIsReadBackAsItself() {
    for (Texts texts : Folk.LANGUAGES) {
      for (Introduction.State state : Introduction.State.values()) {
        assertThat(Folk.WORDS.state(texts.get(SheetVocabulary.stateKey(state)))).contains(state);
      }
    }
  }
}
