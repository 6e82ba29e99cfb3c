package org.entraide.organisers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.organisers.World.Impossible;
import org.entraide.testkit.HistoryFile.HistoryLine;
import org.entraide.testkit.Human;

/**
 * One thing that happens in a history. A value: it does the same in the same world whenever it is
 * told again, and something sensible in any other.
 *
 * @param name of an operation, for {@link What#OPERATION}
 * @param seed of what is left to chance in it
 */
record Step(What what, String name, Moment moment, long seed) {

  /** Kinds of things that happen. */
  enum What {
    OPERATION,
    /** Operation and undo, with cycles between the two. */
    OPERATION_UNDONE,
    /** Somebody answers for the first time. */
    ANSWER,
    /** Somebody answers again through the form. */
    ANSWER_AGAIN,
    EDIT,
    SEND,
    DISCARD,
    /** Longer than anything is waited for. */
    TIME
  }

  private static final String MOMENTS =
      Arrays.stream(Moment.values()).map(Moment::toString).collect(Collectors.joining("|"));
  private static final Pattern OPERATION =
      Pattern.compile("(.+), (" + MOMENTS + ")(, and undoes it)? \\(([0-9]+)\\)");
  private static final Pattern OTHER = Pattern.compile("(.+?)(?: \\(([0-9]+)\\))?");

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException for other lines
   */
  static Step read(HistoryLine line) {
    Matcher operation = OPERATION.matcher(line.text());
    if (operation.matches()) {
      try {
        What what = operation.group(3) == null ? What.OPERATION : What.OPERATION_UNDONE;
        return new Step(
            what,
            Operations.named(operation.group(1)).name(),
            moment(operation.group(2)),
            Long.parseLong(operation.group(4)));
      } catch (IllegalArgumentException e) {
        throw line.unclear(String.valueOf(e.getMessage()));
      }
    }
    Matcher other = OTHER.matcher(line.text());
    long seed = other.matches() && other.group(2) != null ? Long.parseLong(other.group(2)) : 0;
    return Arrays.stream(What.values())
        .map(what -> new Step(what, "", Moment.BETWEEN_CYCLES, seed))
        .filter(step -> !step.isOperation() && step.toString().equals(line.text()))
        .findFirst()
        .orElseThrow(
            () ->
                line.unclear(
                    "it is no step: “<operation>, <moment> (<number>)”, where the moment is one of"
                        + " “"
                        + MOMENTS.replace("|", "”, “")
                        + "”, or what somebody does with an answer or a letter"));
  }

  private static Moment moment(String words) {
    return Arrays.stream(Moment.values())
        .filter(moment -> moment.toString().equals(words))
        .findFirst()
        .orElseThrow();
  }

  boolean isOperation() {
    return what == What.OPERATION || what == What.OPERATION_UNDONE;
  }

  /** Lets it happen; what cannot happen in this world does not. */
  void happen(World world) {
    SplittableRandom random = new SplittableRandom(seed);
    Hands hands = new Hands(world, random);
    try {
      switch (what) {
        case OPERATION -> disturb(world, hands);
        case OPERATION_UNDONE -> {
          disturb(world, hands);
          world.cycle();
          hands.undo();
        }
        case ANSWER -> world.answers(Human.later(world.truth.humans().size()));
        case ANSWER_AGAIN -> world.answers(human(hands));
        case EDIT -> {
          world.edits(human(hands).changed("Sud", "Courses, Conversation"));
          world.truth.edited(world.answers()); // it may have landed in another's row
          world.cycle(); // as NotAtRandom says of edited answers
        }
        case SEND -> world.letters.send(random.nextInt(10));
        case DISCARD -> world.letters.discard(random.nextInt(10));
        case TIME -> {
          world.time.advance(java.time.Duration.ofMinutes(11));
          world.cycle();
        }
      }
    } catch (Impossible e) {
      return; // nobody can do that here
    }
  }

  private static Human human(Hands hands) {
    Human human = hands.world.truth.humans().get(hands.anyone());
    if (human == null) {
      throw new Impossible("nobody known");
    }
    return human;
  }

  /** During a cycle; where that may have written amiss, the next one must have put it right. */
  private void disturb(World world, Hands hands) {
    Operation operation = Operations.named(name);
    try {
      if (!world.cycle(moment, () -> operation.happen(hands))) {
        operation.happen(hands); // the cycle had nothing to write
      }
    } finally { // also where only the first half of it was possible
      if (moment == Moment.BEFORE_THE_WRITE && operation.kind() != Operation.Kind.STOPS) {
        world.cycle();
        world.untouched.settleDebts(world.look());
      }
    }
  }

  @Override
  public String toString() {
    return switch (what) {
      case OPERATION -> name + ", " + moment + " (" + seed + ")";
      case OPERATION_UNDONE -> name + ", " + moment + ", and undoes it (" + seed + ")";
      case ANSWER -> "a newcomer answers the form";
      case ANSWER_AGAIN -> "somebody answers the form again (" + seed + ")";
      case EDIT -> "somebody edits their answer (" + seed + ")";
      case SEND -> "the delegate sends a draft (" + seed + ")";
      case DISCARD -> "the delegate throws a draft away (" + seed + ")";
      case TIME -> "eleven minutes pass";
    };
  }
}
