package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.ANSWERS;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Area;
import org.entraide.table.Decorations;
import org.entraide.table.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sheet that the version before made, in the first cycles of this one. */
class VersionBeforeTest {

  /** What is left of what the daemon remembers. */
  enum Left {
    ALL,
    CHECKS_ALONE,
    JOURNAL_ALONE,
    CHECKS_OF_PEOPLE_ALONE
  }

  private static final String TYPED = "votre texte reste";

  /** Somebody in each of the situations whose words changed. */
  private static World settled() {
    World world =
        World.busy()
            .answer("Bea Bost", PLACE, "Loin", OFFERS, "Courses")
            .answer("Cy Cask", PLACE, "Loin", OFFERS, "Courses", World.CAPACITY, "0");
    world.settle(2);
    world.mailbox().send(world.introduction("Ana Alba", "Bo Bell"));
    world.settle(3);
    return world;
  }

  private static World older(Left left) {
    World world = settled();
    VersionBefore.of(world);
    assertThat(world.statuses()).containsEntry("Bea Bost", "En attente");
    assertThat(world.statuses()).containsEntry("Cy Cask", "Complet");
    assertThat(world.table.text(LEDGER, 0, 2)).isEqualTo("Aidant");
    switch (left) {
      case ALL -> {
        // nothing is lost
      }
      case CHECKS_ALONE -> world.startAgain(new MemoryJournal());
      case JOURNAL_ALONE -> withoutChecks(world, ANSWERS, LEDGER);
      case CHECKS_OF_PEOPLE_ALONE -> {
        withoutChecks(world, LEDGER);
        world.startAgain(new MemoryJournal());
      }
    }
    world.startAgain(world.journal());
    return world;
  }

  private static void withoutChecks(World world, int... sheets) {
    for (int sheet : sheets) {
      for (int row = 1; row < world.table.rowCount(sheet); row++) {
        world.table.type(sheet, row, "Contrôle", "");
      }
    }
  }

  private static void assertQuiet(World world) {
    int reads = world.table.reads();
    int rereads = world.table.rereads();
    int writes = world.table.writes();
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(world.once().effects()).isEmpty();
    assertThat(world.table.reads()).isEqualTo(reads + 1);
    assertThat(world.table.rereads()).isEqualTo(rereads);
    assertThat(world.table.writes()).isEqualTo(writes);
  }

  @ParameterizedTest
  @EnumSource
  void noCellIsTakenForTypedAndAllSayWhatTheySayToday(Left left) {
    World today = settled();
    World world = older(left);

    world.settle(3);

    assertThat(world.statuses()).isEqualTo(today.statuses());
    assertThat(world.ledger()).isEqualTo(today.ledger());
    assertThat(world.shown().toString()).doesNotContain(TYPED);
    assertThat(world.statuses()).containsEntry("Bea Bost", "Disponible");
    assertThat(world.statuses()).containsEntry("Cy Cask", "Plus de place");
    assertThat(world.ledger()).contains("Ana Alba, Bo Bell: Envoyée");
    for (int row = 1; row < world.table.rowCount(LEDGER); row++) {
      for (String title : List.of("Réf", "Délégué", "Explication", "Envoyé le")) {
        assertThat(world.table.text(LEDGER, row, title))
            .isEqualTo(today.table.text(LEDGER, row, title));
      }
    }
    assertQuiet(world);
  }

  @Test
  void theNewColumnGoesRightAndTheSheetIsLookedAtOnce() {
    World world = older(Left.ALL);
    int check = world.table.column(LEDGER, "Contrôle");

    world.once();
    assertThat(world.table.column(LEDGER, "Délégué")).isGreaterThan(check);
    assertThat(world.table.looked()).isEqualTo(1);
    assertThat(world.ledger()).as("at once").contains("Ana Alba, Bo Bell: Envoyée");
    world.settle(3);
    assertThat(world.table.looked()).isEqualTo(1);
    assertQuiet(world);
  }

  @Test
  void titlesNotesAndColoursGetTheWordsOfToday() {
    Decorations today = settled().table.looks;
    World world = older(Left.ALL);

    world.settle(2);

    assertThat(world.table.text(LEDGER, 0, world.table.column(LEDGER, "Bénévole")))
        .isEqualTo("Bénévole");
    Decorations looks = world.table.looks;
    assertThat(looks.notes().values()).containsAll(today.notes().values());
    assertThat(words(looks, ANSWERS)).containsAll(words(today, ANSWERS)).doesNotContain("Complet");
    assertThat(words(looks, LEDGER)).containsAll(words(today, LEDGER)).doesNotContain("Envoyé");
    assertThat(words(looks, ANSWERS)).hasSameSizeAs(words(today, ANSWERS));
  }

  private static List<String> words(Decorations looks, int sheet) {
    return looks.rules(sheet).stream().map(Decorations.Rule::value).toList();
  }

  @Test
  void whatPeopleChangedStays() {
    World world = older(Left.ALL);
    world.table.type(LEDGER, 0, "Aidant", "Qui aide");
    Decorations looks = world.table.looks;
    Map<Area, String> notes = new HashMap<>(looks.notes());
    Area status = Area.cell(ANSWERS, 0, world.table.column(ANSWERS, "Statut"));
    notes.put(status, "Voir avec Jeanne");
    Map<Integer, List<Decorations.Rule>> rules = new HashMap<>(looks.rules());
    List<Decorations.Rule> theirs = new ArrayList<>(looks.rules(ANSWERS));
    theirs.replaceAll(
        rule ->
            rule.value().equals("Complet")
                ? new Decorations.Rule(rule.areas(), "Complet", Optional.of(Tint.GOOD))
                : rule);
    rules.put(ANSWERS, theirs);
    world.table.looks = VersionBefore.with(looks, notes, rules);

    world.settle(2);

    assertThat(world.table.text(LEDGER, 0, 2)).isEqualTo("Qui aide");
    assertThat(world.table.looks.notes()).containsEntry(status, "Voir avec Jeanne");
    assertThat(words(world.table.looks, ANSWERS)).contains("Complet");
    assertThat(world.table.looks.rules(ANSWERS)).containsAll(theirs);
  }

  @Test
  void aTitleThatIsGivenBackItsFormerWordLaterIsPeoples() {
    World world = older(Left.ALL);
    world.settle(2);

    world.table.type(LEDGER, 0, "Bénévole", "Aidant");
    world.settle(3);

    assertThat(world.table.text(LEDGER, 0, 2)).isEqualTo("Aidant");
  }

  @Test
  void aStatusThatWasTypedStaysTyped() {
    World world = settled();
    world.instruct("Dan Dell", "Statut", "Complet");
    world.settle(2);
    VersionBefore.of(world);

    world.startAgain(world.journal()).settle(3);

    assertThat(world.shown("Dan Dell", "Statut")).isEqualTo("Complet");
    assertThat(world.shown("Dan Dell", "Explication")).contains(TYPED);
    assertQuiet(world);
  }

  @Test
  void aColumnOfDelegatesThatOrganisersMadeStaysTheirs() {
    World world = older(Left.ALL);
    int theirs = world.table.column(LEDGER, "Contrôle") + 1;
    world.table.insertColumn(LEDGER, theirs, "Délégué");
    world.table.type(LEDGER, 1, theirs, "Jeanne");

    world.settle(3);

    for (int row = 2; row < world.table.rowCount(LEDGER); row++) {
      assertThat(world.table.text(LEDGER, row, theirs)).isEmpty();
    }
    assertThat(world.table.text(LEDGER, 1, theirs)).isEqualTo("Jeanne");
    assertThat(world.table.text(LEDGER, 1, theirs + 1)).isEqualTo(World.DELEGATE);
  }

  @Test
  void aDelegateThatWasTypedStaysAndClearedIsWrittenAnew() {
    World world = older(Left.ALL);
    world.settle(2);

    world.table.type(LEDGER, 1, "Délégué", "Jeanne");
    world.settle(3);
    assertThat(world.table.text(LEDGER, 1, "Délégué")).isEqualTo("Jeanne");
    world.table.type(LEDGER, 1, "Délégué", "");
    world.settle(2);
    assertThat(world.table.text(LEDGER, 1, "Délégué")).isEqualTo(World.DELEGATE);
  }
}
