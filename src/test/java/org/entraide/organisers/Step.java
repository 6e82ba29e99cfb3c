package org.entraide.organisers;

import java.util.SplittableRandom;
import org.entraide.organisers.World.Impossible;

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
