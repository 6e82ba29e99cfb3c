package org.entraide.place.online;

import java.util.List;
import org.entraide.place.GeoPoint;
import org.entraide.place.Precision;
import org.jspecify.annotations.Nullable;

/**
 * The sorts of things that services know, and how far from the answer's point a person there may
 * be. A bounding box narrows that within the limits of its sort, and never widens it beyond.
 */
enum PlaceExtent {
  HOUSE(Precision.ADDRESS, 0.2, 0.2, 0.2),
  STREET(Precision.ADDRESS, 0.3, 0.6, 1.5),
  /** A code of some houses, as in Britain and the Netherlands. */
  SMALL_POSTCODE(Precision.POSTCODE, 0.2, 0.2, 0.5),
  /** A code of a town or a part of one. */
  POSTCODE(Precision.POSTCODE, 1, 5, 8),
  DISTRICT(Precision.DISTRICT, 1, 1.5, 3),
  VILLAGE(Precision.CITY, 2, 3, 3),
  TOWN(Precision.CITY, 3, 6, 6),
  CITY(Precision.CITY, 4, 12, 12),
  /** Wider than a town: no place to be near to. */
  REGION(Precision.COUNTRY, 30, 100, 2000);

  private final Precision precision;
  private final double leastKm;
  private final double usualKm;
  private final double mostKm;

  PlaceExtent(Precision precision, double leastKm, double usualKm, double mostKm) {
    this.precision = precision;
    this.leastKm = leastKm;
    this.usualKm = usualKm;
    this.mostKm = mostKm;
  }

  Precision precision() {
    return precision;
  }

  /** The kilometres without a box. */
  double km() {
    return usualKm;
  }

  /**
   * Returns the uncertainty of a thing of this sort.
   *
   * @param corners of a bounding box; null where there is none
   * @return kilometres, with one decimal
   */
  double km(GeoPoint point, @Nullable List<GeoPoint> corners) {
    if (corners == null) {
      return usualKm;
    }
    double reach = corners.stream().mapToDouble(point::kmTo).max().orElse(usualKm);
    return Math.ceil(10 * Math.max(leastKm, Math.min(mostKm, reach))) / 10;
  }
}
