package org.entraide.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The outlines of countries: world-atlas 2.0.2's {@code countries-50m.json}, a TopoJSON file made
 * of Natural Earth's data at 1:50 million.
 */
final class Outlines {

  private static final String FILE = "countries-50m.json.gz";

  /** Some hundred metres, finer than the data are. */
  private static final double STEPS_A_DEGREE = 1_000;

  /**
   * A part of the world, in degrees.
   *
   * @param west of the meridian of 180°, so that no box crosses it
   */
  record Box(double west, double south, double east, double north) {

    private boolean touches(Box other) {
      return west <= other.east
          && other.west <= east
          && south <= other.north
          && other.south <= north;
    }

    private static Box around(List<double[]> ring) {
      double west = Double.POSITIVE_INFINITY;
      double south = Double.POSITIVE_INFINITY;
      double east = Double.NEGATIVE_INFINITY;
      double north = Double.NEGATIVE_INFINITY;
      for (double[] point : ring) {
        west = Math.min(west, point[0]);
        east = Math.max(east, point[0]);
        south = Math.min(south, point[1]);
        north = Math.max(north, point[1]);
      }
      return new Box(west, south, east, north);
    }
  }

  /** A closed line, its points as longitude and latitude. */
  private record Ring(List<double[]> points, Box around) {}

  private final List<Ring> rings = new ArrayList<>();

  private Outlines(JsonNode topology) {
    List<List<double[]>> arcs = arcs(topology);
    for (JsonNode country : topology.path("objects").path("countries").path("geometries")) {
      boolean several = country.path("type").asText().equals("MultiPolygon");
      for (JsonNode polygon :
          several
              ? country.path("arcs")
              : JsonNodeFactory.instance.arrayNode().add(country.path("arcs"))) {
        for (JsonNode ring : polygon) {
          List<double[]> points = joined(ring, arcs);
          rings.add(new Ring(points, Box.around(points)));
        }
      }
    }
  }

  private static final class Loaded {
    static final Outlines OUTLINES = read();
  }

  /** Reads them once a process, when they are first needed. */
  static Outlines load() {
    return Loaded.OUTLINES;
  }

  private static Outlines read() {
    try (InputStream in = Outlines.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar.");
      }
      try (InputStream plain = new GZIPInputStream(in)) {
        return new Outlines(new ObjectMapper().readTree(plain));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read.", e);
    }
  }

  /** TopoJSON: each point is the difference to the one before, in steps of the scale. */
  private static List<List<double[]>> arcs(JsonNode topology) {
    JsonNode scale = topology.path("transform").path("scale");
    JsonNode translate = topology.path("transform").path("translate");
    List<List<double[]>> arcs = new ArrayList<>();
    for (JsonNode arc : topology.path("arcs")) {
      List<double[]> points = new ArrayList<>(arc.size());
      long x = 0;
      long y = 0;
      for (JsonNode step : arc) {
        x += step.path(0).asLong();
        y += step.path(1).asLong();
        points.add(
            new double[] {
              x * scale.path(0).asDouble() + translate.path(0).asDouble(),
              y * scale.path(1).asDouble() + translate.path(1).asDouble()
            });
      }
      arcs.add(points);
    }
    return arcs;
  }

  /**
   * A ring is made of arcs; of one that is written as -1 - n, arc n is walked backwards. Russia
   * goes on beyond 180 degrees, instead of once around the earth and back.
   */
  private static List<double[]> joined(JsonNode ring, List<List<double[]>> arcs) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode index : ring) {
      int n = index.asInt();
      List<double[]> arc = arcs.get(n < 0 ? -1 - n : n);
      for (int i = points.isEmpty() ? 0 : 1; i < arc.size(); i++) {
        double[] point = arc.get(n < 0 ? arc.size() - 1 - i : i);
        points.add(points.isEmpty() ? point : near(point, points.get(points.size() - 1)));
      }
    }
    return points;
  }

  private static double[] near(double[] point, double[] before) {
    double around = 360 * Math.rint((before[0] - point[0]) / 360);
    return new double[] {point[0] + around, point[1]};
  }

  /** The rings around there, each a list of longitude, latitude, longitude and so on. */
  ArrayNode within(Box box) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Ring ring : rings) {
      if (ring.around().touches(box)) {
        ArrayNode line = json.addArray();
        for (double[] point : ring.points()) {
          line.add(rounded(point[0])).add(rounded(point[1]));
        }
      }
    }
    return json;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
  }
}
