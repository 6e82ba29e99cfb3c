package org.entraide.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/**
 * French postcodes: each the circle around its communes, which GeoNames knows by INSEE's number.
 */
final class FrenchCodes {

  /** Departments that are countries to ISO. */
  private static final Map<String, String> OVERSEAS =
      Map.of("971", "GP", "972", "MQ", "973", "GF", "974", "RE", "976", "YT");

  private final Towns towns;
  private final Map<String, Draft> byInsee = new HashMap<>();
  private final Map<String, Draft> byDepartment = new HashMap<>();
  int located;
  int unlocated;

  FrenchCodes(Towns towns) {
    this.towns = towns;
    for (Draft town : towns.all()) {
      if (town.country.equals("FR") || OVERSEAS.containsValue(town.country)) {
        byInsee.merge(town.insee, town, FrenchCodes::larger);
        for (String name : town.names) {
          byDepartment.merge(town.admin2Code + " " + name, town, FrenchCodes::larger);
        }
      }
    }
  }

  private static Draft larger(Draft one, Draft other) {
    return one.population >= other.population ? one : other;
  }

  List<Draft> read(Path file) throws IOException {
    Set<String> known = new HashSet<>();
    towns.all().forEach(town -> known.addAll(town.codes));
    Map<String, Map<String, String>> communes = new TreeMap<>();
    for (JsonNode row : Files.json(file)) {
      communes
          .computeIfAbsent(row.get("codePostal").asText(), key -> new TreeMap<>())
          .put(row.get("codeCommune").asText(), row.get("nomCommune").asText());
    }
    List<Draft> codes = new ArrayList<>();
    Map<String, Set<Draft>> areas = new TreeMap<>();
    communes.forEach(
        (code, its) -> {
          List<Draft> places = new ArrayList<>();
          its.forEach((insee, name) -> add(places, insee, name));
          if (places.isEmpty()) {
            unlocated++;
          } else {
            located++;
            areas.computeIfAbsent(area(code), key -> new HashSet<>()).addAll(places);
            if (!known.contains("FR" + code)) {
              codes.add(code(code, places, its.size()));
            }
          }
        });
    areas.forEach((area, places) -> codes.add(area(area, places)));
    return codes;
  }

  private void add(List<Draft> places, String insee, String name) {
    Draft place = byInsee.get(insee);
    if (place == null) {
      String department = insee.substring(0, insee.startsWith("97") ? 3 : 2);
      place = byDepartment.get(department + " " + GazetteerIndex.normalize(name));
    }
    if (place != null && !places.contains(place)) {
      places.add(place);
    }
  }

  private static String area(String code) {
    return code.substring(0, code.startsWith("97") ? 3 : 2);
  }

  /** One commune is as wide as a town; of several each adds two kilometres to its distance. */
  private static Draft code(String code, List<Draft> places, int communes) {
    Draft main = places.stream().max(Comparator.comparingLong(p -> p.population)).orElseThrow();
    Draft draft = new Draft(FeatureKind.POSTCODE, code, main.country, Circle.middle(places));
    double radius =
        communes == 1
            ? main.uncertaintyKm
            : Math.max(main.uncertaintyKm, Circle.radius(draft.point, places, 1) + 2);
    // Communes too small for GeoNames are somewhere around those that it has.
    boolean complete = places.size() == communes;
    draft.uncertaintyKm = complete ? radius : Math.max(6, radius * 1.3);
    draft.population = 0;
    draft.parent = main;
    draft.admin1 = main.admin1;
    draft.codes.add("FR" + code);
    if (!main.country.equals("FR")) {
      draft.codes.add(main.country + code);
    }
    return draft;
  }

  private static Draft area(String area, Set<Draft> places) {
    List<Draft> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparing((Draft p) -> p.name).thenComparing(p -> p.point.latitude()));
    Draft draft =
        new Draft(FeatureKind.POSTCODE_AREA, area, sorted.get(0).country, Circle.middle(sorted));
    draft.uncertaintyKm = Math.max(10, Circle.radius(draft.point, sorted, 0.98));
    draft.admin1 = mostCommonAdmin(sorted);
    draft.codes.add("FR" + area);
    if (!draft.country.equals("FR")) {
      draft.codes.add(draft.country + area);
    }
    return draft;
  }

  private static String mostCommonAdmin(List<Draft> places) {
    Map<String, Integer> counts = new TreeMap<>();
    places.forEach(place -> counts.merge(place.admin1, 1, Integer::sum));
    return new TreeSet<>(
            counts.entrySet().stream()
                .filter(
                    e ->
                        e.getValue()
                            .equals(counts.values().stream().max(Integer::compare).orElse(0)))
                .map(Map.Entry::getKey)
                .toList())
        .first();
  }
}
