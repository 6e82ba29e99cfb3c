package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.entraide.file.FileProblem;
import org.entraide.place.GeoPoint;

/**
 * The greedy loop over people that most such services have: each person, the longest waiting first,
 * gets the nearest acceptable helper with room within the greatest distance; without one, and with
 * a need that can be met from afar, the first in the file. A grid finds the near ones, so that it
 * is not slow for want of an index. Fit for the country of {@link Towns}: it knows no poles and no
 * date line.
 *
 * <p>Run as {@code Nearest PEOPLE OUT} it does what {@code entraide match} does, in one round and
 * without reasons or certificate.
 */
public final class Nearest {

  private static final double KM_PER_DEGREE = Math.toRadians(1) * GeoPoint.MEAN_EARTH_RADIUS_KM;
  private static final double CELL_KM = 1;

  private final Crowd crowd;
  private final int[] room;
  private final int[] helperOf;

  // A grid over all helpers of known place; those without room are moved behind the end of a cell.
  private double south = 90;
  private double west = 180;
  private double cellLon = 1;
  private int rows;
  private int columns;
  private int[] begin = {};
  private int[] end = {};
  private int[] inCell = {};

  /** Helpers by category in the order of the file, and the first of each that may have room. */
  private final int[][] offering = new int[Integer.SIZE][];

  private final int[] first = new int[Integer.SIZE];

  private Nearest(Crowd crowd) {
    this.crowd = crowd;
    room = IntStream.range(0, crowd.size()).map(crowd::capacity).toArray();
    helperOf = new int[crowd.size()];
    Arrays.fill(helperOf, -1);
    for (int c = 0; c < offering.length; c++) {
      int bit = 1 << c;
      offering[c] =
          (bit & Crowd.REMOTE) == 0 ? new int[0] : helpers().filter(h -> has(h, bit)).toArray();
    }
    fillGrid(helpers().filter(h -> crowd.place(h) != null).toArray());
  }

  /** Returns the helper of each person, or -1. */
  static int[] solve(Crowd crowd) {
    Nearest loop = new Nearest(crowd);
    for (int person : crowd.waiting()) {
      int helper = loop.near(person);
      helper = helper < 0 ? loop.afar(person) : helper;
      if (helper >= 0) {
        loop.helperOf[person] = helper;
        loop.room[helper]--;
      }
    }
    return loop.helperOf;
  }

  private IntStream helpers() {
    return IntStream.range(0, crowd.size()).filter(h -> crowd.offers(h) != 0 && room[h] > 0);
  }

  private boolean has(int helper, int bit) {
    return (crowd.offers(helper) & bit) != 0;
  }

  private void fillGrid(int[] helpers) {
    double north = -90;
    double east = -180;
    for (int h : helpers) {
      south = Math.min(south, latitude(h));
      north = Math.max(north, latitude(h));
      west = Math.min(west, longitude(h));
      east = Math.max(east, longitude(h));
    }
    double widest = Math.max(Math.abs(south), Math.abs(north));
    cellLon = CELL_KM / (KM_PER_DEGREE * Math.max(0.1, Math.cos(Math.toRadians(widest))));
    rows = helpers.length == 0 ? 0 : row(north) + 1;
    columns = helpers.length == 0 ? 0 : column(east) + 1;
    end = new int[rows * columns + 1];
    for (int h : helpers) {
      end[cell(h) + 1]++;
    }
    Arrays.parallelPrefix(end, Integer::sum);
    begin = end.clone();
    inCell = new int[helpers.length];
    for (int h : helpers) {
      inCell[end[cell(h)]++] = h;
    }
  }

  private double latitude(int one) {
    GeoPoint place = crowd.place(one);
    return place == null ? Double.NaN : place.latitude();
  }

  private double longitude(int one) {
    GeoPoint place = crowd.place(one);
    return place == null ? Double.NaN : place.longitude();
  }

  private int row(double latitude) {
    return (int) Math.floor((latitude - south) * KM_PER_DEGREE / CELL_KM);
  }

  private int column(double longitude) {
    return (int) Math.floor((longitude - west) / cellLon);
  }

  private int cell(int one) {
    return row(latitude(one)) * columns + column(longitude(one));
  }

  /** Looks in rings around the person's cell until no nearer one can come. */
  private int near(int person) {
    if (crowd.place(person) == null) {
      return -1;
    }
    int row = row(latitude(person));
    int column = column(longitude(person));
    Best best = new Best(person, crowd.maxKm());
    int widest = Math.max(rows, columns) + Math.max(Math.abs(row), Math.abs(column));
    for (int ring = 0; ring <= widest && (ring - 1) * CELL_KM <= best.km; ring++) {
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        int step = Math.abs(r - row) == ring || ring == 0 ? 1 : 2 * ring;
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < columns) {
            look(r * columns + c, best);
          }
        }
      }
    }
    return best.helper;
  }

  private static final class Best {
    private final int person;
    private double km;
    private int helper = -1;

    Best(int person, double km) {
      this.person = person;
      this.km = km;
    }
  }

  private void look(int cell, Best best) {
    int i = begin[cell];
    while (i < end[cell]) {
      int helper = inCell[i];
      if (room[helper] == 0) {
        inCell[i] = inCell[--end[cell]];
        continue;
      }
      if ((crowd.needs(best.person) & crowd.offers(helper)) != 0) {
        double km = crowd.km(best.person, helper);
        if (km <= best.km
            && (km < best.km || best.helper < 0)
            && crowd.acceptable(best.person, helper)) {
          best.km = km;
          best.helper = helper;
        }
      }
      i++;
    }
  }

  private int afar(int person) {
    int remote = crowd.needs(person) & Crowd.REMOTE;
    while (remote != 0) {
      int c = Integer.numberOfTrailingZeros(remote);
      remote &= remote - 1;
      int[] list = offering[c];
      while (first[c] < list.length && room[list[first[c]]] == 0) {
        first[c]++;
      }
      for (int i = first[c]; i < list.length; i++) {
        if (room[list[i]] > 0 && crowd.acceptable(person, list[i])) {
          return list[i];
        }
      }
    }
    return -1;
  }

  public static void main(String[] arguments) throws IOException, FileProblem {
    Crowd crowd = Crowd.read(Path.of(arguments[0]));
    crowd.write(Path.of(arguments[1]), solve(crowd));
  }
}
