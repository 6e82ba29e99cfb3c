package org.entraide.organisers;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Something that people do to the sheet, with a name that reads as a sentence: « somebody … ».
 *
 * @param kind what it does to who is where and what is asked
 * @param act does it
 * @param repair what somebody does about it some time later; nothing unless told
 * @param also what must hold besides, once all has settled: adds what is wrong
 */
record Operation(
    String name,
    Kind kind,
    Consumer<Hands> act,
    Consumer<Hands> repair,
    BiConsumer<Hands, Consumer<String>> also) {

  /** What an operation does. */
  enum Kind {
    /** Nothing to anybody's answers and wishes: each row says just what it would have said. */
    MOVES,
    /** It changes answers or what is asked: rows say what fits. */
    CHANGES,
    /** It moves some of the columns: what was asked stays with whom it was asked for. */
    SHUFFLES,
    /** The same in another tab, as soon as what was asked for is carried over into it. */
    TRANSFERS,
    /** The daemon cannot work on with it, or will not, until it is repaired. */
    STOPS
  }

  static Operation moves(String name, Consumer<Hands> act) {
    return new Operation(name, Kind.MOVES, act, Hands::nothing, (hands, wrong) -> {});
  }

  static Operation changes(String name, Consumer<Hands> act) {
    return new Operation(name, Kind.CHANGES, act, Hands::nothing, (hands, wrong) -> {});
  }

  static Operation shuffles(String name, Consumer<Hands> act) {
    return new Operation(name, Kind.SHUFFLES, act, Hands::nothing, (hands, wrong) -> {});
  }

  static Operation transfers(String name, Consumer<Hands> act) {
    return new Operation(name, Kind.TRANSFERS, act, Hands::nothing, (hands, wrong) -> {});
  }

  /** Undone some time later. */
  static Operation stops(String name, Consumer<Hands> act) {
    return new Operation(name, Kind.STOPS, act, Hands::undo, (hands, wrong) -> {});
  }

  Operation and(BiConsumer<Hands, Consumer<String>> what) {
    return new Operation(name, kind, act, repair, what);
  }

  boolean isRepaired() {
    return kind == Kind.STOPS;
  }

  /** Does it, and notes what it means. */
  void happen(Hands hands) {
    hands.world.truth.moving(kind == Kind.MOVES || kind == Kind.SHUFFLES);
    try {
      act.accept(hands);
    } finally {
      hands.world.truth.moving(false);
    }
    if (kind == Kind.SHUFFLES) {
      hands.world.truth.shuffled(hands.answers());
    } else if (kind != Kind.STOPS && kind != Kind.TRANSFERS) {
      hands.look();
    } else {
      hands.world.look().tab(hands.world.premises.answers()).ifPresent(hands.world.truth::away);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
