package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.SHOPPING;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must always hold, on the sample campaign and through HTTP. */
@Stories
@NullMarked
class MainJobTest {

  @TempDir Path directory;

  @Test
  void everyAnswerGetsAReferenceAStatusAndAnExplanation() {
    try (World world = World.sample(directory, 120)) {
      CycleReport report = world.cycle();

      assertThat(report.troubles()).isEmpty();
      assertThat(world.answers().lines()).hasSizeGreaterThanOrEqualTo(120);
      assertThat(world.answers().lines())
          .allSatisfy(
              line -> {
                assertThat(line.ref()).as("%s", line).matches("[0-9A-Z]{5}");
                assertThat(line.status()).as("%s", line).isNotEmpty();
                assertThat(line.explanation()).as("%s", line).isNotEmpty();
              });
      assertThat(world.ledger().lines()).hasSizeGreaterThan(20);
      assertThat(world.ledger().lines())
          .allSatisfy(
              line -> {
                assertThat(line.get("État")).isEqualTo("Brouillon prêt");
              });
      assertThat(world.drafted())
          .containsExactlyInAnyOrderElementsOf(
              world.ledger().lines().stream().map(Grid.Line::ref).toList());
    }
  }

  @Test
  void theFirstCycleOfTheSampleLeavesNothingForTheSecond() {
    try (World world = World.sample(directory, 120)) {
      world.cycle();
      world.requests();

      CycleReport second = world.cycle();

      assertThat(second.effects()).isEmpty();
      assertThat(second.again()).isFalse();
      assertThat(world.requests()).isEqualTo(Map.of("sheets.read", 1, "gmail.read", 1));
    }
  }

  @Test
  void aQuietCycleAfterARestartReadsTheFormAgainAndWritesNothing() {
    try (World world = World.sample(directory, 120)) {
      world.settle();
      world.restart();
      world.requests();

      CycleReport report = world.cycle();

      assertThat(report.effects()).isEmpty();
      assertThat(world.requests())
          .isEqualTo(Map.of("sheets.read", 1, "gmail.read", 1, "forms.read", 2));
      assertThat(world.journal().unfinishedEffects(World.CAMPAIGN)).isEmpty();
    }
  }

  @Test
  void nothingIsSentInAWholeStory() {
    try (World world = World.sample(directory, 60)) {
      world.settle();
      List<Grid.Line> introductions = world.ledger().lines();
      world.send(introductions.get(0).ref());
      world.discard(introductions.get(1).ref());
      world.edit(introductions.get(2).ref(), OfficeJson.object().put("text", "Autrement dit."));
      world.outcome(introductions.get(3).ref(), "Refusée");
      world.settle();
      world.time.advance(java.time.Duration.ofMinutes(11));
      world.settle();

      assertThat(world.sample.gmail().sendAttempted()).isFalse();
      assertThat(world.office.log().entries()).noneMatch(entry -> entry.path().contains("send"));
      assertThat(world.mailbox().path("sent")).hasSize(1);
    }
  }

  @Test
  void noCellOutsideTheDaemonsColumnsChangesWhateverPeopleDo() {
    try (World world = World.sample(directory, 60)) {
      assertNothingElseChanges(world);
      world.sort("Horodateur", true);
      assertNothingElseChanges(world);
      world.sheet("insertRows", OfficeJson.object().put("at", 3).put("count", 2));
      world.sheet("type", OfficeJson.object().put("range", "A3").put("value", "une note"));
      assertNothingElseChanges(world);
      world.sheet("copyRows", OfficeJson.object().put("from", 6).put("to", 5).put("insert", true));
      world.sheet("insertColumns", OfficeJson.object().put("at", "C"));
      world.sheet("type", OfficeJson.object().put("range", "C1").put("value", "À rappeler"));
      world.sheet("type", OfficeJson.object().put("range", "C4:C9").put("value", "=1+1"));
      assertNothingElseChanges(world);
      world.answer(Reply.of("Irma", "Vignal", "irma@example.org").at("SW7").needs(SHOPPING));
      world.sort("Statut", false);
      assertNothingElseChanges(world);
    }
  }

  private static void assertNothingElseChanges(World world) {
    var before = world.outside();
    assertThat(before).isNotEmpty();
    world.cycle();
    assertThat(changed(before, world.outside())).isEmpty();
    world.cycle();
    assertThat(changed(before, world.outside())).isEmpty();
  }

  /** Where, never what. */
  private static <T> Set<String> changed(Map<String, T> before, Map<String, T> after) {
    Set<String> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> before.containsKey(key) && before.get(key).equals(after.get(key)));
    return keys;
  }
}
