package org.entraide.place;

import java.util.Optional;

/** Finer postcodes than the embedded ones, such as those of an imported national file. */
@FunctionalInterface
public interface PostcodeLookup {

  /**
   * One postcode.
   *
   * @param point its middle
   * @param uncertaintyKm how far from it an address of that code may be
   */
  record Hit(GeoPoint point, double uncertaintyKm) {}

  /** Knows nothing. */
  PostcodeLookup NONE = (country, code) -> Optional.empty();

  /**
   * Looks one code up.
   *
   * @param country ISO 3166-1 alpha-2
   * @param code capitals and digits only, whole, such as {@code SW72AZ}
   */
  Optional<Hit> find(String country, String code);
}
