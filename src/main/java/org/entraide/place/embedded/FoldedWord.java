package org.entraide.place.embedded;

import org.entraide.place.index.GazetteerIndex;

/**
 * A folded word of what was typed.
 *
 * @param text the word; {@link #BARRIER} where a street or a code was, so that no name reaches
 *     across it
 * @param segment which part between commas, brackets, slashes or lines it was in
 * @param capitals whether it was typed in capitals only, as abbreviations are
 * @param latin whether it was typed in Latin letters
 */
record FoldedWord(String text, int segment, boolean capitals, boolean latin) {

  static final String BARRIER = "";

  FoldedWord barred() {
    return new FoldedWord(BARRIER, segment, false, true);
  }

  boolean isBarrier() {
    return text.isEmpty();
  }

  boolean isNumber() {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  boolean hasDigit() {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** As it is looked up: a saint shortened is still a saint. */
  String name() {
    return text.startsWith("s") && text.length() <= 3 ? GazetteerIndex.normalize(text) : text;
  }
}
