package org.entraide.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A command of the program that a document shows.
 *
 * @param page where
 * @param words what follows the program's name
 * @param whole whether it is an example to be typed; a sentence may leave out what follows
 */
record ShownCommand(Path page, List<String> words, boolean whole) {

  private static final Set<String> PROGRAM =
      Set.of("entraide", "bin/entraide", "/usr/bin/entraide");

  /** Every command of a page: in its examples, and in its sentences. */
  static List<ShownCommand> of(Page page) {
    Stream<String> examples =
        Stream.concat(
            page.blocks("sh").stream().flatMap(String::lines),
            page.text().lines().filter(line -> line.startsWith("    entraide ")));
    Stream<String> sentences = page.code().stream().filter(code -> !code.contains("…"));
    return Stream.concat(
            commands(examples).map(words -> new ShownCommand(page.file(), words, true)),
            commands(sentences).map(words -> new ShownCommand(page.file(), words, false)))
        .distinct()
        .toList();
  }

  private static Stream<List<String>> commands(Stream<String> lines) {
    return lines
        .flatMap(line -> simple(line).stream())
        .filter(words -> words.size() > 1 && PROGRAM.contains(words.get(0)))
        .map(words -> words.subList(1, words.size()));
  }

  /** The first of its words that is no option. */
  String name() {
    return words.get(0);
  }

  /** Cuts a line of a shell into its simple commands, without comments and redirections. */
  static List<List<String>> simple(String line) {
    List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (char c : (line + "\n").toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        if (quote != 0) {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c) || c == '|' || c == ';' || c == '>') {
        if (inWord) {
          commands.get(commands.size() - 1).add(word.toString());
        }
        word.setLength(0);
        inWord = false;
        if (!Character.isWhitespace(c)) {
          commands.add(new ArrayList<>());
        }
      } else if (c == '#' && !inWord) {
        break;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    return commands;
  }

  @Override
  public String toString() {
    return page + ": entraide " + String.join(" ", words);
  }
}
