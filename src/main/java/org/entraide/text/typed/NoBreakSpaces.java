package org.entraide.text.typed;

/** The spaces of French texts at which no line breaks: earlier versions wrote ordinary ones. */
public final class NoBreakSpaces {

  private NoBreakSpaces() {}

  /** The text with ordinary spaces instead. */
  public static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
