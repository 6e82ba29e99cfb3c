package org.entraide.place;

/**
 * One line of the embedded table.
 *
 * @param name what is shown, in French
 * @param rank how well known it is, from 2 (a part of a town) to 6 (a world city)
 * @param parent the shown name of the town it is a part of; empty for a town
 */
record Entry(
    String name,
    GeoPoint point,
    Precision precision,
    String country,
    double uncertaintyKm,
    int rank,
    String parent) {

  /** Whether someone at this place may well say to be at the other, too. */
  boolean agreesWith(Entry other) {
    if (isPartOf(other) || other.isPartOf(this)) {
      return true;
    }
    return point.kmTo(other.point) <= uncertaintyKm + other.uncertaintyKm;
  }

  private boolean isPartOf(Entry other) {
    return parent.equals(other.name) && country.equals(other.country);
  }

  /** The name with its town, where the name does not say it. */
  String fullName() {
    return parent.isEmpty() || name.contains(parent) ? name : name + ", " + parent;
  }
}
