package org.entraide.place;

import java.util.Comparator;
import org.entraide.text.Message;

/**
 * The embedded geocoder: some hundreds of places as French people type them, and no network.
 *
 * <p>It names a place only when it is sure of it ({@link Place#confidence} is at least 0.8);
 * otherwise it says what to ask. A street never decides, a country alone is no place, the finer of
 * two places that agree wins, and two that do not agree are asked back. Typing errors are not
 * mended. Safe for several threads.
 */
public final class SmallGazetteer implements Geocoder {

  static final String NAME = "embedded";

  /** Coordinates are in the country of the nearest known place, if one is as near as this. */
  private static final double SAME_COUNTRY_KM = 30;

  private final Gazetteer gazetteer;

  /** Reads the table: some milliseconds. */
  public SmallGazetteer() {
    gazetteer = Gazetteer.load();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Located locate(PlaceQuery query) {
    if (query.isBlank()) {
      return new Located.Unclear(Message.of("place.ask.none"));
    }
    Coordinates coordinates = Coordinates.typed(query.address());
    if (coordinates != null) {
      return located(coordinates);
    }
    return Decision.of(Reading.of(query, gazetteer), query.countryHint());
  }

  private Located located(Coordinates typed) {
    if (!typed.onEarth()) {
      return new Located.Unclear(Message.of("place.ask.coordinates"));
    }
    GeoPoint point = new GeoPoint(typed.latitude(), typed.longitude());
    return new Located.At(
        new Place(point, Precision.ADDRESS, 0, typed.text(), country(point), 1, NAME));
  }

  /** Empty where nothing is known nearby. */
  private String country(GeoPoint point) {
    return gazetteer.entries().stream()
        .filter(entry -> entry.point().kmTo(point) <= SAME_COUNTRY_KM)
        .min(Comparator.comparingDouble(entry -> entry.point().kmTo(point)))
        .map(Entry::country)
        .orElse("");
  }
}
