package org.entraide.place;

import java.util.Locale;
import org.entraide.text.Message;

/** How places are told to people. */
public final class PlaceWords {

  private PlaceWords() {}

  /** Returns a place with how well it is known: « Londres (ville, à 12 km près) ». */
  public static Message describe(Place place) {
    return Message.of("place.described." + place.precision().key())
        .with("name", place.name())
        .with("km", place.uncertaintyKm());
  }

  /**
   * A country's name.
   *
   * @param code ISO 3166-1 alpha-2
   */
  static Message country(String code) {
    return Message.of("place.country." + code.toLowerCase(Locale.ROOT));
  }

  /** Where something in a country is: « aux États-Unis ». */
  static Message in(String code) {
    return Message.of("place.in." + code.toLowerCase(Locale.ROOT));
  }
}
