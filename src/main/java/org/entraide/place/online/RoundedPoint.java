package org.entraide.place.online;

import org.entraide.place.GeoPoint;

/**
 * A point no finer than it is kept.
 *
 * @param uncertaintyKm how far away it may be, in kilometres: what the service says, and half a
 *     part of a degree in both directions, to the next 100 m since people read it
 */
record RoundedPoint(GeoPoint point, double uncertaintyKm) {

  /**
   * Rounds to a part of a degree.
   *
   * @param parts of how many parts a degree is
   * @param uncertaintyKm of the point itself
   */
  static RoundedPoint of(GeoPoint point, int parts, double uncertaintyKm) {
    double north = Math.toRadians(0.5 / parts) * GeoPoint.MEAN_EARTH_RADIUS_KM;
    double east = north * Math.cos(Math.toRadians(point.latitude()));
    return new RoundedPoint(
        new GeoPoint(rounded(point.latitude(), parts), rounded(point.longitude(), parts)),
        Math.ceil((uncertaintyKm + Math.hypot(north, east)) * 10) / 10);
  }

  private static double rounded(double degrees, int parts) {
    return Math.round(degrees * parts) / (double) parts;
  }
}
