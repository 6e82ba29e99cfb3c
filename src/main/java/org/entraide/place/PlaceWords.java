package org.entraide.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** How places are described to people. */
public final class PlaceWords {

  private static final String STREET = "place.described.street";
  private static final String SOMEWHERE = "\ue000"; // no place is called so
  private static final int SOME_KM = 7;
  private static final Pattern SPACE = Pattern.compile("[ \\u00a0\\u202f]");

  private PlaceWords() {}

  /**
   * Returns a place as a row shows it: it also says when a place was found offline because nothing
   * better was available.
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
    return Message.of(street ? STREET : described(place.precision()))
        .with("name", place.name())
        .with("km", place.uncertaintyKm());
  }

  /**
   * What matches every place as {@link #describe(Located.At)} words it in a language, with the
   * spaces of any version.
   */
  public static Pattern anyDescribed(Texts texts) {
    Stream<Message> places =
        Stream.concat(
                Stream.of(STREET), Arrays.stream(Precision.values()).map(PlaceWords::described))
            .map(key -> Message.of(key).with("name", SOMEWHERE).with("km", SOME_KM));
    Stream<Message> offline =
        Arrays.stream(Located.Offline.values())
            .map(why -> Message.of("place.offline." + why.key()).with("place", SOMEWHERE));
    return Pattern.compile(
        Stream.concat(places, offline)
            .map(message -> Pattern.quote(texts.format(message)))
            .map(text -> text.replace(SOMEWHERE, "\\E.+\\Q"))
            .map(text -> text.replace(Integer.toString(SOME_KM), "\\E[^()]+\\Q"))
            .map(text -> SPACE.matcher(text).replaceAll("\\\\E[\\\\s\\\\p{Z}]\\\\Q"))
            .collect(Collectors.joining("|")));
  }

  /**
   * A country's name.
   *
   * @param code ISO 3166-1 alpha-2
   */
  public static Message country(String code) {
    return Message.of("place.country." + code.toLowerCase(Locale.ROOT));
  }

  /** Where something in a country is: « aux États-Unis ». */
  public static Message in(String code) {
    return Message.of("place.in." + code.toLowerCase(Locale.ROOT));
  }

  private static String described(Precision precision) {
    return "place.described." + precision.key();
  }
}
