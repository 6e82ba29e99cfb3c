package org.entraide.gazetteer;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entraide.place.index.GazetteerIndex;

/** What countries are called in French, in English and where they lie, by CLDR and by hand. */
final class CountryNames {

  private final SortedMap<String, String> byName = new TreeMap<>();

  static String in(String country, String language) {
    return new ULocale("", country).getDisplayCountry(new ULocale(language));
  }

  /** Those by hand come first: what two countries could be called is what is written there. */
  void readByHand(Path file) throws IOException {
    for (List<String> row : Files.tsv(file)) {
      for (String name : row.get(1).split("\\|", -1)) {
        add(name, row.get(0));
      }
    }
  }

  void add(List<Draft> countries) {
    for (Draft country : countries) {
      ULocale own = ULocale.addLikelySubtags(new ULocale("und_" + country.country));
      for (ULocale language : List.of(ULocale.FRENCH, ULocale.ENGLISH, own)) {
        String name = new ULocale("", country.country).getDisplayCountry(language);
        add(name, country.country);
        if (name.contains("(")) {
          add(name.replaceAll("\\s*\\(.*", ""), country.country);
        }
        if (name.contains("-") || name.contains("’")) {
          add(name.replaceAll("[-’']", ""), country.country);
        }
      }
    }
  }

  private void add(String name, String country) {
    String normalized = GazetteerIndex.normalize(name);
    // "Congo (Kinshasa)" and "Congo (Brazzaville)" are not one Congo.
    if (!normalized.isEmpty() && !normalized.equals("congo")) {
      byName.putIfAbsent(normalized, country);
    }
  }

  SortedMap<String, String> byName() {
    return byName;
  }
}
