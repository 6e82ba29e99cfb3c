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

  /** A homonym told apart from the others: « Cambridge (États-Unis) ». */
  static Message withCountry(Entry entry) {
    return Message.of("place.choice")
        .with("name", entry.fullName())
        .with("country", Message.of("place.country." + entry.country().toLowerCase(Locale.ROOT)));
  }
}
