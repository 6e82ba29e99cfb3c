package org.entraide.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a text that is no TOML what was probably meant: the parser knows only what it saw. */
final class SyntaxAdvice {

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("^\\s*+([\\w.-]+)\\s*=\\s*(-?\\d+),(\\d+)\\s*(#.*)?");
  private static final Pattern CURLY =
      Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]");
  private static final Pattern ODD_SPACE =
      Pattern.compile("[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]");

  private SyntaxAdvice() {}

  /**
   * What is wrong and what to write.
   *
   * @param said in the parser's words
   * @param line from 1, where the parser stopped; 0 where it does not know
   * @param column from 1, likewise
   */
  static Problem problem(Path file, String text, String said, int line, int column) {
    if (said.startsWith("Duplicate key") || said.startsWith("Table redefined")) {
      Optional<TomlLines.Repeat> repeat = TomlLines.of(text).firstRepeat();
      if (repeat.isPresent()) {
        return repeated(file, said, repeat.get());
      }
    }
    List<String> lines = text.lines().toList();
    String lineText = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    return new Problem(file, line, column, "", "not TOML: " + sentence(said) + advice(lineText));
  }

  /** The place of the second: the parser notices it only once that line is over. */
  private static Problem repeated(Path file, String said, TomlLines.Repeat repeat) {
    String key = TomlLines.dotted(repeat.path());
    String cause =
        "not TOML: %s is in line %d, too. Keep one of the two lines."
            .formatted(sentence(said) + key, repeat.first());
    return new Problem(file, repeat.second(), 0, "", cause);
  }

  private static String sentence(String said) {
    return said.replaceAll("(?<![.?])[.?]++$", "") + ". ";
  }

  private static String advice(String line) {
    Matcher comma = DECIMAL_COMMA.matcher(line);
    if (comma.matches()) {
      return "Write a decimal point: %s = %s.%s"
          .formatted(comma.group(1), comma.group(2), comma.group(3));
    }
    if (CURLY.matcher(line).find()) {
      return "Write straight quotes (\"), not the curly ones of a word processor.";
    }
    return ODD_SPACE.matcher(line).find()
        ? "There is a space that only looks like one, as web pages have: type that line anew."
        : "Maybe quotes are missing around a text, or a bracket.";
  }
}
