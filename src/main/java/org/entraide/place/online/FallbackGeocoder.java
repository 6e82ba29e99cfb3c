package org.entraide.place.online;

import java.util.List;
import java.util.Optional;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.text.Message;

/**
 * A service first, the embedded geocoder where it has no answer or none that is clear; the row says
 * so. Where both are sure and do not agree, the organiser is asked. Safe for several threads.
 */
final class FallbackGeocoder implements Geocoder {

  private static final double SURE = 0.8;

  /** More apart than this, beside both uncertainties, is another place. */
  private static final double SAME_KM = 25;

  private final OnlineGeocoder online;
  private final Geocoder embedded;

  FallbackGeocoder(OnlineGeocoder online, Geocoder embedded) {
    this.online = online;
    this.embedded = embedded;
  }

  @Override
  public String name() {
    return online.name();
  }

  @Override
  public String attribution() {
    return online.attribution();
  }

  @Override
  public Optional<Message> trouble() {
    return online.trouble();
  }

  @Override
  public Located locate(PlaceQuery query) {
    Located offline = embedded.locate(query);
    if (query.isBlank() || isTyped(offline)) {
      return offline;
    }
    return online.ask(query).map(answer -> combined(answer, offline)).orElse(offline);
  }

  /** Coordinates say all there is to say. */
  private static boolean isTyped(Located offline) {
    return offline instanceof Located.At at
        && at.place().precision() == Precision.ADDRESS
        && at.place().uncertaintyKm() == 0;
  }

  private static Located combined(Located answer, Located offline) {
    boolean sure = offline instanceof Located.At at && at.place().confidence() >= SURE;
    if (!sure) {
      return answer;
    }
    Place offlinePlace = ((Located.At) offline).place();
    return answer.fold(
        at -> agree(at.place(), offlinePlace) ? at : contradiction(at.place(), offlinePlace),
        unclear -> offline(offlinePlace, Located.Offline.UNKNOWN_TO_SERVICE),
        noAnswer -> offline(offlinePlace, Located.Offline.SERVICE_DOWN));
  }

  private static Located offline(Place place, Located.Offline why) {
    return new Located.At(place, Optional.of(why));
  }

  private static boolean agree(Place one, Place other) {
    double reach = SAME_KM + one.uncertaintyKm() + other.uncertaintyKm();
    return one.point().kmTo(other.point()) <= reach;
  }

  private static Located contradiction(Place one, Place other) {
    return new Located.Unclear(
        Message.of("place.ask.several").with("names", List.of(one.name(), other.name())));
  }
}
