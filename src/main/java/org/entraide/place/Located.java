package org.entraide.place;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.text.Message;

/** What a geocoder said about one query. */
public sealed interface Located permits Located.At, Located.Unclear, Located.NoAnswer {

  /**
   * It is here.
   *
   * @param offline why the embedded geocoder found it although an online one is configured
   */
  record At(Place place, Optional<Offline> offline) implements Located {

    public At(Place place) {
      this(place, Optional.empty());
    }

    /** Whether it is a makeshift, so that the service has to be asked again. */
    public boolean isProvisional() {
      return offline.filter(why -> why == Offline.SERVICE_DOWN).isPresent();
    }
  }

  /**
   * No place that can be relied on: the person or the organiser must correct it.
   *
   * @param question what to ask, in words for the organiser
   */
  record Unclear(Message question) implements Located {}

  /**
   * No answer this time: asking again may help. No news about the person.
   *
   * @param why for the log, without any part of the query
   */
  record NoAnswer(Message why) implements Located {}

  /** Why a place was found offline. */
  enum Offline {
    /** The service did not answer, and is asked again later. */
    SERVICE_DOWN,
    /** The service does not know it. */
    UNKNOWN_TO_SERVICE;

    /** The word in texts, such as {@code service_down}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
