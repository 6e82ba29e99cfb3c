package org.entraide.place.online.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is sent to a service: what is left of an answer once everything that is no place is
 * gone.
 *
 * @param street without a house number unless that is wanted; empty for none
 * @param towns names of towns and districts in the order they were written
 * @param postcode as written in its country; empty for none
 * @param country ISO 3166-1 alpha-2 as stated or recognised, else where places without one are
 *     looked for; empty for none
 * @param stated whether the country was stated or recognised
 */
public record MinimalQuery(
    String street, List<String> towns, String postcode, String country, boolean stated) {

  static final MinimalQuery NOTHING = new MinimalQuery("", List.of(), "", "", false);

  public MinimalQuery {
    towns = List.copyOf(towns);
  }

  /** Whether there is nothing to ask for: a street alone is nowhere. */
  public boolean isBlank() {
    return towns.isEmpty() && postcode.isEmpty();
  }

  /** Returns it as one line: {@code Rue de la Paix, 75002 Paris}. */
  public String text() {
    String place =
        Stream.concat(Stream.of(postcode), Stream.of(String.join(", ", towns)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return street.isEmpty() ? place : street + ", " + place;
  }

  /** Returns a form that is the same for all spellings of one question. */
  public String canonical() {
    return Stream.of(street, String.join("|", towns), postcode)
            .map(PlainSpelling::fold)
            .collect(Collectors.joining("\n"))
        + "\n"
        + country.toUpperCase(Locale.ROOT)
        + (stated ? "!" : "");
  }

  /** Never the text: it is where someone lives. */
  @Override
  public String toString() {
    return "MinimalQuery[…]";
  }
}
