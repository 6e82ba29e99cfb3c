package org.entraide.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.text.Message;

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
   * @param parserMessage in the parser's words
   * @param line from 1, where the parser stopped; 0 where it does not know
   * @param column from 1, likewise
   */
  static Problem problem(Path file, String text, String parserMessage, int line, int column) {
    if (parserMessage.startsWith("Duplicate key") || parserMessage.startsWith("Table redefined")) {
      Optional<TomlLines.Repeat> repeat = TomlLines.of(text).firstRepeat();
      if (repeat.isPresent()) {
        return repeated(file, parserMessage, repeat.get());
      }
    }
    List<String> lines = text.lines().toList();
    String lineText = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    Message cause =
        Message.of("config.toml")
            .with("said", sentence(parserMessage))
            .with("advice", advice(lineText));
    return new Problem(file, line, column, "", cause);
  }

  /** The place of the second: the parser notices it only once that line is over. */
  private static Problem repeated(Path file, String parserMessage, TomlLines.Repeat repeat) {
    String key = TomlLines.dotted(repeat.path());
    Message cause =
        Message.of("config.toml.twice")
            .with("said", sentence(parserMessage))
            .with("key", key)
            .with("line", String.valueOf(repeat.first()));
    return new Problem(file, repeat.second(), 0, "", cause);
  }

  private static String sentence(String parserMessage) {
    return parserMessage.replaceAll("(?<![.?])[.?]++$", "") + ".";
  }

  private static Message advice(String line) {
    Matcher comma = DECIMAL_COMMA.matcher(line);
    if (comma.matches()) {
      return Message.of("config.toml.comma")
          .with("key", comma.group(1))
          .with("number", comma.group(2) + "." + comma.group(3));
    }
    if (CURLY.matcher(line).find()) {
      return Message.of("config.toml.curly");
    }
    return Message.of(ODD_SPACE.matcher(line).find() ? "config.toml.space" : "config.toml.quotes");
  }
}
