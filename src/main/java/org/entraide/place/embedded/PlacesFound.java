package org.entraide.place.embedded;

import java.util.List;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/** Makes places of the gazetteer's features. */
final class PlacesFound {

  /** In {@link Place#provider}. */
  static final String PROVIDER = "embedded";

  /** What is known less precisely is no answer (reference: the area of a British postcode). */
  static final double WIDEST_KM = 30;

  /** Two districts named together are taken for what lies between them up to this. */
  private static final double WIDEST_MERGED_KM = 6;

  /** The circles that the precisions promise (reference, §4.2). */
  private static final double DISTRICT_KM = 1.5;

  private static final double OUTCODE_KM = 2;
  private static final double POSTCODE_KM = 12;

  private final GazetteerIndex index;
  private final String language;

  PlacesFound(GazetteerIndex index, String language) {
    this.index = index;
    this.language = language;
  }

  static boolean isPart(Feature feature) {
    return feature.kind() == FeatureKind.DISTRICT
        || feature.kind() == FeatureKind.OUTCODE
        || feature.kind() == FeatureKind.POSTCODE;
  }

  Place place(Feature feature, double confidence) {
    double km = Math.min(feature.uncertaintyKm(), widest(feature));
    return place(feature, feature.point(), km, name(feature), confidence);
  }

  /** What the place of a town of its size is known to, whatever its source (reference, §4.2). */
  private static double widest(Feature feature) {
    boolean counted = feature.kind() == FeatureKind.TOWN && feature.population() > 0;
    if (!counted || feature.population() >= 1_000_000) {
      return Double.MAX_VALUE;
    }
    return feature.population() < 100_000 ? 3 : 6;
  }

  /**
   * The name with its town, where the name does not say it. An area of postcodes is called by how
   * they begin, behind its town: « Berlin 10… », as « 10, Berlin » reads like a house number.
   */
  String name(Feature feature) {
    boolean codes = feature.kind() == FeatureKind.POSTCODE_AREA;
    String name = feature.name(language) + (codes ? "…" : "");
    if (feature.parent() < 0) {
      return name;
    }
    String town = index.get(feature.parent()).name(language);
    if (codes) {
      return town + " " + name;
    }
    return name.contains(town) ? name : name + ", " + town;
  }

  /** The name of the region that it lies in, in the language. */
  String region(Feature feature) {
    return index.exact(GazetteerIndex.normalize(feature.admin1())).stream()
        .filter(f -> f.kind() == FeatureKind.REGION && f.country().equals(feature.country()))
        .findFirst()
        .map(f -> f.name(language))
        .orElse(feature.admin1());
  }

  String shortName(Feature feature) {
    return feature.name(language);
  }

  /** Nearby is twice as far. */
  static Place wider(Place place) {
    double km = 2 * place.uncertaintyKm();
    return new Place(
        place.point(),
        km > DISTRICT_KM ? Precision.CITY : place.precision(),
        km,
        place.name(),
        place.country(),
        place.confidence(),
        place.provider());
  }

  /** The circle around several neighbouring parts, empty if that is too wide. */
  Optional<Place> between(List<Feature> parts, double confidence) {
    GeoPoint middle =
        new GeoPoint(
            parts.stream().mapToDouble(f -> f.point().latitude()).average().orElseThrow(),
            parts.stream().mapToDouble(f -> f.point().longitude()).average().orElseThrow());
    double radiusKm =
        parts.stream()
            .mapToDouble(f -> middle.kmTo(f.point()) + f.uncertaintyKm())
            .max()
            .orElseThrow();
    if (radiusKm > WIDEST_MERGED_KM) {
      return Optional.empty();
    }
    double shownKm = Math.ceil(10 * radiusKm) / 10;
    String names = String.join(" / ", parts.stream().map(this::shortName).toList());
    Feature one = parts.get(0);
    String town = one.parent() < 0 ? "" : index.get(one.parent()).name(language);
    String name = town.isEmpty() || names.contains(town) ? names : names + ", " + town;
    return Optional.of(place(one, middle, shownKm, name, confidence));
  }

  private static Place place(
      Feature feature, GeoPoint point, double km, String name, double confidence) {
    return new Place(
        point, precision(feature.kind(), km), km, name, feature.country(), confidence, PROVIDER);
  }

  /** A kind that promises a smaller circle than it has is called by the next wider one. */
  private static Precision precision(FeatureKind kind, double km) {
    return switch (kind) {
      case DISTRICT -> km <= DISTRICT_KM ? Precision.DISTRICT : Precision.CITY;
      case OUTCODE -> km <= OUTCODE_KM ? Precision.OUTCODE : Precision.POSTCODE_AREA;
      case POSTCODE -> km <= POSTCODE_KM ? Precision.POSTCODE : Precision.POSTCODE_AREA;
      case POSTCODE_AREA -> Precision.POSTCODE_AREA;
      case TOWN -> Precision.CITY;
      case REGION, COUNTRY, ISLAND -> Precision.COUNTRY;
    };
  }
}
