package org.entraide.place.index;

/** What a feature is. The order is that of the file: add at the end only. */
public enum FeatureKind {
  /**
   * A town, from a hamlet to a world city; a large part of a larger town, such as Brooklyn, too.
   */
  TOWN,
  /** A part of a town. */
  DISTRICT,
  /** One whole postcode, such as 75015 or 10001. */
  POSTCODE,
  /** The first half of a British postcode, such as SW7. */
  OUTCODE,
  /** All postcodes that begin in one way, such as EH or 75. */
  POSTCODE_AREA,
  /**
   * A first-order division of a country, such as Illinois, or one that people name, such as
   * Brittany.
   */
  REGION,
  COUNTRY,
  ISLAND
}
