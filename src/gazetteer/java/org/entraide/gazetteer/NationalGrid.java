package org.entraide.gazetteer;

import org.entraide.place.GeoPoint;

/**
 * References of the British National Grid, in WGS 84 to about five metres.
 *
 * <p>Ordnance Survey, A Guide to Coordinate Systems in Great Britain (2020): annex C for the
 * projection, section 6.6 for the Helmert transformation of the datum, whose signs are turned here.
 */
final class NationalGrid {

  private static final double A = 6377563.396;
  private static final double B = 6356256.909;
  private static final double SCALE = 0.9996012717;
  private static final double NORTH = -100_000;
  private static final double EAST = 400_000;
  private static final double LATITUDE = Math.toRadians(49);
  private static final double LONGITUDE = Math.toRadians(-2);
  private static final double E2 = 1 - (B * B) / (A * A);
  private static final double WGS_A = 6378137;
  private static final double WGS_E2 = 0.00669437999014;
  private static final double ARC_SECOND = Math.PI / 180 / 3600;

  private NationalGrid() {}

  /** Reads "TQ265785": two letters for a square of 100 km, then eastings and northings in it. */
  static GeoPoint point(String reference) {
    int digits = (reference.length() - 2) / 2;
    double step = Math.pow(10, 5.0 - digits);
    int first = letter(reference.charAt(0));
    int second = letter(reference.charAt(1));
    double east = ((first - 2 + 25) % 5 * 5 + second % 5) * 100_000.0;
    double north = (19 - first / 5 * 5 - second / 5) * 100_000.0;
    String numbers = reference.substring(2);
    // A reference names the corner of a square; its middle is nearer.
    east += (Integer.parseInt(numbers.substring(0, digits)) + 0.5) * step;
    north += (Integer.parseInt(numbers.substring(digits)) + 0.5) * step;
    return point(east, north);
  }

  /** The grid's alphabet has no I. */
  private static int letter(char letter) {
    int number = letter - 'A';
    return number > 7 ? number - 1 : number;
  }

  static GeoPoint point(double east, double north) {
    double phi = LATITUDE;
    double m;
    do {
      m = meridian(phi);
      phi += (north - NORTH - m) / (A * SCALE);
    } while (Math.abs(north - NORTH - meridian(phi)) > 1e-5);
    double sin2 = Math.pow(Math.sin(phi), 2);
    double nu = A * SCALE / Math.sqrt(1 - E2 * sin2);
    double rho = A * SCALE * (1 - E2) * Math.pow(1 - E2 * sin2, -1.5);
    double eta2 = nu / rho - 1;
    double t = Math.tan(phi);
    double t2 = t * t;
    double d = east - EAST;
    double seven = t / (2 * rho * nu);
    double eight = t / (24 * rho * Math.pow(nu, 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
    double nine = t / (720 * rho * Math.pow(nu, 5)) * (61 + 90 * t2 + 45 * t2 * t2);
    double sec = 1 / Math.cos(phi);
    double ten = sec / nu;
    double eleven = sec / (6 * Math.pow(nu, 3)) * (nu / rho + 2 * t2);
    double twelve = sec / (120 * Math.pow(nu, 5)) * (5 + 28 * t2 + 24 * t2 * t2);
    double latitude = phi - seven * d * d + eight * Math.pow(d, 4) - nine * Math.pow(d, 6);
    double longitude = LONGITUDE + ten * d - eleven * Math.pow(d, 3) + twelve * Math.pow(d, 5);
    return helmert(latitude, longitude);
  }

  private static double meridian(double phi) {
    double n = (A - B) / (A + B);
    double minus = phi - LATITUDE;
    double plus = phi + LATITUDE;
    double n2 = n * n;
    double n3 = n2 * n;
    return B
        * SCALE
        * ((1 + n + 1.25 * n2 + 1.25 * n3) * minus
            - (3 * n + 3 * n2 + 2.625 * n3) * Math.sin(minus) * Math.cos(plus)
            + (1.875 * n2 + 1.875 * n3) * Math.sin(2 * minus) * Math.cos(2 * plus)
            - 35.0 / 24 * n3 * Math.sin(3 * minus) * Math.cos(3 * plus));
  }

  private static GeoPoint helmert(double latitude, double longitude) {
    double nu = A / Math.sqrt(1 - E2 * Math.pow(Math.sin(latitude), 2));
    double x = nu * Math.cos(latitude) * Math.cos(longitude);
    double y = nu * Math.cos(latitude) * Math.sin(longitude);
    double z = (1 - E2) * nu * Math.sin(latitude);
    double s = 1 - 20.4894e-6;
    double rx = 0.1502 * ARC_SECOND;
    double ry = 0.2470 * ARC_SECOND;
    double rz = 0.8421 * ARC_SECOND;
    double x2 = 446.448 + s * x - rz * y + ry * z;
    double y2 = -125.157 + rz * x + s * y - rx * z;
    double z2 = 542.060 - ry * x + rx * y + s * z;
    double p = Math.hypot(x2, y2);
    double phi = Math.atan2(z2, p * (1 - WGS_E2));
    for (int i = 0; i < 6; i++) {
      double nu2 = WGS_A / Math.sqrt(1 - WGS_E2 * Math.pow(Math.sin(phi), 2));
      phi = Math.atan2(z2 + WGS_E2 * nu2 * Math.sin(phi), p);
    }
    return new GeoPoint(Math.toDegrees(phi), Math.toDegrees(Math.atan2(y2, x2)));
  }
}
