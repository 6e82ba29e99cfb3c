package org.entraide.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Word lists beside this class: {@code [section]} lines, then a wording a line, {@code #} notes.
 */
final class WordFile {

  /**
   * One line.
   *
   * @param section under which it stands
   */
  record Line(String section, String text) {}

  private WordFile() {}

  /** Reads a list, in its order. */
  static List<Line> read(String file) {
    try (InputStream in = WordFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The word list " + file + " is not in the jar.");
      }
      return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read.", e);
    }
  }

  private static List<Line> lines(BufferedReader reader) {
    List<Line> lines = new ArrayList<>();
    String section = "";
    for (String raw : reader.lines().toList()) {
      String text = raw.strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(new Line(section, text));
      }
    }
    return List.copyOf(lines);
  }
}
