package org.entraide.place.online.query;

import java.util.regex.Pattern;

/** Takes a street out of a segment, with its number only where that is wanted. */
final class QueryStreets {

  private static final int LONGEST_FRENCH = 6;
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,5}(bis|ter|[a-zA-Z])?,?");
  private static final Pattern AGAIN = Pattern.compile("(?i)bis|ter|quater");

  private final boolean precise;

  QueryStreets(boolean precise) {
    this.precise = precise;
  }

  /** Marks a street and returns it; empty where there is none. */
  String take(QuerySegment segment) {
    for (int i = 0; i < segment.size(); i++) {
      if (segment.isFree(i) && segment.is(i, QueryWords.STREET_BEFORE) && goesOn(segment, i + 1)) {
        return before(segment, i);
      }
    }
    for (int i = 1; i < segment.size(); i++) {
      if (segment.isFree(i) && segment.isFree(i - 1) && closesStreet(segment, i)) {
        return after(segment, i);
      }
    }
    return "";
  }

  private static boolean goesOn(QuerySegment segment, int i) {
    return segment.isFree(i) && !segment.is(i, QueryWords.BUILDING);
  }

  /** « rue de la Paix » up to what is no more of it. */
  private String before(QuerySegment segment, int word) {
    int end = word + 1;
    while (end <= word + LONGEST_FRENCH && goesOn(segment, end)) {
      end++;
    }
    int number = word - 1;
    if (segment.isFree(number) && AGAIN.matcher(segment.raw(number)).matches()) {
      number--;
    }
    boolean numbered = segment.isFree(number) && isNumber(segment, number);
    int start = numbered ? number : word;
    segment.use(start, end);
    return segment.join(precise ? start : word, end);
  }

  /** "Old Kent Road": from the number on; without one only a word that may not be a person. */
  private String after(QuerySegment segment, int word) {
    int number = word - 1;
    while (segment.isFree(number) && number > word - 5 && !isNumber(segment, number)) {
      number--;
    }
    boolean numbered = segment.isFree(number) && isNumber(segment, number) && number < word - 1;
    boolean alone = segment.isUntouched() && word == segment.size() - 1 && word <= 2;
    int start = numbered ? number + 1 : word - (alone ? word : 1);
    String street = segment.join(precise && numbered ? number : start, word + 1);
    segment.use(numbered ? number : start, word + 1);
    return street;
  }

  private static boolean isNumber(QuerySegment segment, int i) {
    return NUMBER.matcher(segment.raw(i)).matches();
  }

  private static boolean closesStreet(QuerySegment segment, int i) {
    boolean last = !segment.isFree(i + 1);
    boolean shortened =
        PlainSpelling.fold(segment.raw(i)).equals("saint") && segment.raw(i).length() <= 3;
    return segment.is(i, QueryWords.STREET_AFTER)
        || (last && (shortened || segment.is(i, QueryWords.STREET_BEFORE)));
  }
}
