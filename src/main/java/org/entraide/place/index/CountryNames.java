package org.entraide.place.index;

import java.util.Optional;

/** Countries by their names, in French, English and their own language; without the gazetteer. */
public final class CountryNames {

  private static final GazetteerWords WORDS = GazetteerWords.load("words.tsv");

  private CountryNames() {}

  /**
   * The code of the country of that name.
   *
   * @param name as {@link GazetteerIndex#normalize} has it
   */
  public static Optional<String> code(String name) {
    String country = WORDS.country(name);
    return country.isEmpty() ? Optional.empty() : Optional.of(country);
  }
}
