package org.entraide.campaign.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.CHECK;
import static org.entraide.campaign.world.Titles.REF;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.List;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is changed before its row shows a reference, and changed back afterwards. */
class NeverShownTest {
  private static final String RIGHT = "kay@example.org";

  /** Kay's answer is journalled with this address, and put right before her row is written. */
  private static World putRight(String address) {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.answer("Kay Kerr", PLACE, "Nord", NEEDS, "Courses", EMAIL, address);
    world.table.beforeNextReread(() -> world.instruct("Kay Kerr", EMAIL, RIGHT));
    world.once();
    return world;
  }

  private static void assertQuiet(World world) {
    assertThat(world.settle(2).effects()).isEmpty();
    assertThat(world.settle(2).effects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pas d’adresse,1",
    "pas d’adresse,2",
    "pas d’adresse,4",
    "key@example.org,2",
    "key@example.org,4"
  })
  void whatWasPutRightBeforeTheRowWasNamedMayBeUndone(String address, int cycles) {
    World world = putRight(address);
    world.settle(cycles);
    String ref = world.shown("Kay Kerr", REF);
    assertThat(ref).isNotEmpty();
    assertThat(world.shown("Kay Kerr", STATUS)).isEqualTo("Brouillon prêt");

    world.instruct("Kay Kerr", EMAIL, address);
    world.settle(2);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertQuiet(world);

    world.instruct("Kay Kerr", EMAIL, RIGHT);
    world.settle(2);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertQuiet(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {REF, CHECK})
  void itMayBeUndoneAlsoWhereTheReferenceWasClearedOrTheJournalIsLost(String cleared) {
    World world = putRight("pas d’adresse");
    world.settle(2);
    String ref = world.shown("Kay Kerr", REF);

    world.instruct("Kay Kerr", EMAIL, "pas d’adresse");
    if (cleared.equals(REF)) {
      world.instruct("Kay Kerr", REF, "");
    } else {
      world.startAgain(new MemoryJournal());
    }
    world.settle(2);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertQuiet(world);
  }

  @Test
  void anOlderJournalThatKnowsTheFirstReferenceAloneTakesTheOneThatIsShown() {
    World world = putRight("pas d’adresse");
    MemoryJournal older = ((MemoryJournal) world.journal()).copy();
    world.settle(2);
    String ref = world.shown("Kay Kerr", REF);

    world.instruct("Kay Kerr", EMAIL, "pas d’adresse");
    world.startAgain(older).settle(2);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertQuiet(world);
  }

  /** Kay's letter goes to the wrong address, which is put right before her row is written. */
  private static World writtenTo() {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
    world.settle(2);
    world.answer("Kay Kerr", PLACE, "Nord", NEEDS, "Courses", EMAIL, "key@example.org");
    world.outage.meanwhile(
        what -> {
          if (what.equals("create")) {
            world.outage.meanwhile(next -> {});
            world.table.beforeNextReread(() -> world.instruct("Kay Kerr", EMAIL, RIGHT));
          }
        });
    world.once();
    assertThat(world.letters()).hasSize(1);
    assertThat(world.shown("Kay Kerr", REF)).isEmpty();
    return world;
  }

  private static List<String> letters(World world) {
    return world.ledger().stream().map(it -> it.substring(it.indexOf(':') + 2)).sorted().toList();
  }

  @Test
  void whoseFirstLetterWasTakenBackKeepsTheReferenceOfTheSecond() {
    World world = writtenTo();
    world.settle(3);
    String ref = world.shown("Kay Kerr", REF);
    assertThat(letters(world)).containsExactly("Brouillon prêt", "Retirée");

    world.instruct("Kay Kerr", EMAIL, "key@example.org");
    world.settle(3);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertThat(letters(world)).containsExactly("Brouillon prêt", "Retirée");
    assertQuiet(world);

    world.startAgain(new MemoryJournal()).settle(3);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
    assertQuiet(world);
  }

  /** Else one pair had two letters that stand. */
  @Test
  void whoseFirstLetterStandsIsKnownByTheirContents() {
    World world = writtenTo();
    world.once();
    assertThat(letters(world)).containsExactly("Brouillon prêt", "Brouillon prêt");

    world.instruct("Kay Kerr", EMAIL, "key@example.org");
    world.settle(3);

    assertThat(letters(world)).containsExactly("Brouillon prêt", "Retirée");
    assertThat(world.shown("Kay Kerr", STATUS)).isEqualTo("Brouillon prêt");
    assertQuiet(world);
  }

  @Test
  void itMayHaveBeenChangedTwiceBeforeTheRowWasNamed() {
    World world = putRight("pas d’adresse");
    world.table.beforeNextReread(() -> world.instruct("Kay Kerr", EMAIL, "key@example.org"));
    world.once();
    world.settle(2);
    String ref = world.shown("Kay Kerr", REF);
    assertThat(ref).isNotEmpty();

    for (String address : new String[] {"pas d’adresse", RIGHT, "key@example.org"}) {
      world.instruct("Kay Kerr", EMAIL, address);
      world.settle(2);

      assertThat(world.shown("Kay Kerr", REF)).isEqualTo(ref);
      assertQuiet(world);
    }
  }

  /** Of somebody whose reference the sheet did show, the contents go on deciding. */
  @Test
  void whoeverWasShownOnceIsKnownByTheirContentsInAnyRow() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Conversation")
            .answer("Kay Kerr", PLACE, "Nord", NEEDS, "Courses")
            .answer("Lou Lund", PLACE, "Loin", NEEDS, "Courses");
    world.settle(2);
    String kay = world.shown("Kay Kerr", REF);
    int at = world.rowOf("Kay Kerr");
    List<Cell> answer = world.table.answers(ANSWERS, at, World.HEADER.size());
    world.table.deleteRow(ANSWERS, at);
    world.once();

    world.table.put(ANSWERS, world.rowOf("Lou Lund"), answer);
    world.settle(2);

    assertThat(world.shown("Kay Kerr", REF)).isEqualTo(kay);
  }

  /** A newcomer who was typed into a copied row is not whom the row still names. */
  @Test
  void whoIsTypedIntoACopyIsSomebodyElseAlthoughTheOriginalGoesBeforeTheCopyIsNamed() {
    World world =
        new World()
            .answer("Hal Hart", PLACE, "Nord", OFFERS, "Conversation")
            .answer("Kay Kerr", PLACE, "Nord", NEEDS, "Courses");
    world.settle(2);
    String kay = world.shown("Kay Kerr", REF);
    int at = world.rowOf("Kay Kerr");
    world.table.copyRow(ANSWERS, at);
    world.table.type(ANSWERS, 3, NAME, "Lou Lund");
    world.table.type(ANSWERS, 3, EMAIL, "lou@example.org");
    world.outage.planNextOf("write SetCell", Outage.How.BEFORE);
    world.once();
    world.table.deleteRow(ANSWERS, at);
    assertThat(world.shown("Lou Lund", REF)).isEqualTo(kay);

    world.settle(2);

    assertThat(world.shown("Lou Lund", REF)).isNotEmpty().isNotEqualTo(kay);
  }
}
