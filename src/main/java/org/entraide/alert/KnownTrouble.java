package org.entraide.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A trouble as one receiver of alerts knows it.
 *
 * @param since when it was first seen this time
 * @param sentAt when it was last sent that it began; empty where it never was
 * @param state whether it lasts, and whether its end is still to be sent
 * @param text what was last said of it
 */
record KnownTrouble(Instant since, Optional<Instant> sentAt, State state, String text) {

  /** At most once in this time it is sent that a trouble began. */
  static final Duration DAY = Duration.ofDays(1);

  private static final int PARTS = 4;

  enum State {
    LASTS,
    /** It is over, and the receiver does not know yet. */
    ENDS,
    OVER
  }

  /** One that was not there before. */
  static KnownTrouble begun(Instant now, String text) {
    return new KnownTrouble(now, Optional.empty(), State.LASTS, text);
  }

  /** It is there. One that is back before its end was sent never went. */
  KnownTrouble seenAgain(Instant now, String words) {
    return new KnownTrouble(state == State.OVER ? now : since, sentAt, State.LASTS, words);
  }

  /** It is not there any more. Where nobody heard that it began, nobody hears that it is over. */
  KnownTrouble gone() {
    if (state != State.LASTS) {
      return this;
    }
    boolean wasSent = sentAt.filter(at -> !at.isBefore(since)).isPresent();
    return new KnownTrouble(since, sentAt, wasSent ? State.ENDS : State.OVER, text);
  }

  /** What is to be sent now; empty for nothing. */
  Optional<Alert.State> due(Instant now) {
    return switch (state) {
      case LASTS -> sentToday(now) ? Optional.empty() : Optional.of(Alert.State.BEGAN);
      case ENDS -> Optional.of(Alert.State.OVER);
      case OVER -> Optional.empty();
    };
  }

  /** What was said on a day to come was said before the clock was set back. */
  private boolean sentToday(Instant now) {
    return sentAt
        .filter(at -> now.isBefore(at.plus(DAY)) && now.isAfter(at.minus(DAY)))
        .isPresent();
  }

  /**
   * The trouble once an alert of it was sent.
   *
   * @param what was sent
   */
  KnownTrouble sent(Alert.State what, Instant now) {
    return what == Alert.State.BEGAN
        ? new KnownTrouble(since, Optional.of(now), state, text)
        : new KnownTrouble(since, sentAt, State.OVER, text);
  }

  /** Whether it need not be remembered any more. */
  boolean isForgotten(Instant now) {
    return state == State.OVER && !sentToday(now);
  }

  /** As the journal keeps it. */
  String words() {
    return String.join(
        " ", since.toString(), sentAt.map(Instant::toString).orElse("-"), state.name(), text);
  }

  /** What the journal kept; empty for words of another version. */
  static Optional<KnownTrouble> parse(String words) {
    String[] parts = words.split(" ", PARTS);
    if (parts.length < PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KnownTrouble(
              Instant.parse(parts[0]),
              parts[1].equals("-") ? Optional.empty() : Optional.of(Instant.parse(parts[1])),
              State.valueOf(parts[2]),
              parts[3]));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
