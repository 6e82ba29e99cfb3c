package org.entraide.place.embedded;

import org.entraide.place.Territories;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;

/** Whether two places that are named together can both be right. */
final class PlaceAgreement {

  /** A postcode and a town apart by more than this contradict each other, whatever their size. */
  static final double CODE_KM = 25;

  /** People say the large town for what is around it: its circle, so many times wider. */
  private static final double SUBURBS = 1.3;

  private static final double SLACK_KM = 2;

  private PlaceAgreement() {}

  static boolean between(Feature one, Feature other) {
    if (one.id() == other.id() && one.id() >= 0) {
      return true;
    }
    if (isWide(one) || isWide(other)) {
      return isWide(one) ? contains(one, other) : contains(other, one);
    }
    if (isPartOf(one, other) || isPartOf(other, one)) {
      return true;
    }
    double km = one.point().kmTo(other.point());
    double reach = one.uncertaintyKm() + other.uncertaintyKm();
    if (isCode(one) || isCode(other)) {
      return km <= Math.max(isDistrict(one) || isDistrict(other) ? reach : CODE_KM, reach);
    }
    boolean unequal = Math.max(one.uncertaintyKm(), other.uncertaintyKm()) >= 6;
    return km
        <= (unequal && !isDistrict(one) && !isDistrict(other) ? reach * SUBURBS + SLACK_KM : reach);
  }

  private static boolean isPartOf(Feature part, Feature whole) {
    return part.parent() == whole.id() && part.parent() != Feature.NO_PARENT;
  }

  private static boolean contains(Feature wide, Feature place) {
    if (!Territories.includes(wide.country(), place.country())) {
      return false;
    }
    if (wide.kind() == FeatureKind.COUNTRY) {
      return true;
    }
    boolean division =
        !wide.admin1().isEmpty() && wide.id() >= 0 && wide.kind() == FeatureKind.REGION;
    return division
        ? wide.admin1().equals(place.admin1())
        : wide.point().kmTo(place.point()) <= wide.uncertaintyKm() * 1.1;
  }

  /** Whether it is too large to be somebody's place. */
  static boolean isWide(Feature feature) {
    return switch (feature.kind()) {
      case REGION, COUNTRY, ISLAND -> true;
      default -> false;
    };
  }

  static boolean isCode(Feature feature) {
    return switch (feature.kind()) {
      case POSTCODE, OUTCODE, POSTCODE_AREA -> true;
      default -> false;
    };
  }

  private static boolean isDistrict(Feature feature) {
    return feature.kind() == FeatureKind.DISTRICT || feature.kind() == FeatureKind.OUTCODE;
  }
}
