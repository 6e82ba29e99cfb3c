package org.entraide.place;

import java.util.Locale;
import org.entraide.text.Message;

/** How places are told to people. */
public final class PlaceWords {

  private PlaceWords() {}

  /**
   * Returns a place as a row shows it: also said is when it was found offline for want of better.
   */
  public static Message describe(Located.At at) {
    Message place = describe(at.place());
    return at.offline()
        .map(why -> Message.of("place.offline." + why.key()).with("place", place))
        .orElse(place);
  }

  /** Returns a place with how well it is known: « Londres (ville, à 12 km près) ». */
  public static Message describe(Place place) {
    boolean street = place.precision() == Precision.ADDRESS && place.uncertaintyKm() > 0;
    return Message.of(street ? "place.described.street" : described(place.precision()))
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

  private static String described(Precision precision) {
    return "place.described." + precision.key();
  }
}
