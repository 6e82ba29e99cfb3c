package org.entraide.place.postcode;

import org.entraide.place.GeoPoint;

/**
 * A point and its uncertainty in one {@code long}: 25 bits of latitude and 26 of longitude in
 * hundred-thousandths of a degree (a metre), 12 of uncertainty in hectometres.
 */
final class Spot {

  /** In kilometres: what does not fit into twelve bits of hectometres. */
  static final double MOST_KM = 409.5;

  private static final double PARTS = 1e5;
  private static final int UNCERTAINTY_BITS = 12;
  private static final int LONGITUDE_BITS = 26;
  private static final long UNCERTAINTY_MASK = (1L << UNCERTAINTY_BITS) - 1;
  private static final long LONGITUDE_MASK = (1L << LONGITUDE_BITS) - 1;
  private static final double HECTOMETRES = 10;

  private Spot() {}

  /** Packs; the uncertainty is rounded up and cut at {@link #MOST_KM}. */
  static long of(double latitude, double longitude, double uncertaintyKm) {
    long lat = Math.round((latitude + 90) * PARTS);
    long lon = Math.round((longitude + 180) * PARTS);
    long km = (long) Math.ceil(Math.min(uncertaintyKm, MOST_KM) * HECTOMETRES - 1e-9);
    return (lat << (LONGITUDE_BITS + UNCERTAINTY_BITS)) | (lon << UNCERTAINTY_BITS) | km;
  }

  static double latitude(long spot) {
    return ((spot >>> (LONGITUDE_BITS + UNCERTAINTY_BITS)) - 90 * PARTS) / PARTS;
  }

  static double longitude(long spot) {
    return (((spot >>> UNCERTAINTY_BITS) & LONGITUDE_MASK) - 180 * PARTS) / PARTS;
  }

  static double uncertaintyKm(long spot) {
    return (spot & UNCERTAINTY_MASK) / HECTOMETRES;
  }

  /** The point, within bounds even where the file lies. */
  static GeoPoint point(long spot) {
    return new GeoPoint(
        Math.min(90, latitude(spot)), Math.max(-180, Math.min(180, longitude(spot))));
  }
}
