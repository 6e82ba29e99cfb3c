package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.e2e.Town.ANA;
import static org.entraide.e2e.Town.BO;
import static org.entraide.e2e.Town.CY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is introduced to whom, over time: at most once, and never undone. */
@Tag("long")
@NullMarked
class PairsTest {

  @TempDir Path directory;

  @Test
  void noPairIsIntroducedTwiceWhateverBecomesOfTheFirstTime() {
    try (World world = World.sample(directory, 60)) {
      world.settle();
      List<Grid.Line> first = world.ledger().lines();
      world.discard(first.get(0).ref());
      world.outcome(first.get(1).ref(), "Refusée");
      world.outcome(first.get(2).ref(), "Sans réponse");
      world.outcome(first.get(3).ref(), "Terminée");
      world.send(first.get(4).ref());
      world.settle();
      world.time.advance(Duration.ofMinutes(11));
      world.settle();
      assertThat(states(world, first.subList(0, 5)))
          .containsExactly("Écartée", "Refusée", "Sans réponse", "Terminée", "Envoyée");
      assertThat(Town.pairs(world)).doesNotHaveDuplicates();

      world.restart();
      world.settle();
      assertThat(Town.pairs(world)).doesNotHaveDuplicates();
    }
  }

  private static List<String> states(World world, List<Grid.Line> introductions) {
    Grid ledger = world.ledger();
    return introductions.stream().map(i -> ledger.only("Réf", i.ref()).get("État")).toList();
  }

  @Test
  void withTheJournalGoneSheetAndMailboxAreEnough() {
    try (World world = World.sample(directory, 60)) {
      world.settle();
      List<Grid.Line> first = world.ledger().lines();
      world.discard(first.get(0).ref());
      world.outcome(first.get(1).ref(), "Refusée");
      world.send(first.get(2).ref());
      world.settle();
      world.time.advance(Duration.ofMinutes(11));
      world.settle();
      List<String> pairs = Town.pairs(world);
      Map<String, String> references = references(world);
      Map<Integer, Map<String, String>> words = words(world.answers());
      Map<Integer, Map<String, String>> entries = words(world.ledger());
      List<String> drafts = world.drafted();

      world.forget();
      world.settleSlowly();

      assertThat(Town.pairs(world)).isEqualTo(pairs);
      assertThat(references(world)).isEqualTo(references);
      assertThat(world.drafted()).isEqualTo(drafts);
      // which of two introductions came first is forgotten, and nothing else
      assertThat(changed(words, words(world.answers())))
          .noneMatch(cell -> cell.endsWith("Statut") || cell.endsWith("Lieu compris"));
      assertThat(changed(entries, words(world.ledger()))).isEmpty();
    }
  }

  private static Map<String, String> references(World world) {
    Map<String, String> references = new HashMap<>();
    for (Grid.Line line : world.answers().lines()) {
      references.put(line.get("Horodateur") + line.get(World.EMAIL), line.ref());
    }
    return references;
  }

  private static Map<Integer, Map<String, String>> words(Grid grid) {
    Map<Integer, Map<String, String>> words = new HashMap<>();
    grid.lines().forEach(line -> words.put(line.number(), line.cells()));
    return words;
  }

  /** Row and column of what differs: never the words. */
  private static List<String> changed(
      Map<Integer, Map<String, String>> before, Map<Integer, Map<String, String>> after) {
    return before.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .filter(
                        cell ->
                            !cell.getValue()
                                .equals(
                                    after
                                        .getOrDefault(row.getKey(), Map.of())
                                        .getOrDefault(cell.getKey(), "")))
                    .map(cell -> row.getKey() + " " + cell.getKey()))
        .toList();
  }

  @Test
  void aNearerNewcomerDoesNotUndoAStandingIntroduction() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);

      world.answer(Town.cy());
      world.settle();
      world.restart();
      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
      assertThat(world.rowOf(CY).status()).isEqualTo("Disponible");
    }
  }

  @Test
  void aDeclinedPairGivesWayToAnotherAndNeverComesBack() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.settle();
      world.outcome(world.ledger().lines().get(0).ref(), "Refusée");
      world.settle();
      assertThat(world.rowOf(ANA).status()).isEqualTo("En attente");
      assertThat(world.ledger().lines()).hasSize(1);

      world.answer(Town.cy());
      world.settle();

      assertThat(Town.pairs(world))
          .containsExactly(
              world.rowOf(ANA).ref() + " " + world.rowOf(BO).ref(),
              world.rowOf(ANA).ref() + " " + world.rowOf(CY).ref());
    }
  }

  @Test
  void twoPeopleOfOneContactAndOneMomentStayTwoPeople() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Reply.of("Ada", "Brun", ANA).at("SW7").needs(Category.PETS));
      world.settle();
      List<Grid.Line> first = world.answers().lines();
      assertThat(first).extracting(Grid.Line::ref).doesNotHaveDuplicates().hasSize(2);

      world.restart();
      world.settle();
      assertThat(world.answers().lines()).isEqualTo(first);

      world.forget();
      world.settle();
      assertThat(world.answers().lines()).isEqualTo(first);
    }
  }

  @Test
  void aNewcomerWaitsToBeComparedAndSomebodyUrgentDoesNot() {
    try (World world = World.empty(directory).matching("hold_back = \"20m\"")) {
      world.answer(Town.bo());
      world.settle();
      world.time.advance(Duration.ofMinutes(21));
      world.answer(Town.ana());
      world.answer(Town.di());
      world.settle();
      assertThat(world.ledger().lines()).isEmpty();
      assertThat(world.rowOf(ANA).status()).isEqualTo("En attente");
      assertThat(world.rowOf(ANA).explanation()).contains("Entraide attend", "jusqu’au");
      assertThat(world.rowOf(BO).explanation()).doesNotContain("Proposition", "récente");

      world.type(world.rowOf(ANA).number(), "Consigne", "Prioritaire");
      world.settle();
      assertThat(Town.pairs(world))
          .containsExactly(world.rowOf(ANA).ref() + " " + world.rowOf(BO).ref());

      world.time.advance(Duration.ofMinutes(20));
      world.settle();
      assertThat(Town.pairs(world))
          .containsExactly(
              world.rowOf(ANA).ref() + " " + world.rowOf(BO).ref(),
              world.rowOf(Town.DI).ref() + " " + world.rowOf(BO).ref());
    }
  }

  @Test
  void withoutConsentNobodyIsLocatedOrMatched() {
    try (World world = World.empty(directory)) {
      world.answer(
          Town.ana().at("NW3 5TY").without(org.entraide.sandbox.sample.SampleForm.CONSENT));
      world.answer(Town.bo());
      world.settle();

      assertThat(world.rowOf(ANA).status()).isEqualTo("Incomplet");
      assertThat(world.rowOf(ANA).explanation()).contains("accord");
      assertThat(world.rowOf(ANA).get("Lieu compris")).isEmpty();
      assertThat(world.ledger().lines()).isEmpty();
      assertThat(world.located)
          .isNotEmpty()
          .noneMatch(query -> (query.address() + query.city() + query.postcode()).contains("NW3"));
    }
  }
}
