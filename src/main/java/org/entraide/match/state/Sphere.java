package org.entraide.match.state;

import java.util.stream.IntStream;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Compares distances of people with limits, exactly and without a sine for each pair: points are
 * vectors on the unit sphere, and the square of the chord between two of them decides, unless it is
 * within a hair of the limit; then {@link GeoPoint#kmTo} does. There are no special cases at the
 * poles or the date line.
 */
public final class Sphere {

  /** Relative and absolute slack of a chord: far more than rounding, a few millimetres on earth. */
  private static final double SLACK = 1e-9;

  private static final double HALF_TURN_KM = Math.PI * GeoPoint.MEAN_EARTH_RADIUS_KM;

  private final @Nullable GeoPoint[] points;
  private final double[] x;
  private final double[] y;
  private final double[] z;

  Sphere(PeopleColumns people) {
    int size = people.size();
    points = new @Nullable GeoPoint[size];
    x = new double[size];
    y = new double[size];
    z = new double[size];
    IntStream.range(0, size).parallel().forEach(i -> set(i, people.place(i)));
  }

  private void set(int i, @Nullable GeoPoint point) {
    points[i] = point;
    if (point == null) {
      x[i] = Double.NaN;
      return;
    }
    double lat = Math.toRadians(point.latitude());
    double lon = Math.toRadians(point.longitude());
    x[i] = Math.cos(lat) * Math.cos(lon);
    y[i] = Math.cos(lat) * Math.sin(lon);
    z[i] = Math.sin(lat);
  }

  /**
   * Returns the length of a chord in kilometres, which is never more than the distance on the
   * ground. No sine is needed. The two differ by little, except for places on opposite sides of the
   * earth.
   */
  public static double leastKm(double chord2) {
    return Math.max(0, GeoPoint.MEAN_EARTH_RADIUS_KM * Math.sqrt(chord2) * (1 - SLACK) - 1e-5);
  }

  public double x(int i) {
    return x[i];
  }

  public double y(int i) {
    return y[i];
  }

  public double z(int i) {
    return z[i];
  }

  /** Returns whether a place is known. */
  public boolean knows(int i) {
    return points[i] != null;
  }

  /** Returns the squared chord between two people, not a number when a place is unknown. */
  public double chord2(int one, int other) {
    double dx = x[one] - x[other];
    double dy = y[one] - y[other];
    double dz = z[one] - z[other];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Returns whether the distance is at most a limit; false when a place is unknown. */
  boolean isWithin(int one, int other, double chord2, Limit limit) {
    if (chord2 <= limit.inside) {
      return true;
    }
    return chord2 < limit.outside && km(one, other) <= limit.km;
  }

  /** Returns the distance in kilometres; both places must be known. */
  double km(int one, int other) {
    GeoPoint point = points[one];
    GeoPoint otherPoint = points[other];
    if (point == null || otherPoint == null) {
      throw new IllegalArgumentException("A place is unknown.");
    }
    return point.kmTo(otherPoint);
  }

  /** A distance that others are compared with. */
  public static final class Limit {
    private final double km;

    /** A squared chord up to this is surely within the limit. */
    private final double inside;

    /** A squared chord from this on is surely beyond it. */
    private final double outside;

    Limit(double km) {
      this.km = km;
      if (km >= HALF_TURN_KM) { // nothing on earth is farther
        inside = Double.POSITIVE_INFINITY;
        outside = Double.POSITIVE_INFINITY;
      } else {
        double chord = 2 * Math.sin(km / GeoPoint.MEAN_EARTH_RADIUS_KM / 2);
        double low = chord * (1 - SLACK) - SLACK;
        double high = chord * (1 + SLACK) + SLACK;
        inside = low < 0 ? -1 : low * low;
        outside = high * high;
      }
    }

    /** Returns a squared chord up to which everything is surely within; negative for none. */
    public double inside() {
      return inside;
    }

    /** Returns the squared chord from which on everything is surely beyond; may be infinite. */
    public double outside() {
      return outside;
    }
  }
}
