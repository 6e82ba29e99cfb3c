package org.entraide.text;

/** The spaces of French texts at which no line breaks: earlier versions wrote ordinary ones. */
public final class NoBreakSpaces {

  private NoBreakSpaces() {}

  /** The same text with ordinary spaces. */
  public static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
