package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.ANSWERS;
import static org.entraide.campaign.World.LEDGER;
import static org.entraide.campaign.World.NEEDS;
import static org.entraide.campaign.World.OFFERS;
import static org.entraide.campaign.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.campaign.Outage.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right to erasure: what the daemon knows of somebody goes, and does not come back. */
@Stories(few = 25)
class ErasureTest {

  private static final String ANA = "Ana Alba";
  private static final String ANAS = "07700 900123";
  private static final String BO = "Bo Bell";
  private static final String REF = "Réf";
  private static final String STATUS = "Statut";
  private static final int SETTLED = 4;
  private static final int SETTINGS = 741_852_002;

  /** Somebody who needs two things and answered twice, and helpers; drafts are made. */
  private static World introduced() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses")
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses, Médicaments")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments")
            .answer("Dan Dell", PLACE, "Nord", NEEDS, "Conversation")
            .answer("Eve Ender", PLACE, "Nord", OFFERS, "Conversation");
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSize(3);
    return world;
  }

  private static String ref(World world, String who) {
    return world.shown(who, REF);
  }

  /** Every reference by which somebody was ever known, of introductions too. */
  private static List<String> traces(World world, String who) {
    List<String> traces = new ArrayList<>();
    String ref = ref(world, who);
    traces.add(ref);
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      if (world.table.text(LEDGER, row, "Personne").equals(ref)
          || world.table.text(LEDGER, row, "Aidant").equals(ref)) {
        traces.add(world.table.text(LEDGER, row, REF));
      }
    }
    return traces;
  }

  private static void erase(World world, String who) {
    ErasureCommands.ask(world.journal(), "londres", ref(world, who), world.clock.instant());
  }

  private static void assertNothingIsLeftOf(World world, List<String> traces) {
    Journal.Memory memory = world.journal().memory("londres");
    String known = memory + " " + memory.cells() + memory.notes() + memory.matched();
    String shown = world.table.everything().toString();
    for (String trace : traces) {
      assertThat(known).doesNotContain(trace);
      assertThat(shown).doesNotContain(trace);
    }
    assertThat(memory.introductions().values())
        .noneMatch(i -> traces.contains(i.person()) || traces.contains(i.helper()));
    assertThat(world.journal().queued()).isEmpty();
  }

  @Test
  void everyRowOfAnErasedPersonSaysWithdrawnAndAsksToBeDeleted() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);

    world.settle(SETTLED);

    for (int row = 1; row <= 2; row++) {
      assertThat(world.table.text(ANSWERS, row, STATUS)).isEqualTo("Retiré");
      assertThat(world.table.text(ANSWERS, row, "Explication")).contains("Supprimez cette ligne");
      assertThat(world.table.text(ANSWERS, row, "Lieu compris")).isEmpty();
      assertThat(world.table.text(ANSWERS, row, "Mise en relation")).isEmpty();
      assertThat(world.table.text(ANSWERS, row, REF)).isNotEmpty();
    }
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void unsentDraftsAreDeletedAlsoThoseThatTheDelegateChanged() {
    World world = introduced();
    world.mailbox().edit(world.introduction(ANA, BO));
    world.once();
    erase(world, ANA);

    world.settle(SETTLED);

    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.statuses()).containsEntry("Dan Dell", "Brouillon prêt");
  }

  @Test
  void aPassAfterThatWritesNothing() {
    World world = introduced();
    erase(world, ANA);

    world.settle(SETTLED);

    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void theOthersHelpSomebodyElse() {
    World world = introduced();
    erase(world, ANA);
    world.settle(SETTLED);
    world.answer("Fay Fell", PLACE, "Nord", NEEDS, "Courses");

    world.settle(2);

    assertThat(world.ledger()).contains("Fay Fell, Bo Bell: Brouillon prêt");
  }

  @Test
  void theSamePersonAnsweringLaterIsANewPerson() {
    World world = introduced();
    String before = ref(world, ANA);
    erase(world, ANA);
    world.settle(SETTLED);

    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);

    assertThat(ref(world, ANA)).isNotEqualTo(before);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, 2, STATUS)).isEqualTo("Retiré");
  }

  @Test
  void anErasedRowIsNotMatchedAgainAfterARestartOrASort() {
    World world = introduced();
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.startAgain(world.journal());
    world.table.sortDescending(ANSWERS, World.NAME);
    world.settle(SETTLED);

    assertThat(world.letters()).hasSize(letters);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré");
  }

  @Test
  void anErasedRowWhoseAddressSomebodyClearsIsNobodyNew() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", World.PHONE, "07700 900123")
            .answer(BO, PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.instruct(ANA, World.EMAIL, "");
    world.settle(SETTLED);

    assertThat(world.letters()).hasSize(letters);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré").containsEntry(BO, "En attente");
  }

  @Test
  void whereTheStateIsLostTheRowsSayByThemselvesThatTheyWereErased() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(world.letters()).hasSize(letters);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré");
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void anOlderJournalForgetsThemAgain() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.startAgain(older);
    world.settle(SETTLED + 1);

    assertThat(world.letters()).hasSize(letters);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré");
    assertNothingIsLeftOf(world, traces.subList(0, 1));
  }

  private static World erasedAndAnsweringAgain(int passes) {
    World world = introduced();
    erase(world, ANA);
    for (int i = 0; i < passes; i++) {
      world.settle(1);
    }
    return world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
  }

  /** Before the erasure is done, before the rows say it, and after that. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whoAnswersAgainAsTheJournalIsLostGetsNobodyElsesReference(int passes) {
    World calm = introduced();
    List<String> others = List.of(BO, "Cy Cole", "Dan Dell", "Eve Ender");
    List<String> before = others.stream().map(who -> ref(calm, who)).toList();
    World world = erasedAndAnsweringAgain(passes);

    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(others.stream().map(who -> ref(world, who)).toList()).isEqualTo(before);
    assertThat(ref(world, ANA)).isNotEmpty().isNotIn(before);
    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Retiré");
    assertThat(world.once().effects()).isEmpty();
  }

  /** The rows of what was erased stand there still; what was answered since is another answer. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoAnsweredAgainIsNobodyErasedWhereTheJournalIsLostOrOlder(boolean lost) {
    World world = introduced();
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.settle(SETTLED);
    world.answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    String now = ref(world, ANA);
    int letters = world.letters().size();
    assertThat(world.ledger()).contains("Ana Alba, Bo Bell: Brouillon prêt");

    world.startAgain(lost ? new MemoryJournal() : older);
    world.settle(SETTLED + 1);

    assertThat(ref(world, ANA)).isEqualTo(now);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("Brouillon prêt");
    assertThat(world.ledger()).contains("Ana Alba, Bo Bell: Brouillon prêt");
    assertThat(world.letters()).hasSize(letters);
    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, 2, STATUS)).isEqualTo("Retiré");
    assertNothingIsLeftOf(world, traces.subList(0, 1));
    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void organisersDeleteErasedRowsWithoutAlarm() {
    World world = introduced();
    for (String who : List.of("Cy Cole", "Dan Dell", "Eve Ender", ANA, BO)) {
      erase(world, who);
    }
    world.settle(SETTLED + 2);

    for (int row = 6; row > 0; row--) {
      world.table.deleteRow(ANSWERS, row);
    }

    assertThat(world.settle(SETTLED).troubles()).isEmpty();
  }

  @Test
  void somebodyWhoseRowIsGoneIsErasedFromTheJournal() {
    World world = introduced();
    List<String> traces = traces(world, "Dan Dell");
    String ref = ref(world, "Dan Dell");
    world.table.deleteRow(ANSWERS, world.rowOf("Dan Dell"));
    world.settle(SETTLED);

    ErasureCommands.ask(world.journal(), "londres", ref, world.clock.instant());
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  /** Two who were introduced each, and whom an organiser then called one; another's draft stays. */
  private static World twoWhoAreOne() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Courses", World.PHONE, ANAS)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses")
            .answer("Anna Roy", PLACE, "Nord", NEEDS, "Médicaments", World.PHONE, ANAS)
            .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments")
            .answer("Dan Dell", PLACE, "Nord", NEEDS, "Conversation")
            .answer("Eve Ender", PLACE, "Nord", OFFERS, "Conversation");
    world.settle(2);
    assertThat(world.mailbox().waiting()).hasSize(3);
    return world;
  }

  /**
   * @param rowsGoneFor how long both rows are gone before that is asked for: after ten minutes
   *     people who vanished are withdrawn
   */
  @ParameterizedTest
  @CsvSource({
    "Ana Alba, PT0S",
    "Anna Roy, PT0S",
    "Ana Alba, PT1H",
    "Anna Roy, PT1H",
    "Anna Roy, PT720H"
  })
  void whoeverHadTwoReferencesIsErasedUnderBothWhenAllTheirRowsAreGone(
      String named, Duration rowsGoneFor) {
    World world = twoWhoAreOne();
    List<String> traces = new ArrayList<>(traces(world, ANA));
    traces.addAll(traces(world, "Anna Roy"));
    assertThat(traces).hasSize(4).doesNotHaveDuplicates();
    String reference = ref(world, named);
    world.instruct("Anna Roy", "Consigne", "Même personne");
    world.settle(2);
    assertThat(ref(world, ANA)).isEqualTo(ref(world, "Anna Roy"));
    world.table.deleteRow(ANSWERS, world.rowOf("Anna Roy"));
    world.table.deleteRow(ANSWERS, world.rowOf(ANA));
    world.settle(2);
    world.clock.advance(rowsGoneFor);
    world.settle(2);

    ErasureCommands.ask(world.journal(), "londres", reference, world.clock.instant());
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void whoeverHadTwoReferencesIsErasedForSilenceUnderBothAtOnce() {
    World world = twoWhoAreOne();
    List<String> traces = new ArrayList<>(traces(world, ANA));
    traces.addAll(traces(world, "Anna Roy"));
    world.instruct("Anna Roy", "Consigne", "Même personne");
    world.settle(2);
    world.table.deleteRow(ANSWERS, world.rowOf("Anna Roy"));
    world.table.deleteRow(ANSWERS, world.rowOf(ANA));
    world.settle(2);

    for (int i = 0; i < 2; i++) {
      days(world, 90);
    }
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void aDraftInAMailboxThatIsDownIsWaitedFor() {
    World world = introduced();
    erase(world, ANA);
    world.outage.planNextOf("erase", How.BEFORE);

    world.once();
    assertThat(world.journal().queued()).hasSize(1);
    world.settle(SETTLED);

    assertThat(world.journal().queued()).isEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  @Test
  void whileAnErasureWaitsForAMailboxTheOthersAreServedAndThePersonTakesPartInNothing() {
    World world = introduced();
    world.mailbox().setSignedOut(true);
    erase(world, ANA);

    world.answer("Fay Fell", PLACE, "Dublin", NEEDS, "Conversation");
    world.answer("Gus Gray", PLACE, "Dublin", OFFERS, "Conversation, Courses, Médicaments");
    world.settle(SETTLED);

    assertThat(world.journal().queued()).hasSize(1);
    assertThat(world.statuses())
        .containsEntry(ANA, "Retiré")
        .containsEntry("Fay Fell", "Brouillon prêt");
    world.mailbox().setSignedOut(false);
    world.settle(SETTLED);
    assertThat(world.journal().queued()).isEmpty();
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  @Test
  void aMailboxThatStaysAwayForAWeekKeepsNobodyFromBeingErased() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    world.mailbox().setSignedOut(true);
    erase(world, ANA);
    world.settle(SETTLED);

    world.clock.advance(Duration.ofDays(7));
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void bothOfAnIntroductionAreErasedAtOnce() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    erase(world, BO);

    world.settle(SETTLED + 1);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.statuses()).containsEntry(ANA, "Retiré").containsEntry(BO, "Retiré");
  }

  @Test
  void organisersWordsBesideAnErasedAnswerDoNothing() {
    World world = introduced();
    world.instruct(ANA, "Avec", ref(world, "Dan Dell"));
    erase(world, ANA);

    world.settle(SETTLED);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");
    assertThat(world.shown(ANA, "Avec")).isNotEmpty();
  }

  // ---- of whom nothing was heard for long

  private static World waiting() {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    return world;
  }

  private static void days(World world, int days) {
    world.clock.advance(Duration.ofDays(days));
    world.settle(2);
  }

  @Test
  void beforeSomebodyIsErasedForSilenceTheirRowAndTheDashboardSaySo() {
    World world = waiting();
    days(world, 80);
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");

    days(world, 3);

    assertThat(world.shown(ANA, "Explication")).contains("sera effacée d’Entraide le");
    assertThat(world.table.everything().toString()).contains("Une personne sera effacée");
    assertThat(world.once().effects()).isEmpty();
  }

  @Test
  void afterThatTheyAreErased() {
    World world = waiting();
    days(world, 83);
    List<String> traces = traces(world, ANA);

    days(world, 8);
    world.settle(SETTLED);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.everything().toString()).doesNotContain("Une personne sera effacée");
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void anyInstructionKeepsThem() {
    World world = waiting();
    days(world, 83);
    world.instruct(ANA, "Consigne", "Prioritaire");

    days(world, 8);

    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
    assertThat(world.shown(ANA, "Explication")).doesNotContain("sera effacée");
  }

  @Test
  void whoeverIsIntroducedStays() {
    World world = introduced();
    world.mailbox().send(world.introduction(ANA, BO));

    days(world, 300);

    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Retiré");
  }

  @Test
  void whoeverIsErasedPutsNobodyElsesDayOff() {
    World world = introduced();
    world.table.type(LEDGER, world.ledgerRow(world.introduction(ANA, BO)), "Suite", "Terminée");
    world.settle(2);
    days(world, 85);
    assertThat(world.shown(BO, "Explication")).contains("sera effacée");
    erase(world, ANA);

    world.settle(SETTLED);
    days(world, 1);

    assertThat(world.shown(BO, "Explication")).contains("sera effacée");
  }

  private static void suspend(World world, String typed) {
    for (int row = 0; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Suspendre")) {
        world.table.type(SETTINGS, row, 1, typed);
      }
    }
  }

  @Test
  void whileSuspendedNobodyIsErasedAndAfterwardsNobodyWithoutNotice() {
    World world = waiting();
    List<String> traces = traces(world, ANA);
    suspend(world, "oui");
    for (int i = 0; i < 4; i++) {
      days(world, 50);
    }
    assertThat(world.journal().memory("londres").toString()).contains(traces.get(0));

    suspend(world, "");
    world.settle(2);
    assertThat(world.shown(ANA, "Explication")).contains("sera effacée d’Entraide le");
    days(world, 8);
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void whoIsErasedByHandWhileSuspendedIsErasedOnceThatIsOver() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    suspend(world, "oui");
    erase(world, ANA);
    world.settle(SETTLED);
    assertThat(world.journal().queued()).hasSize(1);
    assertThat(world.mailbox().waiting()).hasSize(3);

    suspend(world, "");
    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
  }

  /** What an organiser does who wants no introductions, and people's rights all the same. */
  @Test
  void whereNoDraftMayWaitNobodyIsIntroducedAndPeopleAreErasedAllTheSame() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    for (int row = 0; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Brouillons en attente au plus")) {
        world.table.type(SETTINGS, row, 1, "0");
      }
    }
    world.settle(2);
    erase(world, ANA);
    world.answer("Fay Fell", PLACE, "Nord", NEEDS, "Courses");

    world.settle(SETTLED);

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.shown("Fay Fell", STATUS)).isEqualTo("Proposé");
  }

  // ---- copies

  @Test
  void anErasedAnswerInAnotherTabOfTheSameSheetStaysErased() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.settle(SETTLED);
    int letters = world.letters().size();

    world.linkAnew(9);
    world.settle(SETTLED);

    assertThat(world.table.text(9, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(9, 2, STATUS)).isEqualTo("Retiré");
    assertThat(world.letters()).hasSize(letters);
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void aDryRunNamesWhoWouldBeErased() {
    World world = waiting();
    days(world, 83);
    String ref = ref(world, ANA);
    world.clock.advance(Duration.ofDays(8));

    assertThat(world.startAgain(world.journal()).campaign().dryRun().lines())
        .contains("erase " + ref);
    assertThat(world.shown(ANA, STATUS)).isEqualTo("En attente");
  }

  // ---- whenever the daemon dies

  static Stream<Arguments> deaths() {
    World calm = introduced();
    erase(calm, ANA);
    int before = calm.outage.calls().size();
    calm.settle(SETTLED);
    int calls = calm.outage.calls().size() - before;
    return Stream.iterate(0, i -> i < calls, i -> i + 1)
        .flatMap(
            i ->
                Stream.of(How.DEATH_BEFORE, How.DEATH_AFTER, How.LOST_ANSWER)
                    .map(how -> Arguments.of(i, how)));
  }

  @ParameterizedTest(name = "request {0}: {1}")
  @MethodSource("deaths")
  void whateverHappensToItItIsDoneInTheEnd(int call, How how) {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);
    world.outage.plan(world.outage.calls().size() + call, how);

    for (int i = 0; i < SETTLED + 2; i++) {
      try {
        world.settle(1);
      } catch (Outage.Death e) {
        world.startAgain(world.journal());
      }
      world.clock.advance(Duration.ofMinutes(11));
    }

    assertNothingIsLeftOf(world, traces);
    assertThat(world.mailbox().waiting()).hasSize(1);
    assertThat(world.table.text(ANSWERS, 1, STATUS)).isEqualTo("Retiré");
    assertThat(world.table.text(ANSWERS, 2, STATUS)).isEqualTo("Retiré");
  }
}
