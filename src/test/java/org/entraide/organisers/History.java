package org.entraide.organisers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entraide.organisers.Operation.Kind;
import org.entraide.organisers.Step.What;

/** What happens to one campaign, step by step. */
record History(List<Step> steps) {

  /** So many are done to the sheet; answers, edits, letters and time come between them. */
  static final int OPERATIONS = 30;

  /**
   * Too many rows or too much chaos for a random history; they have trials of their own. Somebody's
   * contact typed over is somebody else's for all that the oracle knows.
   */
  private static final Set<String> ALONE =
      Set.of(
          "somebody pastes ten thousand rows of figures below",
          "somebody pastes thirty answers of another form below",
          "somebody adds a thousand empty rows",
          "somebody instructs « Pause » for everybody",
          "somebody clears all answers, and undoes it later",
          "somebody empties the whole sheet, and undoes it later",
          "somebody copies all rows below",
          "somebody replaces words in all of the sheet, ours too",
          "somebody deletes the column of the telephone numbers",
          "somebody clears the needs of somebody who was introduced",
          "somebody clears a time",
          "somebody corrects an e-mail address and a telephone number at once",
          "somebody copies a row over another's",
          "somebody links the form anew",
          "somebody moves the spreadsheet to another time zone",
          "somebody drags the ledger's outcome to the left",
          "somebody types over the people of the ledger");

  /**
   * Of what people do one in four falls into a pass, though a pass takes but two of thirty seconds.
   */
  private static final int BETWEEN = 9;

  private static final List<Moment> MOMENTS =
      Stream.concat(
              Collections.nCopies(BETWEEN, Moment.BETWEEN_CYCLES).stream(),
              Stream.of(
                  Moment.BEFORE_THE_SECOND_LOOK, Moment.BEFORE_THE_WRITE, Moment.AFTER_THE_WRITE))
          .toList();

  static History random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Step> steps = new ArrayList<>();
    for (int done = 0; done < OPERATIONS; ) {
      Step step = step(random);
      if (NotAtRandom.undoesItself(step.name())
          && steps.stream().anyMatch(s -> s.isOperation() && NotAtRandom.stays(s.name()))) {
        step = new Step(once(step.what()), step.name(), step.moment(), step.seed());
      }
      steps.add(step);
      if (step.isOperation()) {
        done++;
      }
    }
    return new History(List.copyOf(steps));
  }

  private static Step step(SplittableRandom random) {
    What what =
        switch (random.nextInt(20)) {
          case 0, 1 -> What.ANSWER;
          case 2 -> What.ANSWER_AGAIN;
          case 3 -> What.EDIT;
          case 4 -> What.SEND;
          case 5 -> What.DISCARD;
          case 6 -> What.TIME;
          case 7, 8, 9 -> What.OPERATION_UNDONE;
          default -> What.OPERATION;
        };
    Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
    List<Operation> able =
        Operations.all().stream()
            .filter(o -> !ALONE.contains(o.name()) && !NotAtRandom.has(o))
            .filter(o -> o.kind() != Kind.STOPS)
            .toList();
    String name = able.get(random.nextInt(able.size())).name();
    // nobody undoes what another program sorted: an older step is undone then, amid other rows
    boolean others = name.startsWith("another program");
    boolean done = what == What.OPERATION_UNDONE && (others || NotAtRandom.stays(name));
    return new Step(done ? once(what) : what, name, moment, random.nextInt(1000));
  }

  private static What once(What what) {
    return what == What.OPERATION_UNDONE ? What.OPERATION : what;
  }

  /** Everything that is wrong at the end; empty if all is well. */
  List<String> wrong(World.Road road) {
    List<String> wrong = new ArrayList<>();
    try (World world = World.settled(road)) {
      Oracle oracle = new Oracle(world);
      wrong.addAll(oracle.unsettled());
      for (Step step : steps) {
        step.happen(world);
        wrong.addAll(oracle.harm());
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
      if (!world.settles()) {
        if (world.isGuarded()) {
          return oracle.harm();
        }
        wrong.add("it does not settle: " + world.cycle());
      }
      wrong.addAll(oracle.unsettled());
      world.time.advance(Duration.ofMinutes(11));
      if (wrong.isEmpty()) {
        if (!world.settles()) {
          if (world.isGuarded()) {
            return oracle.harm();
          }
          wrong.add("eleven minutes later it does not settle: " + world.cycle());
        }
        wrong.addAll(oracle.unsettled());
      }
    }
    return wrong;
  }

  /** A shortest history that still goes wrong. */
  History shrunk(World.Road road) {
    return new History(
        DeltaDebugging.shortest(steps, some -> !new History(some).wrong(road).isEmpty()));
  }

  /** In words. */
  String story() {
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      story.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
    }
    return story.toString();
  }
}
