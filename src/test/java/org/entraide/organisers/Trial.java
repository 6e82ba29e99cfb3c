package org.entraide.organisers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entraide.organisers.Operation.Kind;
import org.entraide.testkit.Human;
import org.jspecify.annotations.Nullable;

/** One operation at one moment of a cycle in which two more people have answered. */
final class Trial {

  /** Longer than anything is waited for. */
  private static final Duration GRACE = Duration.ofMinutes(11);

  private final World.Road road;
  private @Nullable Map<String, Map<String, String>> undisturbed;

  Trial(World.Road road) {
    this.road = road;
  }

  /** What is wrong afterwards, in words; empty if all is well. */
  List<String> of(Operation operation, Moment moment) {
    List<String> wrong = new ArrayList<>();
    try (World world = World.settled(road)) {
      Oracle oracle = new Oracle(world);
      wrong.addAll(oracle.unsettled());
      Hands hands = new Hands(world, new SplittableRandom(7));
      arrive(world);
      if (!world.cycle(moment, () -> operation.happen(hands))) {
        wrong.add("the moment never came");
      }
      if (moment == Moment.BEFORE_THE_WRITE) {
        world.cycle(); // what was hit is put right in the next one, also where it cannot work
        world.untouched.settleDebts(world.look());
      }
      if (operation.kind() == Kind.STOPS) {
        world.settles(); // or does not: it cannot work, or will not
        wrong.addAll(oracle.harm());
      } else {
        settled(world, oracle, "", wrong);
      }
      if (operation.isRepaired()) {
        operation.repair().accept(hands);
        settled(world, oracle, "repaired, ", wrong);
      }
      world.time.advance(GRACE);
      settled(world, oracle, "eleven minutes later, ", wrong);
      operation.also().accept(hands, wrong::add);
      if (operation.kind() == Kind.MOVES
          || operation.kind() == Kind.TRANSFERS
          || operation.kind() == Kind.STOPS) {
        compare(oracle.words(), undisturbed(), wrong);
      }
    }
    return wrong;
  }

  private static void arrive(World world) {
    world.answers(Human.later(12));
    world.answers(Human.later(13));
  }

  private static void settled(World world, Oracle oracle, String when, List<String> wrong) {
    if (!wrong.isEmpty()) {
      return; // what follows from the first fault says nothing
    }
    if (!world.settles()) {
      wrong.add(when + "it does not settle: " + world.cycle());
    }
    oracle.unsettled().forEach(fault -> wrong.add(when + fault));
  }

  /** What everybody's row says where nobody does anything. */
  private synchronized Map<String, Map<String, String>> undisturbed() {
    Map<String, Map<String, String>> known = undisturbed;
    if (known == null) {
      try (World world = World.settled(road)) {
        Oracle oracle = new Oracle(world);
        oracle.unsettled();
        arrive(world);
        world.settle();
        world.time.advance(GRACE);
        world.settle();
        oracle.unsettled();
        known = oracle.words();
        undisturbed = known;
      }
    }
    return known;
  }

  private static void compare(
      Map<String, Map<String, String>> words,
      Map<String, Map<String, String>> expected,
      List<String> wrong) {
    expected.forEach(
        (token, text) -> {
          if (!text.equals(words.get(token))) {
            wrong.add(token + " reads " + words.get(token) + " instead of " + text);
          }
        });
  }
}
