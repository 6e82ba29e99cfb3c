package org.entraide.place;

/**
 * A point on the earth in WGS 84, the datum that geocoders answer in.
 *
 * @param latitude degrees north of the equator, from -90 to 90
 * @param longitude degrees east of Greenwich, from -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  /** The IUGG mean radius R1, in kilometres (Moritz 2000, J. Geodesy 74, 128-133). */
  public static final double MEAN_EARTH_RADIUS_KM = 6371.0088;

  /**
   * @throws IllegalArgumentException if a coordinate is out of range or not a number
   */
  public GeoPoint {
    requireWithin("latitude", latitude, 90);
    requireWithin("longitude", longitude, 180);
  }

  /**
   * Returns the great-circle distance in kilometres, by the haversine formula. It is the same, to
   * the last bit, in both directions.
   *
   * <p>A sphere replaces the ellipsoid, so the answer is within 0.6 % of the geodesic. It is a
   * straight line over rivers and ridges: never show it as a travel distance.
   */
  public double kmTo(GeoPoint other) {
    double lat1 = Math.toRadians(latitude);
    double lat2 = Math.toRadians(other.latitude);
    double sinLat = Math.sin((lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * (sinLon * sinLon);
    return 2 * MEAN_EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
  }

  private static void requireWithin(String name, double degrees, double bound) {
    if (!(Math.abs(degrees) <= bound)) { // written so that NaN fails too
      throw new IllegalArgumentException(
          "The %s must be a number within %s degrees of zero.".formatted(name, bound));
    }
  }
}
