package org.entraide.place;

import java.util.function.Function;
import org.entraide.text.Message;

/** What a geocoder said about one query. */
public sealed interface Located {

  /** It is here. */
  record At(Place place) implements Located {}

  /**
   * No place that can be relied on: the person or the organiser must mend it.
   *
   * @param question what to ask, in words for the organiser
   */
  record Unclear(Message question) implements Located {}

  /**
   * No answer this time: asking again may help. No news about the person.
   *
   * @param why for the log, without any part of the query
   */
  record NoAnswer(String why) implements Located {}

  /** Handles every case; Java 17 has no pattern switch. */
  default <R> R fold(
      Function<At, R> at, Function<Unclear, R> unclear, Function<NoAnswer, R> noAnswer) {
    if (this instanceof At it) {
      return at.apply(it);
    }
    if (this instanceof Unclear it) {
      return unclear.apply(it);
    }
    return noAnswer.apply((NoAnswer) this);
  }
}
