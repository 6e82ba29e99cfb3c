package org.entraide.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.FeatureKind;

/** Towns of GeoNames, from two packages. Columns: the readme of its export. */
final class GeoNames {

  /** Historical, abandoned, destroyed. */
  private static final Set<String> GONE = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");

  /** A part of a town as large as this is as vague as a town. */
  private static final long LARGE_PART = 20_000;

  /** Codes of airports and railways: LON, EDI, CKY. */
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{1,4}");

  /** The same place in the other package. */
  private static final double SAME_KM = 15;

  private final Towns towns;
  private final Map<String, String> admins = new HashMap<>();

  GeoNames(Towns towns) {
    this.towns = towns;
  }

  void readAdmins(Path file) throws IOException {
    for (JsonNode admin : Files.json(file)) {
      admins.put(admin.get("code").asText(), admin.get("name").asText());
    }
  }

  Map<String, String> admins() {
    return admins;
  }

  void readTowns(Path file) throws IOException {
    for (String line : java.nio.file.Files.readAllLines(file)) {
      List<String> cells = List.of(line.split("\t", -1));
      if (!GONE.contains(cells.get(7))) {
        towns.add(town(cells));
      }
    }
  }

  private Draft town(List<String> cells) {
    GeoPoint point =
        new GeoPoint(Double.parseDouble(cells.get(4)), Double.parseDouble(cells.get(5)));
    long population = Long.parseLong(cells.get(14));
    boolean section = cells.get(7).equals("PPLX");
    boolean part = section && population < LARGE_PART;
    Draft town =
        new Draft(
            part ? FeatureKind.DISTRICT : FeatureKind.TOWN, cells.get(1), cells.get(8), point);
    town.population = population;
    town.section = section;
    town.uncertaintyKm = part ? 1.5 : Draft.townKm(population);
    town.admin1Code = cells.get(10);
    town.admin1 = admins.getOrDefault(town.country + "." + town.admin1Code, "");
    town.admin2Code = cells.get(11);
    town.insee = cells.get(13);
    names(town, cells.get(1));
    names(town, cells.get(2));
    for (String other : cells.get(3).split(",", -1)) {
      if (!ABBREVIATION.matcher(other).matches()) {
        names(town, other);
      }
    }
    return town;
  }

  /** A name and the ways to write it without what is not on every keyboard. */
  static void names(Draft town, String name) {
    town.addName(name);
    if (name.matches(".*['’`].*")) {
      town.addName(name.replaceAll("['’`]", ""));
    }
    if (name.matches(".*[äöüøåÄÖÜØÅ].*")) {
      town.addName(
          name.replaceAll("[äÄ]", "ae")
              .replaceAll("[öÖøØ]", "oe")
              .replaceAll("[üÜ]", "ue")
              .replaceAll("[åÅ]", "aa"));
    }
  }

  /** Adds the towns of the second package that are not in the first. It has no populations. */
  void readMoreTowns(Path file) throws IOException {
    for (JsonNode node : Files.json(file)) {
      String country = node.get("country").asText();
      String name = node.get("name").asText();
      GeoPoint point = new GeoPoint(node.get("lat").asDouble(), node.get("lng").asDouble());
      if (towns.named(country, name).stream().noneMatch(t -> t.point.kmTo(point) < SAME_KM)) {
        Draft town = new Draft(FeatureKind.TOWN, name, country, point);
        town.uncertaintyKm = Draft.townKm(0);
        town.section = true; // if it lies inside a town: that package does not say what it is
        town.admin1Code = node.get("admin1").asText();
        town.admin1 = admins.getOrDefault(country + "." + town.admin1Code, "");
        town.admin2Code = node.get("admin2").asText();
        names(town, name);
        towns.add(town);
      }
    }
  }
}
