package org.entraide.google.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a service that throttled us may be asked again. */
public final class RetryTimes {

  /** Gmail says it in words, not in a header. */
  private static final Pattern IN_WORDS = Pattern.compile("Retry after (\\S+Z)");

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration DAILY_LIMIT = Duration.ofHours(1);

  /** Others of the same project wait for the same minute. */
  private static final int JITTER_MILLIS = 5_000;

  private final InstantSource clock;
  private final RandomGenerator random;

  public RetryTimes(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The time that the answer names, never past and never more than a day away; else a guess. */
  Instant after(ApiRefusal refusal) {
    Instant now = clock.instant();
    Instant named =
        inWords(refusal.words())
            .or(() -> inHeader(refusal.retryAfter(), now))
            .orElseGet(() -> guess(refusal, now));
    Instant latest = now.plus(LONGEST);
    return named.isBefore(now) ? now : named.isAfter(latest) ? latest : named;
  }

  private Instant guess(ApiRefusal refusal, Instant now) {
    Duration jitter = Duration.ofMillis(random.nextInt(JITTER_MILLIS));
    if (refusal.reason().equals("dailyLimitExceeded")) {
      return now.plus(DAILY_LIMIT).plus(jitter);
    }
    if (refusal.words().startsWith("Too many concurrent requests")) {
      return now.plusSeconds(1).plus(jitter);
    }
    // Quotas are refilled each minute.
    return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES).plus(jitter);
  }

  private static Optional<Instant> inWords(String words) {
    Matcher matcher = IN_WORDS.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(matcher.group(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** RFC 9110 §10.2.3: seconds or a date. */
  private static Optional<Instant> inHeader(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
