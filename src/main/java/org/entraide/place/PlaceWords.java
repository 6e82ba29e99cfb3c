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

  private static String described(Precision precision) {
    return "place.described." + precision.key();
  }

  /** A homonym told apart from the others: « Cambridge (États-Unis) ». */
  static Message withCountry(Entry entry) {
    return Message.of("place.choice")
        .with("name", entry.fullName())
        .with("country", Message.of("place.country." + entry.country().toLowerCase(Locale.ROOT)));
  }
}
