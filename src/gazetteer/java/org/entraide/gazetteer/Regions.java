package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.FeatureKind;

/** First-order divisions and countries, each the circle in which nearly all its people live. */
final class Regions {

  private static final double NEARLY_ALL = 0.95;
  private static final double LEAST_KM = 10;

  private final Towns towns;
  private final Map<String, List<String>> extra = new HashMap<>();

  Regions(Towns towns) {
    this.towns = towns;
  }

  /** Country, code, abbreviation, French name, further names. */
  void readNames(Path file) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      extra.put(row.get(0) + "." + row.get(1), row);
    }
  }

  List<Draft> divisions(Map<String, String> admins) {
    Map<String, List<Draft>> people = new TreeMap<>();
    for (Draft town : towns.all()) {
      people
          .computeIfAbsent(town.country + "." + town.admin1Code, key -> new ArrayList<>())
          .add(town);
    }
    List<Draft> regions = new ArrayList<>();
    people.forEach(
        (code, its) -> {
          String name = admins.get(code);
          if (name != null) {
            regions.add(division(code, name, its));
          }
        });
    return regions;
  }

  private Draft division(String code, String name, List<Draft> its) {
    Draft region = circle(FeatureKind.REGION, name, its);
    region.admin1 = name;
    GeoNames.names(region, name);
    List<String> row = extra.get(code);
    if (row != null) {
      region.nameFr = row.get(3);
      if (!row.get(2).isEmpty()) {
        region.codes.add("=" + region.country + "-" + row.get(2));
      }
      GeoNames.names(region, row.get(3));
      for (String other : row.get(4).split("\\|", -1)) {
        GeoNames.names(region, other);
      }
    }
    return region;
  }

  List<Draft> countries() {
    Map<String, List<Draft>> people = new TreeMap<>();
    for (Draft town : towns.all()) {
      if (town.kind == FeatureKind.TOWN) {
        people.computeIfAbsent(town.country, key -> new ArrayList<>()).add(town);
      }
    }
    List<Draft> countries = new ArrayList<>();
    people.forEach(
        (code, its) -> {
          Draft country = circle(FeatureKind.COUNTRY, CountryNames.in(code, "en"), its);
          country.nameFr = CountryNames.in(code, "fr");
          country.codes.add("=" + code);
          countries.add(country);
        });
    return countries;
  }

  private static Draft circle(FeatureKind kind, String name, List<Draft> its) {
    Draft draft = new Draft(kind, name, its.get(0).country, Circle.middle(its));
    draft.population =
        its.stream().filter(t -> t.parent == null).mapToLong(t -> t.population).sum();
    draft.uncertaintyKm =
        Math.max(LEAST_KM, Math.ceil(Circle.radius(draft.point, its, NEARLY_ALL)));
    return draft;
  }

  /** Islands and regions that are no division: kind, country, names, point, radius, people. */
  static List<Draft> others(Path file) throws IOException {
    List<Draft> others = new ArrayList<>();
    for (List<String> row : Files.tsv(file)) {
      String[] names = row.get(2).split("\\|", -1);
      Draft draft =
          new Draft(
              FeatureKind.valueOf(row.get(0)),
              names[names.length - 1],
              row.get(1),
              new GeoPoint(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4))));
      draft.nameFr = names[0];
      draft.uncertaintyKm = Double.parseDouble(row.get(5));
      draft.population = Long.parseLong(row.get(6));
      draft.byHand = true;
      for (String name : names) {
        GeoNames.names(draft, name);
      }
      others.add(draft);
    }
    return others;
  }
}
