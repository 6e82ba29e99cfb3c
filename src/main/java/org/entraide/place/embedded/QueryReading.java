package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.place.PlaceQuery;
import org.entraide.place.index.Feature;

/**
 * What was understood of the words of a query, before anything is decided.
 *
 * @param words all of them, those of streets, codes and countries barred
 * @param mentions names of the gazetteer, in order
 * @param codes what may be a postcode
 * @param countries the countries that were named
 * @param namesakes the town of the same name as the country that was named
 * @param near whether the person wrote to be near or around a place instead of in it
 * @param away whether the person wrote to be hours or kilometres from it
 * @param french whether there is a street in French
 * @param apart whether the town was asked for on its own: the index of its first word, else 0
 */
record QueryReading(
    List<FoldedWord> words,
    List<Mention> mentions,
    List<PostcodeCandidate> codes,
    Set<String> countries,
    List<Feature> namesakes,
    boolean near,
    boolean away,
    boolean french,
    int apart) {

  /** A whole cell of a spreadsheet has 50,000 letters; nobody's place comes after so many words. */
  private static final int MOST_WORDS = 2000;

  private static final Set<String> NEAR = PlaceVocabulary.list("near");
  private static final Set<String> COMPASS = PlaceVocabulary.list("compass");
  private static final Set<String> OF = Set.of("de", "d", "of", "from");
  private static final Pattern AWAY = Pattern.compile("^[0-9]*+(h|heures?|hours?|km|kms|miles?)");
  private static final Pattern MINUTES = Pattern.compile("^[0-9]*+(min|mn|minutes?)");

  static QueryReading of(PlaceQuery query, GeocoderTables tables) {
    CountryMentions countries = new CountryMentions(tables.index());
    List<FoldedWord> words = new ArrayList<>();
    add(words, query.address());
    int apart = query.city().isBlank() ? 0 : words.size();
    add(words, query.city());
    add(words, query.postcode());
    if (!countries.takeAnswer(query.country())) {
      add(words, query.country());
    }
    List<FoldedWord> struck = new StreetWords(tables.index()).strike(words);
    PostcodeMentions codes = PostcodeMentions.in(countries.take(struck));
    List<Mention> mentions = Mentions.in(codes.words(), tables, !countries.stated().isEmpty());
    return new QueryReading(
        codes.words(),
        mentions,
        codes.codes(),
        countries.stated(),
        codes.codes().isEmpty() ? countries.namesakes() : List.of(),
        isNear(codes.words(), mentions),
        isAt(AWAY, codes.words(), mentions),
        StreetWords.hasFrench(words),
        apart);
  }

  private static void add(List<FoldedWord> words, String text) {
    if (!text.isBlank()) {
      int segment = words.isEmpty() ? 0 : words.get(words.size() - 1).segment() + 1;
      words.addAll(WordFolding.words(TextCleaning.clean(text), segment, MOST_WORDS - words.size()));
    }
  }

  private static boolean isNear(List<FoldedWord> words, List<Mention> mentions) {
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      String word = words.get(i).text();
      boolean loose = mentions.stream().noneMatch(m -> m.start() <= at && at < m.end());
      if (loose && ((NEAR.contains(word) && isBefore(i, words, mentions)) || isBearing(words, i))) {
        return true;
      }
    }
    return isAt(MINUTES, words, mentions);
  }

  /** « près de Lyon », not « Lyon, métro tout proche ». */
  private static boolean isBefore(int i, List<FoldedWord> words, List<Mention> mentions) {
    return mentions.stream()
        .anyMatch(m -> m.start() > i && words.get(m.start()).segment() == words.get(i).segment());
  }

  /** « au sud de Lyon » is not in Lyon. */
  private static boolean isBearing(List<FoldedWord> words, int i) {
    return COMPASS.contains(words.get(i).text())
        && i + 1 < words.size()
        && OF.contains(words.get(i + 1).text());
  }

  /** « à 2h de Londres » is not in London. */
  private static boolean isAt(Pattern distance, List<FoldedWord> words, List<Mention> mentions) {
    return mentions.stream()
        .map(Mention::start)
        .anyMatch(
            start ->
                start >= 2
                    && OF.contains(words.get(start - 1).text())
                    && distance.matcher(words.get(start - 2).text()).matches());
  }
}
