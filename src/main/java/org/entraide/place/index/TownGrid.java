package org.entraide.place.index;

import org.entraide.place.GeoPoint;

/** Towns by the square degree they lie in. */
final class TownGrid {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 180;
  private static final double KM_IN_A_DEGREE = Math.PI * GeoPoint.MEAN_EARTH_RADIUS_KM / 180;

  private final FeatureColumns columns;
  private final int[] begin = new int[WIDTH * HEIGHT + 1];
  private final int[] ids;

  TownGrid(FeatureColumns columns) {
    this.columns = columns;
    for (int id = 0; id < columns.size(); id++) {
      if (counts(id)) {
        begin[cell(id) + 1]++;
      }
    }
    for (int cell = 0; cell < WIDTH * HEIGHT; cell++) {
      begin[cell + 1] += begin[cell];
    }
    ids = new int[begin[WIDTH * HEIGHT]];
    int[] next = begin.clone();
    for (int id = 0; id < columns.size(); id++) {
      if (counts(id)) {
        ids[next[cell(id)]++] = id;
      }
    }
  }

  /** The nearest town's id, or -1 if none is as near as that. */
  int nearest(GeoPoint point, double km) {
    int rows = (int) Math.ceil(km / KM_IN_A_DEGREE);
    int south = Math.max(0, row(point.latitude()) - rows);
    int north = Math.min(HEIGHT - 1, row(point.latitude()) + rows);
    int best = -1;
    double bestKm = km;
    for (int row = south; row <= north; row++) {
      int across = across(row, km);
      for (int i = -across; i <= across; i++) {
        int cell = row * WIDTH + Math.floorMod(column(point.longitude()) + i, WIDTH);
        for (int at = begin[cell]; at < begin[cell + 1]; at++) {
          double distance = point(ids[at]).kmTo(point);
          if (distance <= bestKm && (distance < bestKm || best < 0)) {
            best = ids[at];
            bestKm = distance;
          }
        }
      }
    }
    return best;
  }

  /** How many squares to the side there may be one as near; degrees are short near the poles. */
  private static int across(int row, double km) {
    double latitude = Math.max(Math.abs(row - 90), Math.abs(row + 1 - 90));
    double kmInADegree = KM_IN_A_DEGREE * Math.cos(Math.toRadians(latitude));
    return (int) Math.min(WIDTH / 2 - 1, Math.ceil(km / Math.max(kmInADegree, 1)));
  }

  private boolean counts(int id) {
    return columns.kind(id) == FeatureKind.TOWN;
  }

  private GeoPoint point(int id) {
    return new GeoPoint(columns.latitude(id), columns.longitude(id));
  }

  private int cell(int id) {
    return row(columns.latitude(id)) * WIDTH + column(columns.longitude(id));
  }

  private static int row(double latitude) {
    return Math.min(HEIGHT - 1, (int) Math.floor(latitude + 90));
  }

  private static int column(double longitude) {
    return Math.floorMod((int) Math.floor(longitude + 180), WIDTH);
  }
}
