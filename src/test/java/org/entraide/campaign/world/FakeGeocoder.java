package org.entraide.campaign.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.text.Message;

/** A geocoder that knows the places it was told of. */
public final class FakeGeocoder implements Geocoder {

  private final Map<String, Place> places = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private boolean down;
  private boolean broken;
  private boolean makeshift;

  /** Adds a place some kilometres north of the middle of London. */
  public FakeGeocoder with(String name, double kmNorth, double uncertaintyKm) {
    return with(name, kmNorth, uncertaintyKm, "GB");
  }

  public FakeGeocoder with(String name, double kmNorth, double uncertaintyKm, String country) {
    GeoPoint point = new GeoPoint(51.5 + kmNorth / 111.195, -0.1);
    places.put(
        name, new Place(point, Precision.DISTRICT, uncertaintyKm, name, country, 0.9, "fake"));
    return this;
  }

  public void setDown(boolean isDown) {
    down = isDown;
  }

  public void setBroken(boolean isBroken) {
    broken = isBroken;
  }

  /** Whether the service is down and something else stands in for it. */
  public void setMakeshift(boolean isMakeshift) {
    makeshift = isMakeshift;
  }

  /** The texts it was asked about, in order. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Located locate(PlaceQuery query) {
    asked.add(query.address());
    if (broken) {
      throw new IllegalStateException("a bug that tells of " + query.address());
    }
    if (down) {
      return new Located.NoAnswer(Message.plain("down"));
    }
    Place place = places.get(query.address());
    if (place != null && makeshift) {
      return new Located.At(place, Optional.of(Located.Offline.SERVICE_DOWN));
    }
    return place == null
        ? new Located.Unclear(Message.of("place.ask.unknown"))
        : new Located.At(place);
  }
}
