package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.place.index.FeatureKind;

/** Beginnings of postcodes whose main town is known: a table by hand, placed by the gazetteer. */
final class PostcodeAreas {

  private PostcodeAreas() {}

  /** Country, beginnings, main town, radius in kilometres. */
  static List<Draft> read(Path file, Towns towns) throws IOException {
    Set<String> known = new HashSet<>();
    List<Draft> areas = new ArrayList<>();
    for (List<String> row : Files.tsv(file)) {
      String country = row.get(0);
      Draft town =
          towns
              .largest(country, row.get(2))
              .orElseThrow(() -> new IllegalStateException("No such town: " + row));
      for (String beginning : row.get(1).split(",", -1)) {
        if (!known.add(country + beginning)) {
          throw new IllegalStateException("Twice: " + country + beginning);
        }
        areas.add(area(beginning, town, Double.parseDouble(row.get(3))));
      }
    }
    return areas;
  }

  private static Draft area(String beginning, Draft town, double km) {
    Draft area = new Draft(FeatureKind.POSTCODE_AREA, beginning, town.country, town.point);
    area.uncertaintyKm = km;
    area.parent = town;
    area.admin1 = town.admin1;
    area.codes.add(town.country + beginning);
    return area;
  }
}
