package org.entraide.place.postcode;

import org.entraide.place.GeoPoint;

/**
 * Eastings and northings of the British National Grid as latitude and longitude in WGS 84.
 *
 * <p>The inverse transverse Mercator projection on the Airy 1830 ellipsoid, then the
 * seven-parameter Helmert transformation from OSGB36 to WGS 84: Ordnance Survey, <i>A guide to
 * coordinate systems in Great Britain</i>, annexes B and C and section 6.6. It is right to about
 * five metres; the grid of corrections that would be right to decimetres is not needed for
 * postcodes.
 */
public final class NationalGrid {

  /** East of this, and north of {@link #MOST_NORTHING}, is sea. */
  static final double MOST_EASTING = 700_000;

  static final double MOST_NORTHING = 1_300_000;

  // The projection: scale on the central meridian, true and false origin.
  private static final double F0 = 0.9996012717;
  private static final double LAT0 = Math.toRadians(49);
  private static final double LON0 = Math.toRadians(-2);
  private static final double E0 = 400_000;
  private static final double N0 = -100_000;

  private static final Ellipsoid AIRY_1830 = new Ellipsoid(6_377_563.396, 6_356_256.909);
  private static final Ellipsoid WGS_84 = new Ellipsoid(6_378_137, 6_356_752.314245);

  // OSGB36 to WGS 84: metres, parts, radians.
  private static final double TX = 446.448;
  private static final double TY = -125.157;
  private static final double TZ = 542.060;
  private static final double SCALE = -20.4894e-6;
  private static final double RX = Math.toRadians(0.1502 / 3600);
  private static final double RY = Math.toRadians(0.2470 / 3600);
  private static final double RZ = Math.toRadians(0.8421 / 3600);

  private static final double CLOSE_METRES = 1e-5;
  private static final double CLOSE_RADIANS = 1e-12;
  private static final int MOST_STEPS = 20;

  private NationalGrid() {}

  /** An ellipsoid of revolution by its two half axes in metres. */
  private record Ellipsoid(double a, double b) {
    double e2() {
      return 1 - b * b / (a * a);
    }
  }

  /**
   * Returns the point there.
   *
   * @param easting metres
   * @param northing metres
   */
  public static GeoPoint toWgs84(double easting, double northing) {
    double[] angles = unproject(easting, northing);
    double[] there = helmert(cartesian(angles[0], angles[1], AIRY_1830));
    return geographic(there, WGS_84);
  }

  /** Annex C.2: latitude and longitude on the ellipsoid of the grid, in radians. */
  static double[] unproject(double easting, double northing) {
    double a = AIRY_1830.a();
    double e2 = AIRY_1830.e2();
    double lat = LAT0 + (northing - N0) / (a * F0);
    double missing = northing - N0 - meridian(lat);
    for (int i = 0; i < MOST_STEPS && Math.abs(missing) >= CLOSE_METRES; i++) {
      lat += missing / (a * F0);
      missing = northing - N0 - meridian(lat);
    }
    double sin2 = Math.sin(lat) * Math.sin(lat);
    double nu = a * F0 / Math.sqrt(1 - e2 * sin2);
    double rho = a * F0 * (1 - e2) / Math.pow(1 - e2 * sin2, 1.5);
    double eta2 = nu / rho - 1;
    double t = Math.tan(lat);
    double t2 = t * t;
    double t4 = t2 * t2;
    double sec = 1 / Math.cos(lat);
    double vii = t / (2 * rho * nu);
    double viii = t / (24 * rho * Math.pow(nu, 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
    double ix = t / (720 * rho * Math.pow(nu, 5)) * (61 + 90 * t2 + 45 * t4);
    double x = sec / nu;
    double xi = sec / (6 * Math.pow(nu, 3)) * (nu / rho + 2 * t2);
    double xii = sec / (120 * Math.pow(nu, 5)) * (5 + 28 * t2 + 24 * t4);
    double xiia = sec / (5040 * Math.pow(nu, 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2);
    double d = easting - E0;
    double d2 = d * d;
    return new double[] {
      lat - d2 * (vii - d2 * (viii - d2 * ix)), LON0 + d * (x - d2 * (xi - d2 * (xii - d2 * xiia)))
    };
  }

  /** The arc of the meridian from the true origin, times the scale. */
  private static double meridian(double lat) {
    double n = (AIRY_1830.a() - AIRY_1830.b()) / (AIRY_1830.a() + AIRY_1830.b());
    double n2 = n * n;
    double n3 = n2 * n;
    double minus = lat - LAT0;
    double plus = lat + LAT0;
    return AIRY_1830.b()
        * F0
        * ((1 + n + 1.25 * (n2 + n3)) * minus
            - (3 * (n + n2) + 2.625 * n3) * Math.sin(minus) * Math.cos(plus)
            + 1.875 * (n2 + n3) * Math.sin(2 * minus) * Math.cos(2 * plus)
            - 35.0 / 24 * n3 * Math.sin(3 * minus) * Math.cos(3 * plus));
  }

  private static double[] cartesian(double lat, double lon, Ellipsoid on) {
    double nu = on.a() / Math.sqrt(1 - on.e2() * Math.sin(lat) * Math.sin(lat));
    return new double[] {
      nu * Math.cos(lat) * Math.cos(lon),
      nu * Math.cos(lat) * Math.sin(lon),
      nu * (1 - on.e2()) * Math.sin(lat)
    };
  }

  private static double[] helmert(double[] p) {
    double s = 1 + SCALE;
    return new double[] {
      TX + s * p[0] - RZ * p[1] + RY * p[2],
      TY + RZ * p[0] + s * p[1] - RX * p[2],
      TZ - RY * p[0] + RX * p[1] + s * p[2]
    };
  }

  private static GeoPoint geographic(double[] p, Ellipsoid on) {
    double around = Math.hypot(p[0], p[1]);
    double lat = Math.atan2(p[2], around * (1 - on.e2()));
    double previous = Double.NaN;
    for (int i = 0; i < MOST_STEPS && !(Math.abs(lat - previous) < CLOSE_RADIANS); i++) {
      previous = lat;
      double nu = on.a() / Math.sqrt(1 - on.e2() * Math.sin(lat) * Math.sin(lat));
      lat = Math.atan2(p[2] + on.e2() * nu * Math.sin(lat), around);
    }
    return new GeoPoint(Math.toDegrees(lat), Math.toDegrees(Math.atan2(p[1], p[0])));
  }
}
