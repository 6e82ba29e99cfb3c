package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/** What people wrote by hand: it counts more than what the sources say. */
final class Hand {

  private static final Pattern POSTCODE = Pattern.compile("[0-9]{4,5}");
  private static final Pattern OUTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

  /** A town is one point in one source and another in the next. */
  private static final double SAME_TOWN_KM = 25;

  private static final double SAME_PART_KM = 6;
  private static final double FARTHEST_PART_KM = 35;
  private static final double LARGEST_DISTRICT_KM = 3;

  /** A part of a town that somebody wrote down is meant more often than a village of its name. */
  private static final long PART_PEOPLE = 20_000;

  /** How important a place written down is at least, by its rank from 2 on. */
  private static final long[] PEOPLE_OF_RANK = {
    0, 0, 20_000, 100_000, 300_000, 1_000_000, 3_000_000
  };

  private final Towns towns;

  /** Names that are everyday words, too. */
  final List<String> everyday = new ArrayList<>();

  Hand(Towns towns) {
    this.towns = towns;
  }

  /** Names, latitude, longitude, precision, country, uncertainty, rank, parent. */
  void read(Path file) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      place(row);
    }
  }

  private void place(List<String> row) {
    List<String> names = new ArrayList<>();
    for (String name : row.get(0).split("\\|", -1)) {
      if (name.startsWith("~")) {
        everyday.add(GazetteerIndex.normalize(name.substring(1)));
      }
      names.add(name.replace("~", ""));
    }
    String country = row.get(4);
    GeoPoint point = new GeoPoint(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)));
    FeatureKind kind =
        switch (row.get(3)) {
          case "CITY" -> FeatureKind.TOWN;
          default -> FeatureKind.valueOf(row.get(3));
        };
    Optional<Draft> known =
        row.get(7).isEmpty() ? known(names, country, point, kind) : Optional.empty();
    if (known.isEmpty() && kind != FeatureKind.OUTCODE) {
      known = part(names.get(0), country, point);
    }
    Draft draft = known.orElseGet(() -> new Draft(kind, names.get(0), country, point));
    draft.kind = kind;
    draft.point = point;
    draft.nameFr = names.get(0);
    draft.uncertaintyKm = Double.parseDouble(row.get(5));
    draft.byHand = true;
    draft.atLeast = PEOPLE_OF_RANK[Integer.parseInt(row.get(6))];
    parent(draft, row.get(7));
    boolean isNew = known.isEmpty();
    for (String name : names) {
      if (POSTCODE.matcher(name).matches()) {
        draft.codes.add(country + name);
      } else if (kind == FeatureKind.OUTCODE && OUTCODE.matcher(name).matches()) {
        draft.codes.add(country + name);
      } else if (isNew) {
        draft.addName(name);
      } else {
        towns.addName(draft, name);
      }
    }
    if (isNew) {
      towns.add(draft);
    }
  }

  /** Country, town, names, latitude, longitude, radius, postcode. */
  void readParts(Path file) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      part(row);
    }
  }

  private void part(List<String> row) {
    String country = row.get(0);
    List<String> names = List.of(row.get(2).split("\\|", -1));
    Draft town = parent(country, row.get(1));
    GeoPoint typed =
        row.get(3).isEmpty()
            ? null
            : new GeoPoint(Double.parseDouble(row.get(3)), Double.parseDouble(row.get(4)));
    Optional<Draft> known =
        names.stream()
            .flatMap(name -> towns.named(country, name).stream())
            .filter(
                t ->
                    t != town
                        && (typed == null
                            ? t.kmTo(town) <= FARTHEST_PART_KM
                            : t.point.kmTo(typed) <= SAME_PART_KM))
            .max(Comparator.comparing((Draft t) -> t.byHand).thenComparingLong(t -> t.population));
    if (known.isEmpty() && typed == null) {
      throw new IllegalStateException("Nobody knows where that is: " + row);
    }
    Draft draft =
        known.orElseGet(
            () ->
                new Draft(
                    FeatureKind.DISTRICT, names.get(0), country, Objects.requireNonNull(typed)));
    draft.uncertaintyKm = Double.parseDouble(row.get(5));
    draft.kind =
        draft.uncertaintyKm > LARGEST_DISTRICT_KM ? FeatureKind.TOWN : FeatureKind.DISTRICT;
    draft.nameFr = names.get(0);
    draft.byHand = true;
    draft.atLeast = PART_PEOPLE;
    if (typed != null) {
      draft.point = typed;
    }
    draft.parent = town;
    draft.admin1 = town.admin1;
    draft.admin1Code = town.admin1Code;
    if (!row.get(6).isEmpty()) {
      draft.codes.add(country + row.get(6));
    }
    names.forEach(name -> towns.addName(draft, name));
    if (known.isEmpty()) {
      towns.add(draft);
    }
  }

  private Draft parent(String country, String name) {
    return towns
        .largest(country, name)
        .orElseThrow(() -> new IllegalStateException("There is no town " + name + "."));
  }

  private Optional<Draft> known(
      List<String> names, String country, GeoPoint point, FeatureKind kind) {
    if (kind != FeatureKind.TOWN) {
      return Optional.empty();
    }
    return names.stream()
        .flatMap(name -> towns.named(country, name).stream())
        .filter(t -> !t.byHand && t.point.kmTo(point) <= SAME_TOWN_KM)
        .max(Comparator.comparingLong(t -> t.population));
  }

  private Optional<Draft> part(String name, String country, GeoPoint point) {
    return towns.named(country, name).stream()
        .filter(t -> !t.byHand && t.point.kmTo(point) <= SAME_PART_KM)
        .min(Comparator.comparingDouble(t -> t.point.kmTo(point)));
  }

  private void parent(Draft draft, String name) {
    if (name.isEmpty()) {
      return;
    }
    Draft parent = parent(draft.country, name);
    draft.parent = parent;
    draft.admin1 = parent.admin1;
    draft.admin1Code = parent.admin1Code;
  }
}
