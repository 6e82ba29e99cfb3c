package org.entraide.placefile;

import java.util.Locale;
import java.util.Set;
import org.entraide.place.PlaceQuery;

/**
 * A text to find the place of.
 *
 * @param id the row's own; empty for a text without one
 * @param text as it was typed
 */
public record PlaceQuestion(String id, String text, PlaceQuery query) {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  /**
   * A question of a text and a country.
   *
   * @param country a code such as {@code GB}: where a text without a country is looked for; or a
   *     country's name as a person writes it; or empty
   * @param usual the code that counts where there is none
   */
  public static PlaceQuestion of(String id, String text, String country, String usual) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    PlaceQuery query =
        isCountry(code)
            ? PlaceQuery.ofText(text, code)
            : new PlaceQuery(text, "", "", country.strip(), usual);
    return new PlaceQuestion(id, text, query);
  }

  /** Whether it is an ISO 3166-1 code of two capitals. */
  public static boolean isCountry(String code) {
    return CODES.contains(code);
  }

  /** Never the text: it is where someone lives. */
  @Override
  public String toString() {
    return "Question[…]";
  }
}
