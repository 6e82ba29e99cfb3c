package org.entraide.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text for terminals between words. */
public final class WrappedText {

  private WrappedText() {}

  /**
   * Breaks each line of a text; a line that begins with a number or a sign and a space goes on
   * below its first word. A word that is longer than a line, such as an address, stays whole.
   *
   * @param width characters of a line
   */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrap(line, width, lines));
    return lines;
  }

  private static void wrap(String text, int width, List<String> lines) {
    String[] words = text.split(" ", -1);
    String indent =
        words.length > 1 && words[0].matches("\\d+\\.|\\P{L}")
            ? " ".repeat(words[0].length() + 1)
            : "";
    StringBuilder line = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      if (line.length() + 1 + words[i].length() > width && line.length() > indent.length()) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(words[i]);
      } else {
        line.append(' ').append(words[i]);
      }
    }
    lines.add(line.toString());
  }
}
