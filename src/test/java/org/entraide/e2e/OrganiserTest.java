package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.e2e.Town.ANA;
import static org.entraide.e2e.Town.BO;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entraide.people.word.Category;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What organisers do to the sheet all day, between cycles and in the middle of one. */
@NullMarked
@Tag("long")
class OrganiserTest {

  @TempDir Path directory;

  @Test
  void sortingByAnyColumnMovesWordsWithTheirPeople() {
    try (World world = World.sample(directory, 15)) {
      world.settle();
      Map<String, List<String>> words = words(world);
      Grid ledger = world.ledger();
      for (String title : world.answers().titles()) {
        if (!title.isEmpty()) {
          world.sort(title, title.length() % 2 == 0);
          world.settle();
          assertThat(words(world)).as("sorted by %s", title).isEqualTo(words);
        }
      }
      assertThat(world.ledger()).isEqualTo(ledger);
      Town.assertNothingDoubled(world);
    }
  }

  static Stream<Arguments> disturbances() {
    return Stream.of(
        named("sorts", world -> world.sort(SampleForm.LAST_NAME, true)),
        named("sorts by status", world -> world.sort("Statut", false)),
        named("inserts a row", world -> insertRows(world, 2)),
        named("inserts rows amid", world -> insertRows(world, 9)),
        named("answers", world -> world.answer(newcomer("late", Category.SHOPPING))),
        named(
            "drags rows",
            world -> world.sheet("moveRows", OfficeJson.object().put("from", 20).put("to", 3))),
        named(
            "cuts and pastes",
            world -> world.sheet("cutRows", OfficeJson.object().put("from", 4).put("to", 24))));
  }

  private static Arguments named(String what, Consumer<World> action) {
    return Arguments.of(what, action);
  }

  @ParameterizedTest(name = "{0} before the second look")
  @MethodSource("disturbances")
  void whoeverDisturbsBeforeTheSecondLook(String what, Consumer<World> action) {
    disturbed(WorldSettings.Moment.REREAD, action);
  }

  @ParameterizedTest(name = "{0} between the second look and the write")
  @MethodSource("disturbances")
  void whoeverDisturbsBetweenTheSecondLookAndTheWrite(String what, Consumer<World> action) {
    disturbed(WorldSettings.Moment.WRITE, action);
  }

  /** Ten more people answer; while their rows are written somebody moves them all. */
  private void disturbed(WorldSettings.Moment moment, Consumer<World> action) {
    try (World world = World.sample(directory, 15)) {
      world.settle();
      Map<String, String> known = references(world);
      for (int i = 0; i < 10; i++) {
        world.answer(newcomer("new" + i, List.of(Category.values()).get(i)));
      }
      if (moment == WorldSettings.Moment.WRITE) {
        // the ledger may grow first: the rows come after the second look
        world.before(
            WorldSettings.Moment.REREAD, () -> world.beforeWrite(1, () -> action.accept(world)));
      } else {
        world.before(moment, () -> action.accept(world));
      }
      world.cycle();
      world.settle();

      Map<String, String> references = references(world);
      assertThat(references).containsAllEntriesOf(known);
      assertThat(references.values()).doesNotContain("").doesNotHaveDuplicates();
      assertThat(world.rowOf("new0@example.org").ref())
          .isNotEqualTo(world.rowOf("new1@example.org").ref());
      Town.assertNothingDoubled(world);
      assertThat(world.answers().lines()).noneMatch(line -> line.explanation().contains("texte"));
      Map<String, List<String>> words = words(world);
      for (Grid.Line line : world.answers().lines()) {
        for (String title : List.of("Statut", "Lieu compris", "Mise en relation", "Explication")) {
          world.clear(line.number(), title);
        }
      }
      world.settle();
      assertThat(words(world)).isEqualTo(words);
    }
  }

  @Test
  void aRowInsertedAboveIsNobodysAndChangesNothing() {
    try (World world = drafted()) {
      insertRows(world, 2);
      assertThat(world.cycle().effects()).isEmpty();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aCopiedRowIsNotASecondPerson() {
    try (World world = drafted()) {
      Grid.Line ana = world.rowOf(ANA);
      world.sheet(
          "copyRows",
          OfficeJson.object().put("from", ana.number()).put("to", 4).put("insert", true));
      world.settle();

      List<Grid.Line> rows = world.answers().where(World.EMAIL, ANA);
      assertThat(rows).hasSize(2);
      assertThat(rows).extracting(Grid.Line::ref).containsOnly(ana.ref());
      assertThat(rows)
          .extracting(Grid.Line::status)
          .containsExactlyInAnyOrder("Brouillon prêt", "Doublon");
      assertThat(world.ledger().lines()).hasSize(1);
      Town.assertNothingDoubled(world);
    }
  }

  @Test
  void aReferenceIsAlwaysRestored() {
    try (World world = drafted()) {
      Grid.Line ana = world.rowOf(ANA);
      Grid.Line bo = world.rowOf(BO);
      world.clear(ana.number(), "Réf");
      world.settle();
      assertThat(world.rowOf(ANA).ref()).isEqualTo(ana.ref());

      world.type(ana.number(), "Réf", bo.ref());
      world.type(bo.number(), "Réf", "n'importe quoi");
      world.settle();
      assertThat(world.rowOf(ANA).ref()).isEqualTo(ana.ref());
      assertThat(world.rowOf(BO).ref()).isEqualTo(bo.ref());
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aClearedCellIsWrittenAgain() {
    try (World world = drafted()) {
      Map<String, List<String>> words = words(world);
      for (String title :
          List.of("Statut", "Lieu compris", "Mise en relation", "Explication", "Contrôle")) {
        world.clear(world.rowOf(ANA).number(), title);
        world.settle();
        assertThat(words(world)).as(title).isEqualTo(words);
      }
    }
  }

  @Test
  void whatSomebodyTypesIsKeptAndTheExplanationSaysSoUntilItIsCleared() {
    try (World world = drafted()) {
      int row = world.rowOf(ANA).number();
      Map<String, List<String>> words = words(world);
      world.type(row, "Statut", "vue avec Paul");
      world.type(row, "Lieu compris", "au coin de la rue");
      world.settle();
      world.restart();
      world.settle();
      assertThat(world.rowOf(ANA).status()).isEqualTo("vue avec Paul");
      assertThat(world.rowOf(ANA).get("Lieu compris")).isEqualTo("au coin de la rue");
      assertThat(world.rowOf(ANA).explanation())
          .contains("Statut et Lieu compris\u202f: votre texte reste");

      world.forget();
      world.settleSlowly();
      assertThat(world.rowOf(ANA).status()).isEqualTo("vue avec Paul");

      world.clear(row, "Statut");
      world.clear(row, "Lieu compris");
      world.settle();
      assertThat(words(world)).isEqualTo(words);
    }
  }

  @Test
  void aCorrectedPlaceWinsOverWhatThePersonTyped() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana().at("quelque part"));
      world.answer(Town.bo());
      world.settle();
      assertThat(world.rowOf(ANA).status()).isEqualTo("Lieu à préciser");
      assertThat(world.ledger().lines()).isEmpty();

      world.type(world.rowOf(ANA).number(), "Lieu corrigé", "South Kensington");
      world.settle();

      Town.assertAnaAndBoAreDrafted(world);
      assertThat(world.rowOf(ANA).get("Lieu compris")).contains("South Kensington");
    }
  }

  @Test
  void anInstructionIsObeyed() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.cycle();
      world.type(world.rowOf(ANA).number(), "Consigne", "Pause");
      world.answer(Town.bo());
      world.settle();
      assertThat(world.rowOf(ANA).status()).isEqualTo("En pause");
      assertThat(world.ledger().lines()).isEmpty();

      world.clear(world.rowOf(ANA).number(), "Consigne");
      world.settle();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  private World drafted() {
    World world = World.empty(directory);
    world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    return world;
  }

  private static void insertRows(World world, int at) {
    world.sheet("insertRows", OfficeJson.object().put("at", at).put("count", 2));
  }

  private static Reply newcomer(String name, Category need) {
    return Reply.of(name, "Nouveau", name + "@example.org").at("SW7").needs(need).offers(need);
  }

  private static Map<String, String> references(World world) {
    Map<String, String> references = new TreeMap<>();
    for (Grid.Line line : world.answers().lines()) {
      references.put(line.get("Horodateur") + line.get(World.EMAIL), line.ref());
    }
    return references;
  }

  /** What rows say, whatever row they are in. */
  private static Map<String, List<String>> words(World world) {
    Map<String, List<String>> words = new TreeMap<>();
    for (Grid.Line line : world.answers().lines()) {
      words.put(
          line.get("Horodateur") + line.get(World.EMAIL),
          List.of(
              line.ref(),
              line.status(),
              line.get("Lieu compris"),
              line.get("Mise en relation"),
              line.explanation().replaceAll("ligne \\d+", "ligne")));
    }
    return words;
  }
}
