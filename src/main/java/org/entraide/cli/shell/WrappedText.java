package org.entraide.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** Breaks text for terminals between words. */
public final class WrappedText {

  private static final String OPENING = "“«";
  private static final String CLOSING = "”»";

  private WrappedText() {}

  /**
   * Breaks each line of a text; a line that begins with a number or a sign and a space goes on
   * below its first word. A word that is longer than a line, such as an address, stays whole, and
   * so does what is in quotation marks.
   *
   * @param width characters of a line
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrap(line, width, lines));
    return lines;
  }

  private static void wrap(String text, int width, List<String> lines) {
    List<String> words = words(text);
    String first = words.get(0);
    String indent =
        words.size() > 1 && first.matches("\\d+\\.|\\P{L}") ? " ".repeat(first.length() + 1) : "";
    StringBuilder line = new StringBuilder(first);
    for (String word : words.subList(1, words.size())) {
      if (line.length() + 1 + word.length() > width && !line.toString().isBlank()) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(' ').append(word);
      }
    }
    lines.add(line.toString());
  }

  /** What must not be broken: words, and commands in quotation marks, which people copy. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int open = 0;
    for (String word : text.split(" ", -1)) {
      if (open > 0) {
        words.set(words.size() - 1, words.get(words.size() - 1) + " " + word);
      } else {
        words.add(word);
      }
      open += marks(word, OPENING) - marks(word, CLOSING);
    }
    return words;
  }

  private static int marks(String word, String marks) {
    return (int) word.chars().filter(c -> marks.indexOf(c) >= 0).count();
  }
}
