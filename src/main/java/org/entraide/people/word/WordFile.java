package org.entraide.people.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.entraide.text.Texts;

/**
 * Word lists, {@code org/entraide/people/NAME.txt}: {@code [section]} lines, then a wording a line,
 * {@code #} notes.
 */
public final class WordFile {

  /**
   * One line.
   *
   * @param section that it is in
   */
  public record SectionLine(String section, String text) {}

  /** What {@code \b} is, which looks at all of a row of accents again for each of them. */
  static final String WORD_START = "(?<![\\p{L}\\p{Nd}])";

  static final String WORD_END = "(?![\\p{L}\\p{Nd}])";

  private WordFile() {}

  /**
   * Reads a list in its order, the common one and then those of single languages.
   *
   * @param name without its ending: {@code titles} is {@code titles.txt} and, of a language {@code
   *     * xx}, {@code titles_xx.txt}
   */
  public static List<SectionLine> read(String name) {
    List<SectionLine> lines = new ArrayList<>(file(name + ".txt", true));
    Texts.languages().forEach(code -> lines.addAll(file(name + "_" + code + ".txt", false)));
    return List.copyOf(lines);
  }

  /** The texts of a section. */
  public static List<String> section(List<SectionLine> lines, String section) {
    return lines.stream().filter(l -> l.section().equals(section)).map(SectionLine::text).toList();
  }

  /** Finds any phrase of a section as whole words, in folded words. */
  static Pattern anyOf(List<SectionLine> lines, String section) {
    return Pattern.compile(WORD_START + phrases(lines, section) + WORD_END);
  }

  /** Finds any phrase of a section with which folded words begin. */
  static Pattern startsWith(List<SectionLine> lines, String section) {
    return Pattern.compile("^" + phrases(lines, section) + WORD_END);
  }

  private static String phrases(List<SectionLine> lines, String section) {
    return "(?:" + String.join("|", section(lines, section)) + ")";
  }

  private static List<SectionLine> file(String file, boolean required) {
    try (InputStream in = WordFile.class.getResourceAsStream("/org/entraide/people/" + file)) {
      if (in == null && !required) {
        return List.of();
      }
      if (in == null) {
        throw new IllegalStateException("The word list " + file + " is not in the jar.");
      }
      return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read.", e);
    }
  }

  private static List<SectionLine> lines(BufferedReader reader) {
    List<SectionLine> lines = new ArrayList<>();
    String section = "";
    for (String raw : reader.lines().toList()) {
      String text = raw.strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(new SectionLine(section, text));
      }
    }
    return List.copyOf(lines);
  }
}
