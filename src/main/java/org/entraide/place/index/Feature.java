package org.entraide.place.index;

import org.entraide.place.GeoPoint;

/**
 * One place of the gazetteer.
 *
 * @param id its number in this version of the gazetteer; the lower, the more important
 * @param name its name where it lies, in Latin script
 * @param nameFr its French name; {@code name} where no other is known
 * @param nameEn its English name; {@code name} where no other is known
 * @param country ISO 3166-1 alpha-2, in capitals
 * @param admin1 the name of the first-order division that it lies in, such as "Illinois"; may be
 *     empty
 * @param population number of inhabitants; 0 where unknown
 * @param point its middle
 * @param uncertaintyKm how far from the middle someone who names it may be, in kilometres
 * @param parent the id of the town that it is a part of, or that a postcode belongs to; -1 for none
 */
public record Feature(
    int id,
    FeatureKind kind,
    String name,
    String nameFr,
    String nameEn,
    String country,
    String admin1,
    long population,
    GeoPoint point,
    double uncertaintyKm,
    int parent) {

  /** The parent of a feature that is a part of nothing. */
  public static final int NO_PARENT = -1;

  /** The name in French or English, by an ISO 639 code; in another language the local one. */
  public String name(String language) {
    return switch (language) {
      case "fr" -> nameFr;
      case "en" -> nameEn;
      default -> name;
    };
  }
}
