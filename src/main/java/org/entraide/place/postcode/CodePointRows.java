package org.entraide.place.postcode;

import org.entraide.file.CsvReader;
import org.entraide.place.GeoPoint;

/** OS Code-Point Open: postcode, positional quality, eastings, northings, and more. */
final class CodePointRows extends Rows {

  /** Where the columns are. */
  record Columns(int code, int quality, int easting, int northing) {

    /** Those of the published files, which have no header. */
    static final Columns PUBLISHED = new Columns(0, 1, 2, 3);

    int needed() {
      return 1 + Math.max(Math.max(code, quality), Math.max(easting, northing));
    }
  }

  private final Columns at;

  CodePointRows(CsvReader csv, Tally tally, Columns columns) {
    super(csv, tally, columns.needed());
    this.at = columns;
  }

  @Override
  void row() {
    double easting = number(at.easting());
    double northing = number(at.northing());
    double quality = number(at.quality());
    if ((easting == 0 && northing == 0) || quality == 90) {
      tally().nowhere();
      return;
    }
    if (!(easting > 0 && easting <= NationalGrid.MOST_EASTING)) {
      refuse(at.easting(), "is no easting of the National Grid");
      return;
    }
    if (!(northing > 0 && northing <= NationalGrid.MOST_NORTHING)) {
      refuse(at.northing(), "is no northing of the National Grid");
      return;
    }
    long key = british(at.code());
    if (key != PostcodeKey.NONE) {
      GeoPoint point = NationalGrid.toWgs84(easting, northing);
      tally()
          .add(
              PostcodeSource.CODE_POINT_OPEN,
              "GB",
              key,
              Spot.of(point.latitude(), point.longitude(), km(quality)));
    }
  }

  /** 10 to 40 within the unit, 50 from the neighbours', 60 the sector's mean. */
  private static double km(double quality) {
    return quality <= 40 ? 0.2 : quality <= 50 ? 0.5 : 3;
  }
}
