package org.entraide.hostile;

import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The ways in which a pattern is asked, and how often each looks at a character. */
@NullMarked
enum Search {
  /** All its places in a text are looked for. */
  FIND {
    @Override
    void run(Matcher matcher) {
      boolean more = true;
      while (more) {
        more = matcher.find();
      }
    }
  },
  /** Whether the whole text is one. */
  MATCH {
    @Override
    void run(Matcher matcher) {
      matcher.matches();
    }
  };

  /** Deeper than any stack. */
  static final long ENDLESS = Long.MAX_VALUE;

  abstract void run(Matcher matcher);

  /** The steps of a search, one more than the most where it takes more. */
  long steps(Pattern pattern, String text, long most) {
    CountedText counted = new CountedText(text, most);
    try {
      run(pattern.matcher(counted));
    } catch (CountedText.TooManySteps e) {
      return most + 1;
    } catch (StackOverflowError e) {
      return ENDLESS;
    }
    return counted.steps();
  }

  /** The same without an end, for comparison. */
  ToLongFunction<String> of(Pattern pattern) {
    return text -> steps(pattern, text, ENDLESS - 1);
  }
}
