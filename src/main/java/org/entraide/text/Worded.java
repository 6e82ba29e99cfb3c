package org.entraide.text;

/**
 * A failure that people read. Its {@code getMessage} is English, for logs; {@link #words} is what
 * it says in any language.
 */
public interface Worded {

  /** What is wrong, where, and what to do, without personal data. */
  Message words();

  /** What any failure says: its message as it is where it has no words in several languages. */
  static Message of(Throwable failure) {
    return failure instanceof Worded worded
        ? worded.words()
        : Message.plain(String.valueOf(failure.getMessage()));
  }
}
