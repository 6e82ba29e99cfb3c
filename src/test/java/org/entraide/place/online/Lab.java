package org.entraide.place.online;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceCache;
import org.entraide.place.PlaceQuery;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.place.online.query.MinimalQuery;

/** A clock that pauses move, a wire that answers what it is told, and what was asked of it. */
public final class Lab implements InstantSource, Waiting, GeocoderWire {

  public static final Geocoder EMBEDDED = new EmbeddedGeocoder();

  final List<URI> requests = new ArrayList<>();
  final List<Instant> askedAt = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  final MemoryJournal journal = new MemoryJournal();

  private Instant now = Instant.parse("2020-03-25T12:00:00Z");
  private Duration takes = Duration.ofMillis(100);
  private int status = 200;
  private Optional<String> retryAfter = Optional.empty();
  private String body = "";
  private Optional<String> failure = Optional.empty();

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void take(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Lab taking(Duration time) {
    takes = time;
    return this;
  }

  Lab answering(String fixture) {
    return answering(200, fixture(fixture));
  }

  Lab answering(int code, String text) {
    status = code;
    body = text;
    failure = Optional.empty();
    retryAfter = Optional.empty();
    return this;
  }

  Lab retryAfter(String header) {
    retryAfter = Optional.of(header);
    return this;
  }

  Lab failing(String why) {
    failure = Optional.of(why);
    return this;
  }

  @Override
  public Answer get(URI uri) throws IOException {
    requests.add(uri);
    askedAt.add(now);
    now = now.plus(takes);
    if (failure.isPresent()) {
      throw new IOException(failure.get());
    }
    return new Answer(status, retryAfter, body);
  }

  Geocoder geocoder(String provider) {
    return geocoder(provider, journal);
  }

  Geocoder geocoder(String provider, PlaceCache cache) {
    return new OnlineGeocoders(this, this, new SplittableRandom(7), "Entraide/test")
        .open(new OnlineGeocoders.Wanted(provider, Optional.empty(), false), EMBEDDED, cache, this);
  }

  /** The decoded query of the last question. */
  String lastQuery() {
    return requests.get(requests.size() - 1).getQuery();
  }

  static PlaceQuery text(String text, String hint) {
    return PlaceQuery.ofText(text, hint);
  }

  static Place place(Located located) {
    return ((Located.At) located).place();
  }

  static String question(Located located) {
    return ((Located.Unclear) located).question().key();
  }

  static Located read(ServiceProvider provider, String json, MinimalQuery query) {
    try {
      return provider.read(new ObjectMapper().readTree(json), query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServiceProvider.GarbledAnswerException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String fixture(String name) {
    try (InputStream in = Lab.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
