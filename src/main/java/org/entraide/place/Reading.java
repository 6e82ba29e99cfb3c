package org.entraide.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was understood of the words of a query, before anything is decided.
 *
 * @param mentions names of the table, in order
 * @param countries the countries that were named, or that a postcode's form implies
 * @param postcode whether there was something like a postcode
 * @param near whether the person wrote to be near or around a place instead of in it
 * @param away whether the person wrote to be hours or kilometres from it
 */
record Reading(
    List<Mention> mentions, Set<String> countries, boolean postcode, boolean near, boolean away) {

  private static final Pattern SEGMENT = Pattern.compile("[,;/|()\\[\\]\\n\\r\\t:]+|\\s[-–—]\\s");
  private static final Set<String> NEAR =
      Set.of(
          "pres",
          "proche",
          "proximite",
          "cote",
          "banlieue",
          "environs",
          "alentours",
          "region",
          "outside",
          "near",
          "nearby",
          "suburb",
          "suburbs");
  private static final Set<String> COMPASS =
      Set.of("nord", "sud", "ouest", "est", "north", "south", "west", "east");

  private static final Set<String> OF = Set.of("de", "d", "of", "from");
  private static final Pattern AWAY = Pattern.compile("[0-9]*(h|heures?|hours?|km|kms|miles?)");
  private static final Pattern MINUTES = Pattern.compile("[0-9]*(min|mn|minutes?)");

  static Reading of(PlaceQuery query, Gazetteer gazetteer) {
    Set<String> countries = new LinkedHashSet<>();
    List<String> texts = List.of(query.address(), query.city(), query.postcode(), query.country());
    List<Word> words = new ArrayList<>();
    for (String text : texts) {
      for (String part : SEGMENT.split(text, -1)) {
        int segment = words.isEmpty() ? 0 : words.get(words.size() - 1).segment() + 1;
        List<String> left = withoutCountry(Folding.words(part), gazetteer, countries);
        left.forEach(word -> words.add(new Word(word, segment)));
      }
    }
    Postcodes codes = Postcodes.in(new StreetWords(gazetteer).strike(words));
    if (codes.british()) {
      countries.add("GB");
    }
    List<Mention> mentions = Mentions.in(codes.words(), gazetteer);
    return new Reading(
        mentions,
        countries,
        codes.any(),
        isNear(codes.words(), mentions),
        isAt(AWAY, codes.words(), mentions));
  }

  /** Takes a country off the end of a segment, unless a street bears its name. */
  private static List<String> withoutCountry(
      List<String> words, Gazetteer gazetteer, Set<String> countries) {
    if (words.stream().anyMatch(StreetWords::opensStreet)) {
      return words;
    }
    for (int start = Math.max(0, words.size() - gazetteer.longestName());
        start < words.size();
        start++) {
      List<String> tail = words.subList(start, words.size());
      String country = gazetteer.country(String.join(" ", tail));
      if (country != null) {
        countries.add(country);
        return words.subList(0, start);
      }
    }
    return words;
  }

  private static boolean isNear(List<Word> words, List<Mention> mentions) {
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      String word = words.get(i).text();
      boolean loose = mentions.stream().noneMatch(m -> m.start() <= at && at < m.end());
      if (loose && (NEAR.contains(word) || isBearing(words, i))) {
        return true;
      }
    }
    return isAt(MINUTES, words, mentions);
  }

  /** « au sud de Lyon » is not in Lyon. */
  private static boolean isBearing(List<Word> words, int i) {
    return COMPASS.contains(words.get(i).text())
        && i + 1 < words.size()
        && OF.contains(words.get(i + 1).text());
  }

  /** « à 2h de Londres » is not in London. */
  private static boolean isAt(Pattern distance, List<Word> words, List<Mention> mentions) {
    return mentions.stream()
        .map(Mention::start)
        .anyMatch(
            start ->
                start >= 2
                    && OF.contains(words.get(start - 1).text())
                    && distance.matcher(words.get(start - 2).text()).matches());
  }
}
