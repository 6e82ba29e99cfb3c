package org.entraide.place;

/**
 * A folded word of what was typed.
 *
 * @param text the word; {@link #BARRIER} where a street was, so that no name reaches across it
 * @param segment which part between commas, brackets, slashes or lines it was in
 */
record Word(String text, int segment) {

  static final String BARRIER = "";

  Word barred() {
    return new Word(BARRIER, segment);
  }

  boolean isBarrier() {
    return text.isEmpty();
  }

  boolean isNumber() {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }
}
