package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.CONVERSATION;
import static org.entraide.people.word.Category.SHOPPING;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose answer lacks something is asked for it, once for each answer, by a draft. */
@NullMarked
@Stories(few = 3)
class QuestionDraftsTest extends QuestionFixture {

  private static final String NOWHERE = "Xyzzyville";

  @Test
  void whoSaysNeitherNeedNorOfferIsAskedForThat() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();

      String ref = question(world);
      JsonNode draft = world.draft(ref);
      assertThat(draft.path("to").toString()).contains(DORA);
      assertThat(draft.path("text").asText())
          .contains("Bonjour Dora", "ce dont vous avez besoin", "/viewform")
          .doesNotContain("votre adresse, un peu", "votre âge");
      Grid.Line entry = world.ledger().only("Réf", ref);
      assertThat(entry.get("Personne")).isEqualTo("Dora L. (" + ref.substring(2) + ")");
      assertThat(entry.get("Bénévole") + entry.get("Besoins") + entry.get("Distance (km)"))
          .isEmpty();
      assertThat(entry.get("État")).isEqualTo("Brouillon prêt");
      assertThat(world.rowOf(DORA).explanation()).contains("Une question (" + ref + ")");
      Grid.Line task = world.tab("À faire").lines().get(0);
      assertThat(task.get("Quoi")).isEqualTo("Demander");
      assertThat(task.get("Détail")).contains(ref);
    }
  }

  @Test
  void nobodyIsAskedUnlessItIsSwitchedOn() {
    try (World world = World.empty(directory)) {
      world.answer(dora());
      world.settle();
      assertThat(world.drafted()).isEmpty();

      int row = world.tab("Réglages").only("Réglage", "Questions aux personnes").number();
      world.sheet(
          "type", OfficeJson.object().put("range", "'Réglages'!B" + row).put("value", "Oui"));
      world.settle();

      assertThat(world.drafted()).containsExactly(question(world));
    }
  }

  @Test
  void withoutConsentNobodyIsAsked() {
    try (World world = world()) {
      world.answer(dora().without(SampleForm.CONSENT));
      world.settle();

      assertThat(world.drafted()).isEmpty();
    }
  }

  @Test
  void aPlaceThatIsNotFoundIsAskedForAndTheDraftGoesOnceOrganisersCorrectIt() {
    try (World world = world()) {
      world.answer(Reply.of("Dora", "Lamb", DORA).at(NOWHERE).needs(SHOPPING));
      world.settle();
      String ref = question(world);
      assertThat(world.draft(ref).path("text").asText())
          .contains("votre adresse, un peu plus précise");

      world.type(world.rowOf(DORA).number(), "Lieu corrigé", "SW7 2DD");
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().only("Réf", ref).get("État")).isEqualTo("Retirée");
    }
  }

  @Test
  void aLaterAnswerTakesTheQuestionBackAndMayBeAskedAboutItself() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String first = question(world);
      world.time.advance(Duration.ofMinutes(5));
      world.answer(dora().at("SW7 3AA"));
      world.settleSlowly();
      assertThat(world.drafted()).containsExactly(first + "-2");

      world.time.advance(Duration.ofMinutes(5));
      world.answer(dora().at("SW7 3AA").needs(CONVERSATION));
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().lines()).hasSize(2);
    }
  }

  @Test
  void anEditedQuestionIsLeftToItsDelegate() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String ref = question(world);
      world.edit(world.draft(ref).path("draftId").asText());
      world.time.advance(Duration.ofMinutes(5));
      world.answer(dora().needs(CONVERSATION));
      world.settleSlowly();

      assertThat(world.drafted()).containsExactly(ref);
      assertThat(world.ledger().only("Réf", ref).explanation()).contains("ne l’envoyez plus");
      assertThat(world.tab("À faire").lines())
          .anyMatch(task -> task.get("Quoi").equals("Réparer") && task.get("Détail").contains(ref));
    }
  }

  @Test
  void aQuestionThatIsThrownAwayOrSentIsNotAskedAgain() {
    try (World world = world()) {
      world.answer(dora());
      world.answer(Reply.of("Eli", "Moor", "eli@example.org").at("SW7 2DD"));
      world.settle();
      String dora = question(world);
      String eli = "Q-" + world.rowOf("eli@example.org").ref();

      world.discard(dora);
      world.send(eli);
      world.settleSlowly();
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().only("Réf", dora).get("État")).isEqualTo("Écartée");
      assertThat(world.ledger().only("Réf", eli).get("État")).isEqualTo("Envoyée");
      assertThat(world.rowOf("eli@example.org").explanation()).contains("Une question (" + eli);
    }
  }

  @Test
  void theLossOfTheJournalAsksNobodyASecondTime() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String ref = question(world);

      world.forget();
      world.settleSlowly();
      assertThat(world.drafted()).containsExactly(ref);
      world.send(ref);
      world.forget();
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().lines()).hasSize(1);
      assertThat(world.ledger().only("Réf", ref).get("État")).isEqualTo("Envoyée");
    }
  }

  @Test
  void aDeletedRowOfAQuestionComesBackAndAsksNobodyASecondTime() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String ref = question(world);
      int row = world.ledger().only("Réf", ref).number();
      world.sheet(
          "deleteRows", OfficeJson.object().put("tab", "Mises en relation").put("from", row));
      world.forget();
      world.settleSlowly();

      assertThat(world.drafted()).containsExactly(ref);
      assertThat(world.ledger().lines()).hasSize(1);
    }
  }

  @Test
  void introductionsComeFirstWhereADelegateMayReadNoMore() {
    try (World world = world().configured("max_waiting_drafts = 1")) {
      world.answer(dora());
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);

      world.send(world.drafted().get(0));
      world.settleSlowly();

      assertThat(world.drafted()).containsExactly(question(world));
    }
  }

  @Test
  void questionsThatWaitUnreadHoldUpNoIntroduction() {
    try (World world = world().configured("max_waiting_drafts = 1")) {
      world.answer(dora());
      world.settle();
      String unread = question(world);
      assertThat(world.drafted()).containsExactly(unread);

      world.answer(Town.ana());
      world.answer(Town.bo());
      world.settle();

      assertThat(world.drafted()).hasSize(2).contains(unread);
      assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Brouillon prêt");
    }
  }

  @Test
  void ofQuestionsNoMoreWaitThanOfDraftsMay() {
    try (World world = world().configured("max_waiting_drafts = 1")) {
      world.answer(dora());
      world.time.advance(Duration.ofMinutes(1));
      world.answer(Reply.of("Eli", "Moor", "eli@example.org").at("SW7 2DD"));
      world.settleSlowly();
      String first = question(world);
      assertThat(world.drafted()).containsExactly(first);

      world.send(first);
      world.settleSlowly();

      assertThat(world.drafted()).containsExactly("Q-" + world.rowOf("eli@example.org").ref());
    }
  }

  @Test
  void nobodyIsAskedBeforeTheTimeInWhichPairsAreCompared() {
    try (World world = world().matching("hold_back = \"1h\"")) {
      world.answer(dora());
      world.settle();
      assertThat(world.drafted()).isEmpty();

      world.time.advance(Duration.ofMinutes(61));
      world.settle();

      assertThat(world.drafted()).containsExactly(question(world));
    }
  }

  @Test
  void aQuietPassAsksForNothingMoreThanWithoutQuestions() {
    try (World world = world()) {
      world.answer(dora());
      world.settleSlowly();
      world.requests();
      int before = world.office.log().entries().size();
      assertThat(world.cycle().quiet()).isTrue();

      assertThat(world.office.log().entries().size() - before).isLessThanOrEqualTo(2);
    }
  }

  private static List<String> words(World world, String tab) {
    return world.tab(tab).lines().stream()
        .map(line -> String.join("|", line.cells().values()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "fr, À faire, Corrigez l’adresse e-mail de cette personne",
    "en, To do, Correct the e-mail address of this person",
  })
  void aQuestionThatGmailRefusesIsATaskUntilTheAddressIsCorrected(
      String language, String tasks, String action) {
    try (World world = world().speaking(language)) {
      world.refused.add(DORA);
      world.answer(dora());
      world.pass(3, Duration.ofMinutes(1));
      assertThat(words(world, tasks))
          .anyMatch(task -> task.contains(action) && task.contains("Q-"));

      world.refused.clear(); // as another address would
      world.type(2, World.EMAIL, "dora.lamb@example.org");
      world.settle();

      assertThat(world.drafted()).hasSize(1);
      assertThat(words(world, tasks)).noneMatch(task -> task.contains(action));
    }
  }

  static Stream<Arguments> failures() {
    List<FaultEffect> effects = List.of(FaultEffect.DROP, FaultEffect.UNAVAILABLE);
    return effects.stream()
        .flatMap(
            effect ->
                Stream.of("gmail.write", "sheets.write", "gmail.read", "sheets.read")
                    .flatMap(
                        kind ->
                            IntStream.of(1, 2, 3)
                                .boxed()
                                .flatMap(
                                    times ->
                                        Stream.of(true, false)
                                            .map(
                                                done -> Arguments.of(effect, kind, times, done)))));
  }

  /** The process dies after the failure, and another one goes on. */
  @ParameterizedTest(name = "{0} of {1}, {2} times, done: {3}")
  @MethodSource("failures")
  void aQuestionHasOneDraftHoweverItsCreationFails(
      FaultEffect effect, String kind, int times, boolean done) {
    try (World world = world()) {
      world.answer(dora());
      Rule rule = Rule.next(times, kind, effect);
      world.fault(done ? rule.afterEffect() : rule);
      world.cycle();
      world.restart();
      for (int grace = 0; grace <= times; grace++) { // each creation is looked for that long
        world.settleSlowly();
      }

      assertThat(world.drafted()).containsExactly(question(world));
      assertThat(world.ledger().lines()).hasSize(1);
      assertThat(world.ledger().lines().get(0).get("État")).isEqualTo("Brouillon prêt");
    }
  }
}
