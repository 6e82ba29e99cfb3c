package org.entraide.text;

import java.io.UncheckedIOException;

/**
 * A failure that people read. Its {@code getMessage} is English, for logs; {@link #words} is what
 * it says in any language.
 */
public interface Worded {

  /** What is wrong, where, and what to do, without personal data. */
  Message words();

  /** What a failure says: its words, or its message as it is where it has none. */
  static Message of(Throwable failure) {
    if (failure instanceof Worded worded) {
      return worded.words();
    }
    return failure instanceof UncheckedIOException wrapped
            && wrapped.getCause() instanceof Worded worded
        ? worded.words()
        : Message.plain(String.valueOf(failure.getMessage()));
  }
}
