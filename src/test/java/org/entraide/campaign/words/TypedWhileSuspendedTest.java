package org.entraide.campaign.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers type while the campaign is suspended is seen then, and obeyed afterwards. */
class TypedWhileSuspendedTest {
  private static final int RELINKED = 8;
  private static final String HAL = "Hal Hart";
  private static final String KIM = "Kim Kern";
  private static final String ZOE = "Zoe Zane";

  private final World world =
      new World()
          .answer(HAL, PLACE, "Nord", OFFERS, "Courses")
          .answer(KIM, PLACE, "Loin", OFFERS, "Conversation");

  @BeforeEach
  void suspend() {
    world.settle(2);
    suspend("oui");
  }

  private void suspend(String word) {
    for (int row = 1; row < world.table.rowCount(SETTINGS); row++) {
      if (world.table.text(SETTINGS, row, 0).equals("Suspendre")) {
        world.table.type(SETTINGS, row, 1, word);
      }
    }
  }

  private void goOn() {
    suspend("");
    world.settle(2);
    assertThat(world.settle(2).effects()).isEmpty();
  }

  /** Sorts some columns, and leaves all others as they are. */
  private void reverse(String first, String last) {
    for (int column = world.table.column(ANSWERS, first);
        column <= world.table.column(ANSWERS, last);
        column++) {
      List<String> texts = new ArrayList<>();
      for (int row = 1; row < world.table.rowCount(ANSWERS); row++) {
        texts.add(world.table.text(ANSWERS, row, column));
      }
      Collections.reverse(texts);
      for (int row = 0; row < texts.size(); row++) {
        world.table.type(ANSWERS, row + 1, column, texts.get(row));
      }
    }
  }

  /** A copy of Hal's row, over which somebody else is typed. */
  private void copyHalAndTypeZoe() {
    world.table.copyRow(ANSWERS, world.rowOf(HAL));
    int row = world.table.rowCount(ANSWERS) - 1;
    world.table.type(ANSWERS, row, World.NAME, ZOE);
    world.table.type(ANSWERS, row, World.EMAIL, "zoe.zane@example.org");
  }

  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause"})
  void whatIsTypedStaysWithItsPersonWhereItsColumnIsSortedAlone(String title, String text) {
    world.instruct(HAL, title, text);
    world.settle(2);
    reverse(title, title);
    assertThat(world.settle(2).effects()).isEmpty();

    goOn();

    assertThat(world.shown(HAL, STATUS)).isEqualTo("En pause");
    assertThat(world.shown(KIM, STATUS)).isEqualTo("Disponible");
  }

  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause"})
  void whatIsTypedOutlivesTheTabThatAFormLinkedAnewHasLeft(String title, String text) {
    world.instruct(HAL, title, text);
    world.settle(2);
    world.linkAnew(RELINKED);
    world.table.deleteTab(ANSWERS);

    goOn();

    int row = world.table.text(RELINKED, 1, World.NAME).equals(HAL) ? 1 : 2;
    assertThat(world.table.text(RELINKED, row, STATUS)).isEqualTo("En pause");
  }

  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause"})
  void whatIsTypedStaysWithItsPersonWhereAllOurColumnsAreSorted(String title, String text) {
    world.instruct(HAL, title, text);
    world.settle(2);
    reverse("Réf", "Contrôle");

    goOn();

    assertThat(world.shown(HAL, STATUS)).isEqualTo("En pause");
    assertThat(world.shown(KIM, STATUS)).isEqualTo("Disponible");
  }

  /** Both show a check of the same contents, which are gone; the journal saw which is which. */
  @ParameterizedTest
  @ValueSource(strings = {"En pause", "Vu lundi"})
  void whatIsTypedInACopyStaysThereWhereItIsTypedOverAndTheOriginalIsEditedTwice(String status) {
    goOn();
    int original = world.rowOf(HAL);
    int copy = world.table.rowCount(ANSWERS);
    world.table.copyRow(ANSWERS, original);
    world.settle(2);
    world.table.type(ANSWERS, copy, STATUS, status);
    world.settle(2);
    suspend("oui");
    world.table.type(ANSWERS, original, World.TIME, "27/03/2020 10:00:00"); // the form's
    world.settle(2);

    world.table.type(ANSWERS, original, World.TIME, "27/03/2020 11:00:00");
    world.table.type(ANSWERS, copy, World.NAME, ZOE);
    world.table.type(ANSWERS, copy, World.EMAIL, "zoe.zane@example.org");
    goOn();

    assertThat(world.table.text(ANSWERS, copy, STATUS)).isEqualTo(status);
    assertThat(world.table.text(ANSWERS, original, STATUS)).isEqualTo("Disponible");
  }

  /** The check that was copied along tells nothing of what was typed since. */
  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause", "Lieu compris,Sud"})
  void whatIsTypedCountsForNobodyWhoIsTypedOverACopyOfItsRow(String title, String text) {
    String status = world.shown(KIM, STATUS);
    world.instruct(HAL, title, text);
    world.settle(2);
    copyHalAndTypeZoe();

    goOn();

    assertThat(world.shown(HAL, title)).isEqualTo(text);
    assertThat(world.shown(ZOE, STATUS)).isEqualTo(status);
    assertThat(world.shown(ZOE, "Lieu compris")).startsWith("Nord");
  }

  @ParameterizedTest
  @CsvSource({"true,Statut,En pause", "true,Lieu compris,Sud", "false,Statut,En pause"})
  void whatIsTypedStaysWithItsPersonWhereACopyOrANewcomerShowsIt(
      boolean copied, String title, String text) {
    if (copied) {
      copyHalAndTypeZoe();
    } else {
      world.answer(ZOE, PLACE, "Nord", OFFERS, "Courses");
    }
    world.instruct(HAL, title, text);
    world.settle(2);
    reverse("Réf", "Contrôle");

    goOn();

    assertThat(world.shown(HAL, title)).isEqualTo(text);
    assertThat(world.shown(ZOE, title)).isNotEqualTo(text);
  }

  /** Nothing puts the check beside its person before the campaign goes on. */
  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause"})
  void whatIsTypedWhereAnotherRowsCheckStandsCounts(String title, String text) {
    reverse("Réf", "Contrôle");
    world.settle(2);
    world.instruct(KIM, title, text);

    goOn();

    assertThat(world.shown(KIM, STATUS)).isEqualTo("En pause");
    assertThat(world.shown(HAL, STATUS)).isEqualTo("Disponible");
  }

  @ParameterizedTest
  @CsvSource({"Statut,En pause", "Consigne,Pause"})
  void whatIsTypedBesideACopyCountsAlthoughTheOriginalIsDeleted(String title, String text) {
    copyHalAndTypeZoe();
    world.settle(2);
    world.instruct(ZOE, title, text);
    world.table.deleteRow(ANSWERS, world.rowOf(HAL));

    goOn();

    assertThat(world.shown(ZOE, STATUS)).isEqualTo("En pause");
  }

  @Test
  void whatIsClearedBeforeTheCampaignGoesOnCountsNoMore() {
    world.instruct(HAL, "Consigne", "Pause");
    world.instruct(KIM, STATUS, "En pause");
    world.settle(2);
    world.instruct(HAL, "Consigne", "");
    world.instruct(KIM, STATUS, "");

    goOn();

    assertThat(world.statuses().values()).containsOnly("Disponible");
  }
}
