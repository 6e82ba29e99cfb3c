package org.entraide.place.online.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One part of an answer as tokens, those marked that are spoken for. */
final class QuerySegment {

  /** A part between spaces. */
  private record Token(String raw, String folded, int start, int end) {}

  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern ORDINAL =
      Pattern.compile("\\p{Nd}{1,2}(e|er|eme|ere|nd|rd|th|st|saint)?");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final BitSet used = new BitSet();

  QuerySegment(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(
          new Token(
              matcher.group(),
              PlainSpelling.fold(matcher.group()),
              matcher.start(),
              matcher.end()));
    }
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  String raw(int i) {
    return tokens.get(i).raw();
  }

  /** Whether a token, or its first word, is in a list. */
  boolean is(int i, Set<String> list) {
    String folded = tokens.get(i).folded();
    int space = folded.indexOf(' ');
    return list.contains(folded) || (space > 0 && list.contains(folded.substring(0, space)));
  }

  /** Whether any word of a token is in a list: « j’habite » has one. */
  boolean has(int i, Set<String> list) {
    return PlainSpelling.words(tokens.get(i).folded()).stream().anyMatch(list::contains);
  }

  boolean hasDigit(int i) {
    return tokens.get(i).folded().chars().anyMatch(Character::isDigit);
  }

  boolean isFree(int i) {
    return i >= 0 && i < size() && !used.get(i);
  }

  boolean isUntouched() {
    return used.isEmpty();
  }

  void use(int from, int to) {
    used.set(from, to);
  }

  /** Marks the tokens that a stretch of the text touches; false if one was marked before. */
  boolean useText(int start, int end) {
    int from = indexOfFirstEndingAfter(start);
    int to = from;
    while (to < size() && tokens.get(to).start() < end) {
      to++;
    }
    boolean free = used.get(from, to).isEmpty();
    used.set(from, to);
    return free;
  }

  /** The index of the first token that ends after a position of the text. */
  int indexOfFirstEndingAfter(int position) {
    return (int) tokens.stream().takeWhile(t -> t.end() <= position).count();
  }

  /** The tokens as text, without punctuation around them. */
  String join(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> withoutPunctuation(raw(i)))
        .filter(raw -> !raw.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String withoutPunctuation(String token) {
    int start = 0;
    int end = token.length();
    while (start < end && !isOfAWord(token.codePointAt(start))) {
      start += Character.charCount(token.codePointAt(start));
    }
    while (start < end && !isOfAWord(token.codePointBefore(end))) {
      end -= Character.charCount(token.codePointBefore(end));
    }
    return token.substring(start, end);
  }

  private static boolean isOfAWord(int character) {
    return Character.isLetterOrDigit(character);
  }

  /** Marks people: from a word for one up to where a place may begin. */
  void strikePeople() {
    for (int i = 0; i < size(); i++) {
      if (!is(i, QueryWords.PERSON)) {
        continue;
      }
      int end = i + 1;
      while (end < size() && !endsPerson(end)) {
        end++;
      }
      boolean link = end < size() && is(end, QueryWords.AT);
      use(i, link ? end + 1 : end);
      i = end - 1;
    }
  }

  private boolean endsPerson(int i) {
    return is(i, QueryWords.AT) || hasDigit(i) || is(i, QueryWords.STREET_BEFORE);
  }

  /** Marks floors, flats, doors and codes with their numbers. */
  void strikeBuilding() {
    for (int i = 0; i < size(); i++) {
      if (!isFree(i) || !is(i, QueryWords.BUILDING)) {
        continue;
      }
      boolean numbered = isFree(i + 1) && (hasDigit(i + 1) || raw(i + 1).length() <= 2);
      boolean counted = isFree(i - 1) && ORDINAL.matcher(tokens.get(i - 1).folded()).matches();
      use(counted ? i - 1 : i, numbered ? i + 2 : i + 1);
    }
  }

  /** Whether a number of a flat or a building is at a position of the text. */
  boolean isOfABuilding(int position) {
    int i = indexOfFirstEndingAfter(position);
    return i > 0 && is(i - 1, QueryWords.BUILDING);
  }

  boolean opensStreet() {
    return IntStream.range(0, size()).anyMatch(i -> is(i, QueryWords.STREET_BEFORE));
  }
}
