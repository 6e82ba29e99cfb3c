package org.entraide.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.GazetteerIndex;
import org.entraide.place.index.Kind;

/** What people wrote by hand: it counts more than what the sources say. */
final class Hand {

  private static final Pattern POSTCODE = Pattern.compile("[0-9]{4,5}");
  private static final Pattern OUTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

  /** A town is one point in one source and another in the next. */
  private static final double SAME_TOWN_KM = 25;

  private static final double SAME_PART_KM = 6;

  private final Towns towns;
  private final List<Draft> mine = new ArrayList<>();

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
    GeoPoint point =
        new GeoPoint(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)));
    Kind kind =
        switch (row.get(3)) {
          case "CITY" -> Kind.TOWN;
          default -> Kind.valueOf(row.get(3));
        };
    Optional<Draft> known = row.get(7).isEmpty() ? known(names, country, point, kind) : Optional.empty();
    if (known.isEmpty() && kind != Kind.OUTCODE) {
      known = part(names.get(0), country, point);
    }
    Draft draft = known.orElseGet(() -> new Draft(kind, names.get(0), country, point));
    draft.kind = kind;
    draft.point = point;
    draft.nameFr = names.get(0);
    draft.uncertaintyKm = Double.parseDouble(row.get(5));
    draft.byHand = true;
    parent(draft, row.get(7));
    boolean isNew = known.isEmpty();
    for (String name : names) {
      if (POSTCODE.matcher(name).matches()) {
        draft.codes.add(country + name);
      } else if (kind == Kind.OUTCODE && OUTCODE.matcher(name).matches()) {
        draft.codes.add(country + name);
      } else if (isNew) {
        draft.addName(name);
      } else {
        towns.addName(draft, name);
      }
    }
    mine.add(draft);
    if (isNew) {
      towns.add(draft);
    }
  }

  private Optional<Draft> known(List<String> names, String country, GeoPoint point, Kind kind) {
    if (kind != Kind.TOWN) {
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
    Draft parent =
        towns.largest(draft.country, name)
            .orElseThrow(() -> new IllegalStateException("There is no town " + name + "."));
    draft.parent = parent;
    draft.admin1 = parent.admin1;
    draft.admin1Code = parent.admin1Code;
  }

  /** Where two drafts of one name are one place after all, the one by hand stays. */
  List<Draft> drafts() {
    return mine;
  }
}
