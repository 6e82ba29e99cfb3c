package org.entraide.place.postcode;

/** Whose file the postcodes are from, with the attribution that its licence demands. */
public enum PostcodeSource {
  ONS(
      "ONSPD or NSPL",
      "columns pcds, lat, long, doterm",
      "Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail"
          + " copyright and database right; source: Office for National Statistics licensed under"
          + " the Open Government Licence v3.0"),
  CODE_POINT_OPEN(
      "Code-Point Open",
      "postcode, quality, eastings, northings, without a header",
      "Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail"
          + " copyright and database right; contains National Statistics data © Crown copyright and"
          + " database right"),
  GEONAMES(
      "GeoNames postal codes",
      "tab-separated: country, postal code, place name, …, latitude, longitude, accuracy",
      "Contains postal codes from GeoNames (geonames.org), CC BY 4.0, modified");

  private final String title;
  private final String columns;
  private final String attribution;

  PostcodeSource(String title, String columns, String attribution) {
    this.title = title;
    this.columns = columns;
    this.attribution = attribution;
  }

  /** Its usual name. */
  public String title() {
    return title;
  }

  /** What it is recognised by. */
  String columns() {
    return columns;
  }

  /** The line that belongs wherever its data are shown. */
  public String attribution() {
    return attribution;
  }
}
