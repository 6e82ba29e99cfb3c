package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.entraide.campaign.world.Titles.EXPLANATION;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.Titles.WITH;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.config.HoldBack;
import org.entraide.config.MatchingSettings;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.plan.report.Analysis;
import org.entraide.plan.report.ExplanationText;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * A campaign in which a new request is compared for an hour before it is introduced. Bo answers at
 * nine, Ana a minute later, Di after her; Di lives next door to Bo, Ana four kilometres away.
 */
class HoldBackTest {

  private static final String ANA = "Ana Alba";
  private static final String BO = "Bo Bell";
  private static final String DI = "Di Dean";
  private static final String COUNTERPARTS = "Mise en relation";
  private static final String UNTIL_ANAS_END = "attend jusqu’au 24 mars 2020 à 10:01";

  /** Of the day of the answers, as a sheet counts. */
  private static final double ELEVEN = 43_914 + 11 / 24.0;

  private final World world = world(HoldBack.of(Duration.ofHours(1)));

  private static World world(HoldBack time) {
    MatchingSettings usual = MatchingSettings.DEFAULTS;
    return new World("londres", new MovableClock(Instant.parse("2020-03-24T09:05:00Z")))
        .matching(
            new MatchingSettings(
                usual.maxKm(),
                usual.maxUncertaintyKm(),
                usual.bandsKm(),
                usual.capacity(),
                time,
                usual.policy(),
                usual.checkedOnly(),
                usual.uncheckedCapacity()))
        .answer(BO, PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1")
        .answer(ANA, PLACE, "Sud", NEEDS, "Courses");
  }

  private void answerOfDi() {
    world.answer(DI, PLACE, "Nord", NEEDS, "Courses");
  }

  /** Passes until nothing is left to do at this moment. */
  private static void settle(World world) {
    for (int i = 0; i < 10 && !world.once().quiet(); i++) {
      world.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(world.once().quiet()).isTrue();
  }

  private void at(String time) {
    Instant then = Instant.parse("2020-03-24T" + time + "Z");
    world.clock.advance(Duration.between(world.clock.instant(), then));
    settle(world);
  }

  private void set(String value) {
    String label = Texts.of("fr").get("settings.label.hold_back");
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals(label)) {
        world.table.type(SETTINGS, row, 1, value);
      }
    }
  }

  private String explanation(String who) {
    return world.shown(who, EXPLANATION);
  }

  // ---- what is compared

  @Test
  void theBetterPlacedOfTwoGetsTheHelperThoughSheCameLater() {
    settle(world);
    answerOfDi();
    at("10:00:59");
    assertThat(world.ledger()).isEmpty();

    at("10:01:30");
    assertThat(world.ledger()).as("Ana's time is over, and Bo is not for her").isEmpty();
    assertThat(explanation(ANA)).doesNotContain("jusqu’au").contains("n’a plus de place");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");

    at("10:02:00");
    assertThat(world.ledger()).containsExactly("Di Dean, Bo Bell: Brouillon prêt");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
  }

  @Test
  void withoutATimeTheFirstWhoComesGetsTheHelper() {
    World hasty = world(HoldBack.of(Duration.ZERO));
    settle(hasty);
    hasty.answer(DI, PLACE, "Nord", NEEDS, "Courses");
    settle(hasty);

    assertThat(hasty.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aHelperWhoJustAnsweredIsIntroducedToWhomHasWaited() {
    at("12:00:00");
    world.answer("Cy Cole", PLACE, "Sud", NEEDS, "Conversation");
    at("12:30:00");
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");

    world.answer("Eve Ender", PLACE, "Loin", OFFERS, "Conversation");
    settle(world);

    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Brouillon prêt", "Cy Cole, Eve Ender: Brouillon prêt");
  }

  // ---- what is shown

  @Test
  void aPairThatWaitsIsShownNowhereAndItsPersonReadsUntilWhen() {
    settle(world);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertThat(explanation(ANA)).contains(UNTIL_ANAS_END).doesNotContain("Proposition");
    assertThat(explanation(BO)).isEqualTo("Disponible\u202f: aucune demande ne correspond encore.");
    for (String who : List.of(ANA, BO)) {
      assertThat(world.shown(who, COUNTERPARTS)).isEmpty();
    }
    assertThat(world.ledger()).isEmpty();
    assertThat(world.letters()).isEmpty();
    assertThat(world.once().counts()).doesNotContainKey("status.proposed");
    RememberedMatching remembered = world.journal().memory("londres").matching();
    assertThat(remembered.key()).isNotEmpty();
    assertThat(remembered.proposed()).isEmpty();
  }

  @Test
  void whoIsOnlyComparedCountsAmongThoseWhoWait() {
    settle(world);

    assertThat(world.dashboard())
        .anyMatch(row -> row.startsWith("courses | 1"))
        .anyMatch(row -> row.startsWith("Sud | 1"));
  }

  @Test
  void aPairThatWaitsCountsNeitherAsDistanceNorAsLoad() {
    settle(world);
    assertThat(figures())
        .isEqualTo(new HelpFigures(DistanceFigures.NONE, new LoadFigures(0.0, 0.0)));

    at("10:01:00");
    assertThat(figures().distance().medianKm()).isCloseTo(4, within(0.001));
    assertThat(figures().load()).isEqualTo(new LoadFigures(1.0, 1.0));
  }

  private HelpFigures figures() {
    return world.journal().lastReport("londres").orElseThrow().figures();
  }

  @Test
  void explainSaysUntilWhenAndNamesNobodyOfAPairThatWaits() throws Exception {
    settle(world);
    Analysis known = world.cycle().inspection().analyse();
    List<Message> ana = new ExplanationText(known).of(world.shown(ANA, REF));
    List<Message> bo = new ExplanationText(known).of(world.shown(BO, REF));

    assertThat(ana)
        .extracting(Message::key)
        .contains("explain.held")
        .doesNotContain("why.proposal");
    assertThat(bo)
        .extracting(Message::key)
        .contains("explain.waiting.helper")
        .doesNotContain("explain.held", "why.proposal");
  }

  @Test
  void whileSomebodyIsComparedNothingIsReadTwiceOrWritten() {
    world.signed(InstallationIdentity.daemon("first", false));
    settle(world);
    settle(world);
    int reads = world.table.reads();
    int writes = world.table.writes();
    int understood = world.table.understood();

    for (int minute = 0; minute < 10; minute++) {
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(world.once().effects()).isEmpty();
    }

    assertThat(world.table.reads() - reads).isEqualTo(10);
    assertThat(world.table.writes()).isEqualTo(writes);
    assertThat(world.table.understood()).isEqualTo(understood);
  }

  @Test
  void theEndOfTheTimeIsNotSleptThrough() {
    world.signed(InstallationIdentity.daemon("first", false));
    settle(world);
    world.clock.advance(Duration.ofMinutes(50)); // and no whole pass since
    settle(world);
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2020-03-24T10:01:00Z")));

    world.once();

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void theLastMatchingThatProposedSomethingIsJudgedAndNotOneWhosePairsWait() {
    at("10:01:00");
    assertThat(world.ledger()).hasSize(1);
    MatchingReport judged = report();
    assertThat(judged.peopleHelped()).isEqualTo(1);

    world.clock.advance(Duration.ofMinutes(90)); // the policies may be compared again
    world.answer("Eve Ender", PLACE, "Loin", OFFERS, "Conversation");
    answersAtEleven("Cy Cole", "Dan Dell");
    settle(world);
    assertThat(report()).isEqualTo(judged);

    world.clock.advance(Duration.ofHours(3));
    settle(world);
    assertThat(world.ledger()).hasSize(3);
    assertThat(report().key()).isNotEqualTo(judged.key());
    assertThat(report().peopleHelped()).isEqualTo(2);
    assertThat(report().alternatives()).isNotEqualTo(judged.alternatives());
  }

  private MatchingReport report() {
    return world.journal().reports().get(0).matching().orElseThrow();
  }

  private void answersAtEleven(String... people) {
    while (world.cells(ANA).get(0).number() < ELEVEN) {
      // nobody else answers until then
    }
    for (String who : people) {
      world.answer(who, PLACE, "Loin", NEEDS, "Conversation");
    }
  }

  // ---- who does not wait

  @Test
  void whomOrganisersPutFirstDoesNotWait() {
    settle(world);
    world.instruct(ANA, INSTRUCTION, "Prioritaire");
    settle(world);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aPinDoesNotWait() {
    settle(world);
    answerOfDi();
    settle(world);
    world.instruct(ANA, WITH, world.shown(BO, REF));
    settle(world);

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(explanation(ANA)).doesNotContain("jusqu’au");
    assertThat(explanation(DI)).contains("jusqu’au 24 mars 2020 à 10:02");
  }

  @Test
  void whoAnswersAgainWaitsFromTheFirstAnswer() {
    settle(world);
    for (int i = 0; i < 30; i++) {
      world.cells(ANA); // as time passes
    }
    world.answer(ANA, PLACE, "Sud", NEEDS, "Courses, Médicaments");
    at("09:50:00");
    assertThat(explanation(ANA)).contains(UNTIL_ANAS_END);

    at("10:01:00");
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  // ---- over time

  @Test
  void aStartOfTheProcessWithOrWithoutItsJournalChangesNothing() {
    settle(world);
    answerOfDi();
    settle(world);
    Map<String, Map<String, String>> shown = world.shown();

    world.startAgain(world.journal());
    settle(world);
    assertThat(world.shown()).isEqualTo(shown);
    world.startAgain(new MemoryJournal());
    settle(world);
    assertThat(world.shown()).isEqualTo(shown);
    assertThat(world.ledger()).isEmpty();

    at("10:02:00");
    assertThat(world.ledger()).containsExactly("Di Dean, Bo Bell: Brouillon prêt");
  }

  @Test
  void aTimeThatIsCutCountsAtOnceAndALongerOneToo() {
    settle(world);
    set("3 h");
    at("10:30:00");
    assertThat(world.ledger()).isEmpty();
    assertThat(explanation(ANA)).contains("jusqu’au 24 mars 2020 à 12:01");

    set("20 min");
    settle(world);
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void whatWasProposedIsNotTakenBackByALongerTime() {
    world.mostWaitingDrafts(0);
    at("10:30:00");
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Proposé");

    set("1 jour");
    settle(world);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Proposé");
    assertThat(explanation(BO)).contains("Proposition");

    world.mostWaitingDrafts(10);
    settle(world);
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");

    set("3 jours");
    settle(world);
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }

  @Test
  void aTimeThatAdaptsIsTwentyMinutesForEachAnswerOfTheDayBefore() {
    settle(world);
    set("automatique");
    at("09:20:30");
    assertThat(world.ledger()).isEmpty();
    assertThat(explanation(ANA)).contains("jusqu’au 24 mars 2020 à 09:21");

    at("09:21:00");
    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Brouillon prêt");
  }
}
