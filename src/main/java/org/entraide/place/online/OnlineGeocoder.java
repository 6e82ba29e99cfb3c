package org.entraide.place.online;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.place.CachedPlace;
import org.entraide.place.Located;
import org.entraide.place.PlaceCache;
import org.entraide.place.PlaceQuery;
import org.entraide.place.online.query.MinimalQuery;
import org.entraide.place.online.query.QueryMinimiser;
import org.entraide.text.Message;

/** A service behind a cache, asked for the least that finds a place. */
final class OnlineGeocoder {

  private static final Duration FOUND = Duration.ofDays(90);
  private static final Duration NOT_FOUND = Duration.ofDays(7);

  private final ServiceCalls service;
  private final QueryMinimiser minimiser;
  private final PlaceCache cache;
  private final InstantSource clock;
  private final QuestionHash hash;

  OnlineGeocoder(
      ServiceCalls service,
      QueryMinimiser minimiser,
      PlaceCache cache,
      InstantSource clock,
      RandomGenerator random) {
    this.service = service;
    this.minimiser = minimiser;
    this.cache = cache;
    this.clock = clock;
    this.hash = QuestionHash.of(cache, random);
  }

  String name() {
    return service.provider().name();
  }

  String attribution() {
    return service.provider().attribution();
  }

  /** Returns what the service said now or earlier; empty where there is nothing to ask it. */
  Optional<Located> ask(PlaceQuery query) {
    MinimalQuery minimal = minimiser.minimise(query);
    return service.request(minimal).map(request -> ask(minimal, request));
  }

  private Located ask(MinimalQuery query, URI request) {
    String key = hash.of(service, query);
    Instant now = clock.instant();
    Optional<CachedPlace> kept = cache.place(key).filter(k -> now.isBefore(k.expiresAt()));
    if (kept.isPresent()) {
      return located(kept.get());
    }
    Located answer = service.ask(key, request, query);
    if (!(answer instanceof Located.NoAnswer)) {
      cache.keepPlace(key, kept(answer, clock.instant()));
    }
    return answer;
  }

  private static Located located(CachedPlace kept) {
    return kept.place()
        .<Located>map(Located.At::new)
        .orElseGet(() -> new Located.Unclear(Message.of(kept.question())));
  }

  private static CachedPlace kept(Located answer, Instant now) {
    return answer.fold(
        at -> new CachedPlace(Optional.of(at.place()), "", now, now.plus(FOUND)),
        unclear ->
            new CachedPlace(Optional.empty(), unclear.question().key(), now, now.plus(NOT_FOUND)),
        noAnswer -> {
          throw new IllegalArgumentException("No answer is nothing to keep.");
        });
  }

  /** Asks for a well-known place. Returns what is wrong; empty if it was found. */
  Optional<Message> trouble() {
    MinimalQuery probe = service.provider().probe();
    URI request = service.request(probe).orElseThrow();
    return service
        .ask("probe", request, probe)
        .fold(
            at -> Optional.empty(),
            unclear -> Optional.of(Message.of("place.service.no_place").with("service", name())),
            noAnswer -> Optional.of(noAnswer.why()));
  }
}
