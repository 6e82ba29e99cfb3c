package org.entraide.place.online;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.entraide.place.Geocoder;
import org.entraide.place.PlaceCache;
import org.entraide.place.online.query.QueryMinimiser;

/** Makes online geocoders. Keep one for a process: a service's pace is kept by its geocoder. */
public final class OnlineGeocoders {

  private static final List<ServiceProvider> PROVIDERS =
      List.of(new Photon(), new Nominatim(), new FrenchAddresses(), new BritishPostcodes());

  /**
   * Which service, and what may be sent to it.
   *
   * @param provider {@code photon}, {@code nominatim}, {@code ban} or {@code postcodes-io}
   * @param root of the administrator's server, ending in a slash; empty for the public one
   * @param precise whether house numbers are sent
   */
  public record Wanted(String provider, Optional<URI> root, boolean precise) {}

  private final InstantSource clock;
  private final Waiting pause;
  private final RandomGenerator random;
  private final String userAgent;

  /**
   * @param pause for the pace
   * @param random for the key of the cache, made once
   * @param userAgent the program and its version, as services ask to know
   */
  public OnlineGeocoders(
      InstantSource clock, Waiting pause, RandomGenerator random, String userAgent) {
    this.clock = clock;
    this.pause = pause;
    this.random = random;
    this.userAgent = userAgent;
  }

  /**
   * Makes a geocoder that asks a service, and the embedded one where that does not help.
   *
   * @throws IllegalArgumentException if no service has that name
   */
  public Geocoder open(Wanted wanted, Geocoder embedded, PlaceCache cache) {
    return open(wanted, embedded, cache, new GeocoderHttp(userAgent));
  }

  Geocoder open(Wanted wanted, Geocoder embedded, PlaceCache cache, GeocoderWire wire) {
    ServiceProvider provider =
        PROVIDERS.stream()
            .filter(p -> p.name().equals(wanted.provider()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No such service."));
    URI root = wanted.root().orElse(provider.publicRoot());
    ServiceCalls service = new ServiceCalls(provider, root, wire, clock, pause);
    QueryMinimiser minimiser = new QueryMinimiser(embedded, wanted.precise());
    return new FallbackGeocoder(
        new OnlineGeocoder(service, minimiser, cache, clock, random), embedded);
  }
}
