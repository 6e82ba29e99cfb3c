package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/** Departments and counties, which the gazetteer does not know: the table areas.tsv. */
final class Areas {

  /** What a department's number is written as for the words that follow, as no name is. */
  private static final String DEPARTMENT = "departement";

  /** These are not numbered. */
  private static final int NUMBER = -1;

  /** Enough that a village of the name is not preferred. */
  private static final long PEOPLE = 500_000;

  private static final Map<String, String> OVERSEAS =
      Map.of("971", "GP", "972", "MQ", "973", "GF", "974", "RE", "976", "YT");

  private final GazetteerIndex index;
  private final Map<String, List<Feature>> byName = new HashMap<>();

  Areas(GazetteerIndex index) {
    this.index = index;
    for (String line : PlaceVocabulary.lines("areas.tsv")) {
      add(List.of(line.split("\t", -1)));
    }
    OVERSEAS.forEach(
        (number, country) ->
            index.country(country).ifPresent(f -> byName.put(department(number), List.of(f))));
  }

  /** Returns the word for a department's number. */
  static String department(String number) {
    String digits = number.toUpperCase(Locale.ROOT).replace("2A", "20").replace("2B", "20");
    return DEPARTMENT + digits;
  }

  /** Whether it is the word for a department's number. */
  static boolean isNumber(String name) {
    return name.startsWith(DEPARTMENT) && name.length() > DEPARTMENT.length();
  }

  List<Feature> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  private void add(List<String> cells) {
    List<String> names = new ArrayList<>(List.of(cells.get(1).split("\\|", -1)));
    String country = cells.get(0);
    Optional<Feature> circle = cells.size() == 3 ? circle(cells) : Optional.of(county(cells));
    if (cells.size() == 3) {
      names.add(department(cells.get(2)));
    }
    circle.ifPresent(
        area -> names.forEach(n -> byName.put(GazetteerIndex.normalize(n), List.of(area))));
    if (circle.isEmpty()) {
      throw new IllegalStateException("No postcodes are known of an area of " + country + ".");
    }
  }

  private Optional<Feature> circle(List<String> cells) {
    return index
        .postcode(cells.get(0), cells.get(2))
        .map(f -> region(cells.get(0), cells.get(1), f.point(), f.uncertaintyKm()));
  }

  private static Feature county(List<String> cells) {
    GeoPoint point =
        new GeoPoint(Double.parseDouble(cells.get(2)), Double.parseDouble(cells.get(3)));
    return region(cells.get(0), cells.get(1), point, Double.parseDouble(cells.get(4)));
  }

  private static Feature region(String country, String names, GeoPoint point, double km) {
    String name = names.split("\\|", -1)[0];
    return new Feature(
        NUMBER,
        FeatureKind.REGION,
        name,
        name,
        name,
        country,
        "",
        PEOPLE,
        point,
        km,
        Feature.NO_PARENT);
  }
}
