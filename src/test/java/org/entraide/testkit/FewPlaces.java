package org.entraide.testkit;

import java.util.Map;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.text.Message;

/** A geocoder that knows four places. */
public final class FewPlaces implements Geocoder {

  private static final Map<String, Place> PLACES =
      Map.of(
          "Nord", place("Nord", 0),
          "Sud", place("Sud", -3),
          "Ouest", place("Ouest", 2),
          "Loin", place("Loin", -60));

  private static Place place(String name, double kmNorth) {
    return new Place(
        new GeoPoint(51.5 + kmNorth / 111.195, -0.1),
        Precision.DISTRICT,
        0.5,
        name,
        "GB",
        0.9,
        "few");
  }

  @Override
  public String name() {
    return "few";
  }

  @Override
  public Located locate(PlaceQuery query) {
    Place place = PLACES.get(query.address().strip());
    return place == null
        ? new Located.Unclear(Message.of("place.ask.unknown"))
        : new Located.At(place);
  }
}
