package org.entraide.campaign.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entraide.campaign.bars.BarredCampaign.ANA;
import static org.entraide.campaign.bars.BarredCampaign.ANAS;
import static org.entraide.campaign.bars.BarredCampaign.BO;
import static org.entraide.campaign.bars.BarredCampaign.SETTLED;
import static org.entraide.campaign.bars.BarredCampaign.VALUE;
import static org.entraide.campaign.bars.BarredCampaign.line;
import static org.entraide.campaign.world.Steps.suspend;
import static org.entraide.campaign.world.Titles.INSTRUCTION;
import static org.entraide.campaign.world.Titles.SETTINGS;
import static org.entraide.campaign.world.Titles.STATUS;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.NAME;
import static org.entraide.campaign.world.World.NEEDS;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.util.ArrayList;
import java.util.List;
import org.entraide.build.Stories;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.Outage;
import org.entraide.campaign.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An organiser clears the word by which somebody was barred: that lifts the bar. */
@Stories(few = 8)
class BarredClearedTest {

  private static final String CY = "Cy Cole";
  private static final String DI = "Di Dorn";
  private static final int COPY = 4;
  private static final int ANEW = 77;
  private static final List<String> OURS =
      List.of("Réf", "Statut", "Lieu compris", "Mise en relation", "Explication", "Contrôle");

  private static World campaign() {
    World world =
        new World()
            .answer(ANA, PLACE, "Nord", NEEDS, "Autre", EMAIL, ANAS)
            .answer(BO, PLACE, "Nord", OFFERS, "Courses, Conversation")
            .answer(CY, PLACE, "Nord", NEEDS, "Autre");
    world.settle(2);
    return world;
  }

  private static World barred(String column) {
    World world = campaign();
    world.instruct(ANA, column, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");
    return world;
  }

  private static void swapOurs(World world) {
    List<String> titles = new ArrayList<>(OURS);
    titles.add(INSTRUCTION);
    for (String title : titles) {
      String anas = world.shown(ANA, title);
      world.instruct(ANA, title, world.shown(CY, title));
      world.instruct(CY, title, anas);
    }
  }

  private static void assertLifted(World world) {
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
    assertThat(world.shown(ANA, STATUS)).isNotEqualTo("Exclu");
    world.settle(2);
    assertThat(world.once().effects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoeverHasAllClearedThatStandsBesideThemIsFree(String column) {
    World world = barred(column);
    world.table.row(ANSWERS, List.of());
    world.table.type(ANSWERS, world.table.rowCount(ANSWERS) - 1, INSTRUCTION, "à rappeler");
    world.settle(2);

    OURS.forEach(title -> world.instruct(ANA, title, ""));
    world.instruct(ANA, INSTRUCTION, "");
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsClearedBeforeOurColumnsAreSortedAloneIsFree(String column) {
    World world = barred(column);

    world.instruct(ANA, column, "");
    swapOurs(world);
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsClearedInATypedOverCopyWhileEverythingIsSuspendedIsFree(String column) {
    World world = campaign();
    suspend(world, "oui");
    world.settle(2);
    world.table.copyRow(ANSWERS, world.rowOf(CY));
    world.table.type(ANSWERS, COPY, NAME, DI);
    world.table.type(ANSWERS, COPY, EMAIL, "di.dorn@example.org");
    world.settle(2);
    world.table.type(ANSWERS, COPY, column, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");

    world.table.type(ANSWERS, COPY, column, "");
    world.settle(2);
    suspend(world, "");
    world.settle(3);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsClearedBesideAnothersCheckWhileEverythingIsSuspendedIsFree(String column) {
    World world = barred(column);
    suspend(world, "oui");
    String check = world.shown(ANA, "Contrôle");
    world.instruct(ANA, "Contrôle", world.shown(CY, "Contrôle"));
    world.instruct(CY, "Contrôle", check);
    world.settle(2);
    world.instruct(ANA, column, "");
    world.settle(2);
    suspend(world, "");
    world.settle(3);

    assertLifted(world);
  }

  /** In the copy first, in the original first, or in both at once. */
  @ParameterizedTest
  @CsvSource({
    "Consigne, 1, false", "Consigne, 4, false", "Consigne, 0, false",
    "Statut, 1, false", "Statut, 4, false", "Statut, 0, false",
    "Consigne, 1, true", "Consigne, 4, true", "Consigne, 0, true",
    "Statut, 1, true", "Statut, 4, true", "Statut, 0, true"
  })
  void whoseRowWasCopiedIsFreeWhereBothAreCleared(String column, int first, boolean typedOver) {
    World world = barred(column);
    world.table.copyRow(ANSWERS, world.rowOf(ANA));
    if (typedOver) {
      world.table.type(ANSWERS, COPY, NAME, DI);
      world.table.type(ANSWERS, COPY, EMAIL, "di.dorn@example.org");
    } else {
      world.settle(2);
    }
    if (first > 0) {
      world.table.type(ANSWERS, first, column, "");
      world.settle(2);
    }

    world.table.type(ANSWERS, 1, column, "");
    world.table.type(ANSWERS, COPY, column, "");
    world.settle(3);

    assertLifted(world);
  }

  /** Their row does not show that the word was there. */
  @ParameterizedTest
  @CsvSource({
    "Consigne, BEFORE", "Consigne, DROPPED", "Consigne, DEATH_BEFORE", "Consigne, DEATH_AFTER",
    "Statut, BEFORE", "Statut, DROPPED", "Statut, DEATH_BEFORE", "Statut, DEATH_AFTER"
  })
  void whoIsClearedAfterAWriteThatFailedIsFree(String column, Outage.How how) {
    World world = barred(column);
    world.instruct(ANA, column, "");
    world.settle(2);
    world.instruct(ANA, column, "Exclu");
    world.outage.planNextOf("write SetCell", how);
    if (how == Outage.How.DEATH_BEFORE || how == Outage.How.DEATH_AFTER) {
      assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    } else {
      world.once();
    }
    world.outage.heal();
    world.instruct(ANA, column, "");
    world.startAgain(world.journal());
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @CsvSource({
    "Consigne, DEATH_BEFORE", "Consigne, DEATH_AFTER", "Consigne, LOST_ANSWER",
    "Statut, DEATH_BEFORE", "Statut, DEATH_AFTER", "Statut, LOST_ANSWER"
  })
  void whoseEqualRowsAreClearedIsFreeThoughTheProcessDies(String column, Outage.How how) {
    World world = barred(column);
    world.table.copyRow(ANSWERS, world.rowOf(ANA));
    world.settle(2);
    world.table.type(ANSWERS, 1, column, "");
    world.table.type(ANSWERS, COPY, column, "");
    world.outage.planNextOf("write SetCell", how);
    if (how == Outage.How.LOST_ANSWER) {
      world.once();
    } else {
      assertThatThrownBy(world::once).isInstanceOf(Outage.Death.class);
    }
    world.outage.heal();
    world.startAgain(world.journal());
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoeverAnsweredTwiceIsFreeWhereTheWordIsClearedThatWasTyped(String column) {
    World world = barred(column);
    world.answer(ANA, PLACE, "Nord", NEEDS, "Autre", EMAIL, ANAS);
    world.settle(2);

    world.table.type(ANSWERS, 1, column, "");
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @CsvSource({"Consigne, true", "Consigne, false", "Statut, true", "Statut, false"})
  void whoseAnswerIsEditedOrJournalLostIsFree(String column, boolean lost) {
    World world = barred(column);
    if (lost) {
      world.startAgain(new MemoryJournal());
      world.settle(2);
    } else {
      world.instruct(ANA, PLACE, "Sud");
    }

    world.instruct(ANA, column, "");
    world.settle(3);

    assertLifted(world);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Consigne", "Statut"})
  void whoseWordIsTypedAndClearedSinceTheFormWasLinkedAnewIsFree(String column) {
    World world = barred(column);
    world.linkAnew(ANEW);
    world.settle(SETTLED);
    world.table.type(ANEW, 1, column, "");
    world.settle(2);
    world.table.type(ANEW, 1, column, "Exclu");
    world.settle(2);
    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("oui");

    world.table.type(ANEW, 1, column, "");
    world.settle(3);

    assertThat(world.table.text(SETTINGS, line(world), VALUE)).isEqualTo("non");
  }
}
