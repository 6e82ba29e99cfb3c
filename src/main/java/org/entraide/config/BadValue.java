package org.entraide.config;

import java.io.Serial;

/** A value of the right type that cannot be meant; the message says what to write instead. */
final class BadValue extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String advice;

  BadValue(String advice) {
    super(advice);
    this.advice = advice;
  }

  /** What is wrong and what to write instead. */
  String advice() {
    return advice;
  }

  /** Reads a text into something better. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws BadValue;
  }
}
