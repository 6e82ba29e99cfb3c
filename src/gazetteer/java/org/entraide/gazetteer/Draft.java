package org.entraide.gazetteer;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;
import org.jspecify.annotations.Nullable;

/** A feature while it is put together from several sources. */
final class Draft {

  FeatureKind kind;
  String name;
  String nameFr = "";
  String nameEn = "";
  final String country;
  String admin1 = "";
  long population;
  GeoPoint point;
  double uncertaintyKm;
  @Nullable Draft parent;

  /** Codes of the source: first order, second order, and in France the commune. */
  String admin1Code = "";

  String admin2Code = "";
  String insee = "";

  /** How many people it counts for at least when places of one name are put in order. */
  long atLeast;

  /** Whether the source calls it a section of a town. */
  boolean section;

  /** Whether a person wrote it, so that no source may change it. */
  boolean byHand;

  final SortedSet<String> names = new TreeSet<>();
  final List<String> codes = new ArrayList<>();
  int id;

  Draft(FeatureKind kind, String name, String country, GeoPoint point) {
    this.kind = kind;
    this.name = name;
    this.country = country;
    this.point = point;
  }

  /** Adds a name as it is looked up, if it can be. */
  void addName(String typed) {
    String normalized = GazetteerIndex.normalize(typed);
    boolean ascii = normalized.chars().allMatch(c -> c < 0x80);
    boolean letters = normalized.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    if (normalized.length() > 1 && ascii && letters) {
      names.add(normalized);
    }
  }

  long importance() {
    return switch (kind) {
      case REGION, COUNTRY, ISLAND -> population / 20;
      default -> Math.max(population, atLeast);
    };
  }

  double kmTo(Draft other) {
    return point.kmTo(other.point);
  }

  Feature feature() {
    return new Feature(
        id,
        kind,
        name,
        nameFr.isEmpty() ? name : nameFr,
        nameEn.isEmpty() ? name : nameEn,
        country,
        admin1,
        population,
        point,
        uncertaintyKm,
        parent == null ? Feature.NO_PARENT : parent.id);
  }

  /** What the place of a town of so many people is known to, when only its name is known. */
  static double townKm(long population) {
    if (population < 100_000) {
      return 3;
    }
    return population < 1_000_000 ? 6 : 12;
  }
}
