package org.entraide.campaign.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Steps.ref;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entraide.build.Stories;
import org.entraide.campaign.erasure.ErasureFixture;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right to erasure: what the daemon knows of somebody goes, and does not come back. */
@Stories(few = 12)
class ErasureTest extends ErasureFixture {
  private static final String ANAS = "07700 900123";

  @Test
  void everyRowOfAnErasedPersonSaysWithdrawnAndAsksToBeDeleted() {
    World world = introduced();
    List<String> traces = traces(world, ANA);
    erase(world, ANA);

    world.settle(SETTLED);

    for (int row = 1; row <= 2; row++) {
      assertThat(world.table.text(ANSWERS, row, STATUS)).isEqualTo("Retiré");
      assertThat(world.table.text(ANSWERS, row, "Explication")).contains("supprimez la ligne");
      assertThat(world.table.text(ANSWERS, row, "Lieu compris")).isEmpty();
      assertThat(world.table.text(ANSWERS, row, "Mise en relation")).isEmpty();
      assertThat(world.table.text(ANSWERS, row, REF)).isEmpty();
    }
    assertNothingIsLeftOf(world, traces);
  }

  @Test
  void anErasedRowShowsNoReferenceAlsoWhereItIsSortedOrTheStateIsLost() {
    World world = introduced();
    erase(world, ANA);
    world.settle(SETTLED);

    world.table.sortDescending(ANSWERS, World.NAME);
    world.startAgain(new MemoryJournal());
    world.settle(SETTLED);

    assertThat(words(world, ANA, STATUS)).containsExactly("Retiré", "Retiré");
    assertThat(words(world, ANA, REF)).containsExactly("", "");
    assertThat(world.once().effects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachOfTwoEqualRowsOfAnErasedPersonSaysWithdrawnAndAsksToBeDeleted(boolean copiedBefore) {
    World world = new World().answer(ANA, PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    if (copiedBefore) {
      copyRow(world, ANA);
      world.settle(2);
      assertThat(words(world, ANA, STATUS)).contains("Doublon");
    }
    erase(world, ANA);
    world.settle(SETTLED);
    if (!copiedBefore) {
      copyRow(world, ANA);
    }

    world.settle(SETTLED);

    assertThat(words(world, ANA, STATUS)).containsExactly("Retiré", "Retiré");
    assertThat(words(world, ANA, REF)).containsExactly("", "");
    assertThat(words(world, ANA, "Explication"))
        .allSatisfy(said -> assertThat(said).contains("supprimez la ligne"));
    assertThat(world.once().effects()).isEmpty();
  }

  private static List<String> words(World world, String who, String title) {
    return IntStream.range(1, world.table.rowCount(ANSWERS))
        .filter(row -> world.table.text(ANSWERS, row, World.NAME).equals(who))
        .mapToObj(row -> world.table.text(ANSWERS, row, title))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReferenceThatSomebodyTypesBesideAnErasedRowIsEmptiedAndNobodyIsTakenForAnother(
      boolean bos) {
    World world = introduced();
    erase(world, ANA);
    world.settle(SETTLED);
    String reference = ref(world, BO);
    Map<String, String> before = world.statuses();

    world.instruct(ANA, REF, bos ? reference : "7RNTG");
    world.settle(SETTLED);

    assertThat(words(world, ANA, REF)).containsExactly("", "");
    assertThat(ref(world, BO)).isEqualTo(reference);
    assertThat(world.statuses()).isEqualTo(before);
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
    assertThat(world.statuses()).containsEntry(ANA, "Retiré").containsEntry(BO, "Disponible");
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
}
