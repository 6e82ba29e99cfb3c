package org.entraide.place.online.query;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries by their names in French and English, by the JDK's tables. */
public final class CountryCodes {

  /** Parts that have separate codes, beside the codes that services may give them. */
  private static final List<Set<String>> TOGETHER =
      List.of(
          Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF"),
          Set.of("GB", "IM", "JE", "GG"),
          Set.of("US", "PR", "VI", "GU"));

  private static final Map<String, String> BY_NAME = byName();

  private CountryCodes() {}

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      names.put(PlainSpelling.fold(country.getDisplayCountry(Locale.FRENCH)), code);
      names.put(PlainSpelling.fold(country.getDisplayCountry(Locale.ENGLISH)), code);
    }
    names.putAll(
        Map.ofEntries(
            Map.entry("angleterre", "GB"),
            Map.entry("england", "GB"),
            Map.entry("ecosse", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("pays de galles", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("irlande du nord", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("grande bretagne", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("uk", "GB"),
            Map.entry("u k", "GB"),
            Map.entry("usa", "US"),
            Map.entry("u s a", "US"),
            Map.entry("etats unis d amerique", "US"),
            Map.entry("hollande", "NL"),
            Map.entry("republique tcheque", "CZ"),
            Map.entry("deutschland", "DE"),
            Map.entry("espana", "ES"),
            Map.entry("italia", "IT")));
    // Towns first: as words of an address these are no countries.
    List.of("georgia", "jersey", "luxembourg", "singapour", "singapore", "monaco")
        .forEach(names::remove);
    return names;
  }

  /** The country of a name, or of a code where codes are expected. */
  static Optional<String> named(String text, boolean codes) {
    String folded = PlainSpelling.fold(text);
    String code = folded.toUpperCase(Locale.ROOT);
    if (codes && code.length() == 2 && Set.of(Locale.getISOCountries()).contains(code)) {
      return Optional.of(code);
    }
    return Optional.ofNullable(BY_NAME.get(folded));
  }

  /** Whether two codes may well mean one country; an unknown one agrees with all. */
  public static boolean agree(String one, String other) {
    return one.isEmpty()
        || other.isEmpty()
        || one.equalsIgnoreCase(other)
        || TOGETHER.stream()
            .anyMatch(
                set ->
                    set.contains(one.toUpperCase(Locale.ROOT))
                        && set.contains(other.toUpperCase(Locale.ROOT)));
  }
}
