package org.entraide.place.online;

import java.util.List;
import org.entraide.place.GeoPoint;
import org.entraide.place.Precision;

/**
 * One hit of a service.
 *
 * @param precision {@link Precision#COUNTRY} for anything wider than a town
 * @param uncertaintyKm by the sort of thing and its extent, see {@link PlaceExtent}
 * @param country ISO 3166-1 alpha-2; empty where the service did not say
 * @param name of town level, to be shown and kept
 * @param names all names by which it may have been asked for, from the finest to the town
 * @param postcode empty for unknown
 * @param weight how well known it is, in steps of which two make it the one that everybody means
 * @param score the service's own confidence from 0 to 1, negative where it has none
 */
record ServiceHit(
    GeoPoint point,
    Precision precision,
    double uncertaintyKm,
    String country,
    String name,
    List<String> names,
    String postcode,
    double weight,
    double score) {

  /** Without a score of the service's own. */
  static final double UNSCORED = -1;

  ServiceHit {
    names = List.copyOf(names);
  }
}
