package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.place.Territories;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.index.GazetteerIndex;

/** Takes the countries off what was written. */
final class CountryMentions {

  private static final int LONGEST = 5;
  private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final Set<String> BEFORE = Set.of("en", "au", "aux", "in", "du", "de", "of");
  private static final Set<String> ANY_CASE = Set.of("uk", "usa");

  private final GazetteerIndex index;
  private final Set<String> stated = new LinkedHashSet<>();
  private final List<String> names = new ArrayList<>();

  CountryMentions(GazetteerIndex index) {
    this.index = index;
  }

  /** Reads an answer to the question for the country alone; false if it names none. */
  boolean takeAnswer(String country) {
    String name = GazetteerIndex.normalize(country);
    Optional<String> code = index.countryNamed(name);
    if (code.isEmpty() && ISO.contains(name.toUpperCase(Locale.ROOT))) {
      code = Optional.of(name.toUpperCase(Locale.ROOT));
    }
    code.ifPresent(c -> state(c, name));
    return code.isPresent();
  }

  /** Returns as many words, those of countries barred. */
  List<FoldedWord> take(List<FoldedWord> words) {
    List<FoldedWord> left = new ArrayList<>(words);
    if (words.stream().anyMatch(w -> Areas.isNumber(w.text()))) {
      state("FR", ""); // « Grenade (31) » is no island
      return left;
    }
    for (int start = 0; start < words.size(); start++) {
      for (int end = Math.min(words.size(), start + LONGEST); end > start; end--) {
        if (takeName(left, start, end)) {
          for (int i = start; i < end; i++) {
            left.set(i, left.get(i).barred());
          }
          break;
        }
      }
    }
    return left;
  }

  private boolean takeName(List<FoldedWord> words, int start, int end) {
    int segment = words.get(start).segment();
    if (words.get(end - 1).segment() != segment || words.get(start).isBarrier()) {
      return false;
    }
    boolean first = start == 0 || words.get(start - 1).segment() != segment;
    boolean last = end == words.size() || words.get(end).segment() != segment;
    boolean led = !first && BEFORE.contains(words.get(start - 1).text());
    if (!first && !last && !led && !words.get(end).isBarrier()) {
      return false;
    }
    String name = name(words, start, end);
    Optional<String> code =
        name.length() > 3
            ? index.countryNamed(name)
            : abbreviation(words, start, end, first && last);
    if (code.isEmpty() || isOfALongerName(words, start, end)) {
      return false;
    }
    state(code.get(), name);
    return true;
  }

  /** Two letters must be capitals, or be all: "us" and « de » are words. */
  private Optional<String> abbreviation(List<FoldedWord> words, int start, int end, boolean alone) {
    FoldedWord word = words.get(start);
    if (end - start > 1 || !(word.capitals() || ANY_CASE.contains(word.text()))) {
      return Optional.empty();
    }
    Optional<String> named = index.countryNamed(word.text());
    String iso = word.text().toUpperCase(Locale.ROOT);
    return named.isEmpty() && alone && ISO.contains(iso) && !isRegion(iso)
        ? Optional.of(iso)
        : named;
  }

  /** IL is Illinois more often than Israel; beside a town it is looked at again. */
  private boolean isRegion(String abbreviation) {
    return index.region("US", abbreviation).isPresent()
        || index.region("CA", abbreviation).isPresent();
  }

  /**
   * « Île de France », "New Jersey", « Nouvelle-Écosse » and « Fort-de-France » are no countries.
   */
  private boolean isOfALongerName(List<FoldedWord> words, int start, int end) {
    for (int from = Math.max(0, start - 2); from <= start; from++) {
      for (int to = end; to <= Math.min(words.size(), end + 2); to++) {
        boolean longer = to - from > end - start;
        boolean together = words.get(from).segment() == words.get(to - 1).segment();
        if (longer && together && !hasBarrier(words, from, to) && isName(name(words, from, to))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isName(String name) {
    return index.exact(name).stream().anyMatch(CountryMentions::isWellKnown);
  }

  private static boolean isWellKnown(Feature feature) {
    return feature.kind() == FeatureKind.REGION || PlaceRanking.isKnown(feature);
  }

  private static boolean hasBarrier(List<FoldedWord> words, int from, int to) {
    return words.subList(from, to).stream().anyMatch(FoldedWord::isBarrier);
  }

  private static String name(List<FoldedWord> words, int start, int end) {
    return String.join(" ", words.subList(start, end).stream().map(FoldedWord::name).toList());
  }

  private void state(String code, String name) {
    stated.add(code);
    names.add(name);
  }

  /** The countries that were named; La Réunion and France are one. */
  Set<String> stated() {
    Set<String> finest = new LinkedHashSet<>(stated);
    finest.removeIf(
        one ->
            stated.stream()
                .anyMatch(other -> !other.equals(one) && Territories.includes(one, other)));
    return finest;
  }

  /** The towns that bear the name of their country, where one was named: Luxembourg, Monaco. */
  List<Feature> namesakes() {
    if (stated().size() != 1) {
      return List.of();
    }
    List<Feature> towns = new ArrayList<>();
    for (String name : names) {
      for (Feature feature : index.exact(name)) {
        if (feature.kind() == FeatureKind.TOWN && stated.contains(feature.country())) {
          towns.add(feature);
        }
      }
    }
    return towns.subList(0, Math.min(1, towns.size()));
  }
}
