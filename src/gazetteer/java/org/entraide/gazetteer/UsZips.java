package org.entraide.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.FeatureKind;

/** American ZIP codes: the Census Bureau's tabulation areas, and the areas of three digits. */
final class UsZips {

  private final Towns towns;
  private final Map<String, String> admins;
  private final Map<Integer, String> states = new TreeMap<>();

  UsZips(Towns towns, Map<String, String> admins) {
    this.towns = towns;
    this.admins = admins;
  }

  /** First three digits from, to, state. */
  void readStates(Path file) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      for (int i = Integer.parseInt(row.get(0)); i <= Integer.parseInt(row.get(1)); i++) {
        states.put(i, row.get(2));
      }
    }
  }

  List<Draft> read(Path file) throws IOException {
    List<Draft> zips = new ArrayList<>();
    Map<String, List<Draft>> byThree = new TreeMap<>();
    for (JsonNode row : Files.script(file)) {
      Draft zip = zip(row.get(0).asText(), row.get(1));
      zips.add(zip);
      byThree.computeIfAbsent(zip.name.substring(0, 3), key -> new ArrayList<>()).add(zip);
    }
    radii(zips);
    byThree.forEach((three, all) -> zips.add(area(three, all)));
    return zips;
  }

  private Draft zip(String code, JsonNode at) {
    GeoPoint point = new GeoPoint(at.get("latitude").asDouble(), at.get("longitude").asDouble());
    Draft zip = new Draft(FeatureKind.POSTCODE, code, "US", point);
    zip.admin1Code = states.getOrDefault(Integer.parseInt(code.substring(0, 3)), "");
    zip.admin1 = admins.getOrDefault("US." + zip.admin1Code, "");
    zip.codes.add("US" + code);
    zip.parent = town(zip);
    return zip;
  }

  /** The largest town in whose circle it lies, else the nearest one. */
  private @org.jspecify.annotations.Nullable Draft town(Draft zip) {
    List<Draft> near =
        towns.near(
            zip.point,
            30,
            t ->
                t.kind == FeatureKind.TOWN
                    && t.country.equals("US")
                    && t.admin1Code.equals(zip.admin1Code));
    return near.stream()
        .filter(t -> t.kmTo(zip) <= Draft.townKm(t.population))
        .max(Comparator.comparingLong(t -> t.population))
        .or(() -> near.stream().min(Comparator.comparingDouble(t -> t.kmTo(zip))))
        .orElse(null);
  }

  /**
   * The source has no areas. Where codes lie close together they are small: the distance to the
   * fourth nearest one stands in for the radius.
   */
  private static void radii(List<Draft> zips) {
    List<Draft> byLatitude = new ArrayList<>(zips);
    byLatitude.sort(Comparator.comparingDouble(z -> z.point.latitude()));
    for (int i = 0; i < byLatitude.size(); i++) {
      double[] nearest = new double[4];
      Arrays.fill(nearest, 60);
      for (int step = -1; step <= 1; step += 2) {
        for (int j = i + step; j >= 0 && j < byLatitude.size(); j += step) {
          GeoPoint a = byLatitude.get(i).point;
          GeoPoint b = byLatitude.get(j).point;
          if (Math.abs(a.latitude() - b.latitude()) * 111 > nearest[3]) {
            break;
          }
          double km = a.kmTo(b);
          if (km < nearest[3]) {
            nearest[3] = km;
            Arrays.sort(nearest);
          }
        }
      }
      byLatitude.get(i).uncertaintyKm = Math.max(3, nearest[3]);
    }
  }

  private static Draft area(String three, List<Draft> zips) {
    Draft area = new Draft(FeatureKind.POSTCODE_AREA, three, "US", Circle.middle(zips));
    area.uncertaintyKm = Math.max(10, Circle.radius(area.point, zips, 1));
    area.admin1Code = zips.get(0).admin1Code;
    area.admin1 = zips.get(0).admin1;
    area.codes.add("US" + three);
    return area;
  }
}
