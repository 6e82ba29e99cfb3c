package org.entraide.config;

import java.io.Serial;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/** A value of the right type that cannot be meant; the message says what to write instead. */
final class BadValue extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Message advice;

  BadValue(Message advice) {
    super(Texts.english().format(advice));
    this.advice = advice;
  }

  /**
   * @param advice the key of words that do not repeat the value
   */
  BadValue(String advice) {
    this(Message.of(advice));
  }

  /**
   * @param advice the key of words that repeat the value as {@code text}
   */
  BadValue(String advice, String text) {
    this(about(advice, text));
  }

  /** Words that repeat a value. */
  static Message about(String key, String text) {
    return Message.of(key).with("text", Section.quoted(text));
  }

  /** What is wrong and what to write instead. */
  Message advice() {
    return advice;
  }

  /** Reads a text into something better. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws BadValue;
  }
}
