package org.entraide.place;

import java.util.Locale;

/** How finely a place is known, finest first. */
public enum Precision {
  ADDRESS,
  POSTCODE,
  OUTCODE,
  DISTRICT,
  CITY,
  POSTCODE_AREA,
  COUNTRY,
  NONE;

  /** The word in files, such as {@code postcode_area}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
