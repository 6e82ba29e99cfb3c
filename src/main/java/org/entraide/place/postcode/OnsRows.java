package org.entraide.place.postcode;

import org.entraide.file.CsvReader;

/**
 * The ONS Postcode Directory and the National Statistics Postcode Lookup: columns by name, one row
 * a postcode, those of the past with a date of termination.
 */
final class OnsRows extends Rows {

  /** Where the columns are; -1 for what is not there. */
  record Columns(int code, int latitude, int longitude, int terminated, int quality) {
    int needed() {
      return 1 + Math.max(code, Math.max(latitude, longitude));
    }
  }

  /** The latitude of what has no grid reference: 99.999999. */
  private static final double NO_LATITUDE = 99.99;

  private static final double SOUTH = 49;
  private static final double NORTH = 62;
  private static final double WEST = -9;
  private static final double EAST = 3;

  private final Columns at;

  OnsRows(CsvReader csv, Tally tally, Columns columns) {
    super(csv, tally, columns.needed());
    this.at = columns;
  }

  @Override
  void row() {
    if (!isEmpty(at.terminated())) {
      tally().terminated();
      return;
    }
    if (isEmpty(at.latitude()) && isEmpty(at.longitude())) {
      tally().nowhere();
      return;
    }
    double latitude = number(at.latitude());
    double longitude = number(at.longitude());
    if (latitude >= NO_LATITUDE || (latitude == 0 && longitude == 0)) {
      tally().nowhere();
      return;
    }
    if (!(latitude >= SOUTH && latitude <= NORTH)) {
      refuse(at.latitude(), "is no latitude of the United Kingdom");
      return;
    }
    if (!(longitude >= WEST && longitude <= EAST)) {
      refuse(at.longitude(), "is no longitude of the United Kingdom");
      return;
    }
    long key = british(at.code());
    if (key != PostcodeKey.NONE) {
      tally().add(PostcodeSource.ONS, "GB", key, Spot.of(latitude, longitude, km()));
    }
  }

  /**
   * The grid reference's positional quality: 1 to 4 within the unit, 5 from the neighbours', 6 the
   * sector's mean, 8 from before there were any.
   */
  private double km() {
    double quality = isEmpty(at.quality()) ? 1 : number(at.quality());
    return quality <= 4 ? 0.2 : quality <= 5 ? 0.5 : 3;
  }
}
