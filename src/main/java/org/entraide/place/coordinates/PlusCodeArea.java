package org.entraide.place.coordinates;

import com.google.openlocationcode.OpenLocationCode;
import org.entraide.place.GeoPoint;

/**
 * The rectangle that a plus code means.
 *
 * @param radiusKm from the middle to the corner that is farthest
 */
public record PlusCodeArea(GeoPoint middle, double radiusKm) {

  public static PlusCodeArea of(OpenLocationCode whole) {
    OpenLocationCode.CodeArea area = whole.decode();
    GeoPoint middle = new GeoPoint(area.getCenterLatitude(), area.getCenterLongitude());
    double north = Math.min(90, area.getNorthLatitude());
    double east = Math.min(180, area.getEastLongitude());
    double nearEquator = Math.min(Math.abs(area.getSouthLatitude()), Math.abs(north));
    double km = middle.kmTo(new GeoPoint(Math.copySign(nearEquator, middle.latitude()), east));
    return new PlusCodeArea(middle, Math.max(km, middle.kmTo(new GeoPoint(north, east))));
  }
}
