package org.entraide.place.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entraide.text.Message;

/**
 * Remembers what went wrong, so that a service in trouble is left alone for a minute, then for
 * twice as long each time up to an hour, and one question that it cannot take does not come back at
 * once.
 */
final class Outages {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SAME_QUESTION = Duration.ofMinutes(10);

  /** So many refused questions in a row are no longer the questions' fault. */
  private static final int REFUSALS = 3;

  private static final int MOST_QUESTIONS = 10_000;

  private final InstantSource clock;
  private final Map<String, Instant> questions = new LinkedHashMap<>();
  private Instant until = Instant.EPOCH;
  private Message why = Message.plain("");
  private Duration next = FIRST;
  private int refusals;

  Outages(InstantSource clock) {
    this.clock = clock;
  }

  /** Why a question is not asked now; empty if it may be. */
  Optional<Message> waiting(String question) {
    Instant now = clock.instant();
    if (now.isBefore(until) && until.isBefore(now.plus(LONGEST.plusSeconds(1)))) {
      return Optional.of(Message.of("place.service.again").with("why", why));
    }
    Instant again = questions.get(question);
    return again != null && now.isBefore(again)
        ? Optional.of(Message.of("place.service.question"))
        : Optional.empty();
  }

  void answered(String question) {
    questions.remove(question);
    next = FIRST;
    refusals = 0;
  }

  /** The service is in trouble. */
  void down(String question, Message reason) {
    pause(question, reason, next);
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** The service said when to come again. */
  void down(String question, Message reason, Duration retryAfter) {
    Duration least = Duration.ofSeconds(1);
    Duration pause = retryAfter.compareTo(least) < 0 ? least : retryAfter;
    pause(question, reason, pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    questions.remove(question); // it was too early, not wrong
  }

  private void pause(String question, Message reason, Duration time) {
    until = clock.instant().plus(time);
    why = reason;
    remember(question);
  }

  /** The service did not take this question. */
  void refused(String question, Message reason) {
    refusals++;
    if (refusals >= REFUSALS) {
      down(question, reason);
    } else {
      remember(question);
    }
  }

  private void remember(String question) {
    if (questions.size() >= MOST_QUESTIONS) {
      questions.remove(questions.keySet().iterator().next());
    }
    questions.put(question, clock.instant().plus(SAME_QUESTION));
  }
}
