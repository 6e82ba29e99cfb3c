package org.entraide.hostile;

import org.jspecify.annotations.NullMarked;

/**
 * A text that counts how often somebody looks at a character of it, and ends the search that looks
 * too often.
 */
@NullMarked
final class CountedText implements CharSequence {

  /** Somebody looked at more characters than a search of a text of this length needs. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }

  private final String text;
  private final long limit;
  private long steps;

  CountedText(String text, long limit) {
    this.text = text;
    this.limit = limit;
  }

  long steps() {
    return steps;
  }

  @Override
  public char charAt(int index) {
    steps++;
    if (steps > limit) {
      throw new TooManySteps();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /** What was found is copied, once; that is no search. */
  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
