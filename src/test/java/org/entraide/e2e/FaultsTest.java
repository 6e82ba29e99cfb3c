package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.record.RequestLog;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong between the daemon and Google costs time, and nothing else. */
@NullMarked
@Stories(few = 2)
class FaultsTest {

  @TempDir Path directory;

  static Stream<Arguments> draftsGoingWrong() {
    return Stream.of(
        arguments("503 before", Rule.next(1, "gmail.write", FaultEffect.UNAVAILABLE)),
        arguments("503 after", Rule.next(1, "gmail.write", FaultEffect.UNAVAILABLE).afterEffect()),
        arguments("dropped before", Rule.next(1, "gmail.write", FaultEffect.DROP)),
        arguments("dropped after", Rule.next(1, "gmail.write", FaultEffect.DROP).afterEffect()),
        arguments("cut", Rule.next(1, "gmail.write", FaultEffect.TRUNCATE)),
        arguments("empty", Rule.next(1, "gmail.write", FaultEffect.EMPTY)),
        arguments("403 too fast", Rule.next(1, "gmail.write", FaultEffect.GMAIL_RATE)),
        arguments("403 today", Rule.next(1, "gmail.write", FaultEffect.GMAIL_DAILY)),
        arguments("429", Rule.next(1, "gmail.write", FaultEffect.GMAIL_CONCURRENT)),
        arguments("401", Rule.next(1, "gmail.write", FaultEffect.UNAUTHENTICATED)),
        arguments("403 for a while", Rule.next(3, "gmail.write", FaultEffect.FORBIDDEN)),
        arguments(
            "the look fails, too",
            Rule.next(9, "gmail.(read|write)", FaultEffect.DROP).withProbability(0.7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("draftsGoingWrong")
  void anIntroductionHasOneDraftHoweverItsCreationFails(String name, Rule rule) {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.fault(rule);
      world.settleSlowly();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void theLedgerKnowsAnIntroductionBeforeItsDraftIsAskedFor() {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.fault(Rule.next(1, "gmail.write", FaultEffect.DROP));
      world.cycle();
      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().lines()).hasSize(1);
      assertThat(world.ledger().lines().get(0).get("État")).isEqualTo("En préparation");
      assertThat(kinds(world))
          .containsSubsequence("sheets.write", "sheets.write", "gmail.write", "sheets.write");
      assertThat(world.journal().unfinishedEffects(World.CAMPAIGN))
          .extracting(effect -> effect.kind())
          .containsExactly("draft");

      world.settleSlowly();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  private static List<String> kinds(World world) {
    return world.office.log().entries().stream().map(RequestLog.LoggedRequest::kind).toList();
  }

  static Stream<Arguments> sheetGoingWrong() {
    return Stream.of(
            arguments("503 before", FaultEffect.UNAVAILABLE, false),
            arguments("503 after", FaultEffect.UNAVAILABLE, true),
            arguments("dropped before", FaultEffect.DROP, false),
            arguments("dropped after", FaultEffect.DROP, true),
            arguments("cut", FaultEffect.TRUNCATE, true),
            arguments("429", FaultEffect.WRITE_QUOTA, false))
        .flatMap(
            fault ->
                Stream.of(1, 2, 3)
                    .map(nth -> arguments(fault.get()[0], fault.get()[1], fault.get()[2], nth)));
  }

  /** The first pass writes three times: columns, ledger, rows. */
  @ParameterizedTest(name = "{0}, write {3}")
  @MethodSource("sheetGoingWrong")
  void aWriteThatFailsCostsOnlyTime(String name, FaultEffect effect, boolean applied, int nth) {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      Rule rule = Rule.next(1, "sheets.write", effect);
      world.beforeWrite(nth, () -> world.fault(applied ? rule.afterEffect() : rule));
      world.cycle();
      assertThat(world.office.faults().rules()).isEmpty();
      world.settleSlowly();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  static Stream<Arguments> readsGoingWrong() {
    return Stream.of(
            arguments("503 once", FaultEffect.UNAVAILABLE, 1),
            arguments("503 for long", FaultEffect.UNAVAILABLE, 6),
            arguments("dropped", FaultEffect.DROP, 3),
            arguments("cut", FaultEffect.TRUNCATE, 2),
            arguments("HTML", FaultEffect.WRONG_TYPE, 2),
            arguments("429", FaultEffect.READ_QUOTA, 2))
        .flatMap(
            fault ->
                Stream.of(WorldSettings.Moment.READ, WorldSettings.Moment.REREAD)
                    .map(
                        moment ->
                            arguments(fault.get()[0], fault.get()[1], fault.get()[2], moment)));
  }

  @ParameterizedTest(name = "{0}, {3}")
  @MethodSource("readsGoingWrong")
  void aReadThatFailsCostsOnlyTime(
      String name, FaultEffect effect, int times, WorldSettings.Moment moment) {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.before(moment, () -> world.fault(Rule.next(times, "sheets.read", effect)));
      world.settleSlowly();
      assertThat(world.office.faults().rules()).isEmpty();

      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aStormOfFaultsOverTheSampleDoublesNothing() {
    try (World world = World.sample(directory, 40)) {
      for (FaultEffect effect :
          List.of(FaultEffect.UNAVAILABLE, FaultEffect.DROP, FaultEffect.TRUNCATE)) {
        world.fault(Rule.next(0, "(sheets|gmail).*", effect).withProbability(0.05));
        world.fault(Rule.next(0, "(sheets|gmail).*", effect).withProbability(0.05).afterEffect());
      }
      world.pass(20, Duration.ofMinutes(1));
      world.office.faults().clear();
      world.settleSlowly();

      Town.assertNothingDoubled(world);
      assertThat(world.ledger().where("État", "Brouillon prêt"))
          .hasSameSizeAs(world.ledger().lines())
          .isNotEmpty();
    }
  }
}
