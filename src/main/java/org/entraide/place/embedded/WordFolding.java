package org.entraide.place.embedded;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entraide.place.index.GazetteerIndex;

/** Makes words of a text: no accents, no capitals, no punctuation, no emoji. */
final class WordFolding {

  /** Where a part of an address ends; a full stop only after a whole word, unlike "St." */
  private static final Pattern SEGMENT =
      Pattern.compile(
          "[,;/|()\\[\\]{}<>\"«»“”„\\n\\r\\t:!?…•→=]+|\\s[-–—]+\\s|(?<=\\p{Ll}{4})\\.(?:\\s|$)");

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Cf}]+");

  private WordFolding() {}

  /**
   * Returns the words of a text, the most of them that are looked at.
   *
   * @param firstSegment the number of its first part
   */
  static List<FoldedWord> words(String text, int firstSegment, int most) {
    List<FoldedWord> words = new ArrayList<>();
    int segment = firstSegment;
    for (String part : SEGMENT.split(compatible(text), -1)) {
      for (String token : NOT_A_WORD.split(part, -1)) {
        if (words.size() < most) {
          add(words, token, segment);
        }
      }
      segment++;
    }
    return words;
  }

  private static void add(List<FoldedWord> words, String token, int segment) {
    boolean capitals = token.length() > 1 && token.chars().allMatch(Character::isUpperCase);
    if (CharMatcher.ascii().matchesAllOf(token)) {
      if (!token.isEmpty()) {
        words.add(new FoldedWord(token.toLowerCase(Locale.ROOT), segment, capitals, true));
      }
      return;
    }
    boolean latin = token.codePoints().noneMatch(WordFolding::isForeign);
    for (String word : GazetteerIndex.normalize(token).split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(new FoldedWord(word, segment, capitals, latin));
      }
    }
  }

  private static boolean isForeign(int codePoint) {
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.LATIN;
  }

  /** Full-width letters are letters. */
  private static String compatible(String text) {
    return CharMatcher.ascii().matchesAllOf(text)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
