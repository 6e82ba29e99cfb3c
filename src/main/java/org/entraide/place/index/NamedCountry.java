package org.entraide.place.index;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The country that an answer to the question for the country names. */
public final class NamedCountry {

  private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /** What parts a country from a town or from another name: « États-Unis (New York) ». */
  private static final Pattern BETWEEN = Pattern.compile("[,;:/()\\[\\]|\n]|\\s[-–—]\\s");

  /** « aux États-Unis », "in the UK". */
  private static final Set<String> BEFORE =
      Set.of("en", "au", "aux", "in", "the", "le", "la", "les", "l");

  private NamedCountry() {}

  /**
   * Reads the answer.
   *
   * @return ISO 3166-1 alpha-2; empty where it names no country, or several
   */
  public static Optional<String> of(String answer) {
    Optional<String> whole = part(answer);
    if (whole.isPresent()) {
      return whole;
    }
    Set<String> codes = new LinkedHashSet<>();
    BETWEEN.splitAsStream(answer).flatMap(part -> part(part).stream()).forEach(codes::add);
    return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
  }

  private static Optional<String> part(String text) {
    List<String> words = List.of(GazetteerIndex.normalize(text).split(" ", -1));
    int first = 0;
    while (first < words.size() - 1 && BEFORE.contains(words.get(first))) {
      first++;
    }
    String name = String.join(" ", words.subList(first, words.size()));
    String code = name.toUpperCase(Locale.ROOT);
    return CountryNames.code(String.join(" ", words))
        .or(() -> CountryNames.code(name))
        .or(() -> ISO.contains(code) ? Optional.of(code) : Optional.empty());
  }
}
