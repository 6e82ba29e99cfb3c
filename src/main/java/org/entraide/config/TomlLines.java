package org.entraide.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the line of each key of a TOML text, which the parser forgets.
 *
 * <p>Only for texts that the parser accepted: what is not TOML gives lines that mean nothing, but
 * no failure. A path is a list of keys; an index from 0 means an element of a list.
 */
final class TomlLines {

  private final String text;
  private final Map<List<String>, Integer> lines = new HashMap<>();
  private final Map<List<String>, Integer> implied = new HashMap<>();
  private final Map<List<String>, Integer> tables = new HashMap<>();
  private final List<Repeat> repeats = new ArrayList<>();
  private int at;
  private int line = 1;

  /** A key or a table that is there twice. */
  record Repeat(List<String> path, int first, int second) {}

  private TomlLines(String text) {
    this.text = text;
  }

  static TomlLines of(String text) {
    TomlLines lines = new TomlLines(text);
    lines.document();
    return lines;
  }

  /**
   * Returns the line of a key, else of the table that it is missing from.
   *
   * @return from 1; 1 too for what is missing from the file as a whole
   */
  int line(List<String> path) {
    for (int n = path.size(); n > 0; n--) {
      List<String> prefix = path.subList(0, n);
      Integer keyLine = lines.getOrDefault(prefix, implied.get(prefix));
      if (keyLine != null) {
        return keyLine;
      }
    }
    return 1;
  }

  /** What is there twice, from the top: of a text that the parser refused for that. */
  Optional<Repeat> firstRepeat() {
    return repeats.stream().findFirst();
  }

  /** Writes a path as in TOML, except that an element of a list is counted from 1. */
  static String dotted(List<String> path) {
    return path.stream()
        .map(k -> k.matches("[\\p{L}\\p{N}_-]+|\\[\\d+]") ? k : '"' + k + '"')
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /** The path element for the n-th element of a list, from 0. */
  static String element(int n) {
    return "[" + (n + 1) + "]";
  }

  private void document() {
    List<String> table = List.of();
    while (skipBlank()) {
      if (peek() == '[') {
        table = header();
      } else {
        pair(table);
      }
    }
  }

  private List<String> header() {
    at++;
    boolean repeated = peek() == '[';
    if (repeated) {
      at++;
    }
    List<String> path = new ArrayList<>();
    List<String> keys = key();
    for (int i = 0; i < keys.size(); i++) {
      path.add(keys.get(i));
      boolean last = i == keys.size() - 1;
      if (last && repeated) {
        lines.putIfAbsent(List.copyOf(path), line);
        path.add(element(tables.merge(List.copyOf(path), 1, Integer::sum) - 1));
      } else if (tables.containsKey(path)) {
        // [[a]] then [a.b]: b belongs to the latest element of a.
        path.add(element(tables.getOrDefault(path, 1) - 1));
      } else if (!last) {
        implied.putIfAbsent(List.copyOf(path), line);
      }
    }
    note(path);
    at = Math.min(text.length(), at + (repeated ? 2 : 1));
    return path;
  }

  /** A key, an equals sign and a value; moves on by one character at least. */
  private void pair(List<String> table) {
    int start = at;
    List<String> path = new ArrayList<>(table);
    for (String part : key()) {
      if (path.size() > table.size()) {
        implied.putIfAbsent(List.copyOf(path), line);
      }
      path.add(part);
    }
    note(path);
    skipSpaces();
    if (peek() == '=') {
      at++;
      skipSpaces();
      value(path);
    }
    if (at == start) {
      at++;
    }
  }

  private void value(List<String> path) {
    switch (peek()) {
      case '"', '\'' -> string();
      case '[' -> list(path);
      case '{' -> inlineTable(path);
      default -> bare(",]}#\n");
    }
  }

  private void list(List<String> path) {
    at++;
    for (int n = 0; skipBlank() && peek() != ']'; n++) {
      List<String> element = new ArrayList<>(path);
      element.add(element(n));
      note(element);
      int start = at;
      value(element);
      skipBlank();
      if (peek() == ',' || at == start) {
        at++;
      }
    }
    at++;
  }

  private void inlineTable(List<String> path) {
    at++;
    while (skipBlank() && peek() != '}') {
      pair(path);
      skipBlank();
      if (peek() == ',') {
        at++;
      }
    }
    at++;
  }

  private List<String> key() {
    List<String> parts = new ArrayList<>();
    do {
      skipSpaces();
      parts.add(peek() == '"' || peek() == '\'' ? string() : bare(".=]#\n \t"));
      skipSpaces();
    } while (peek() == '.' && ++at > 0);
    return parts;
  }

  private String bare(String end) {
    int from = Math.min(at, text.length());
    while (at < text.length() && end.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /**
   * Any of TOML's four strings. Escapes stay as they are, but for quotes: keys hardly have them.
   */
  private String string() {
    char quote = peek();
    boolean longOne = text.startsWith(String.valueOf(quote).repeat(3), at);
    String end = String.valueOf(quote).repeat(longOne ? 3 : 1);
    at += end.length();
    int from = Math.min(at, text.length());
    while (at < text.length() && !text.startsWith(end, at)) {
      if (text.charAt(at) == '\\' && quote == '"') {
        advance();
      }
      advance();
    }
    String content = text.substring(from, Math.min(Math.max(from, at), text.length()));
    at = Math.min(text.length(), at + end.length());
    while (longOne && peek() == quote) { // a long string may itself end in quotes
      at++;
    }
    return content;
  }

  private void note(List<String> path) {
    Integer firstLine = lines.putIfAbsent(List.copyOf(path), line);
    if (firstLine != null) {
      repeats.add(new Repeat(List.copyOf(path), firstLine, line));
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void advance() {
    if (at < text.length() && text.charAt(at++) == '\n') {
      line++;
    }
  }

  private void skipSpaces() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Skips white space, ends of lines and comments; false at the end of the text. */
  private boolean skipBlank() {
    while (at < text.length()) {
      if (peek() == '#') {
        bare("\n");
      } else if (" \t\r\n".indexOf(peek()) >= 0) {
        advance();
      } else {
        return true;
      }
    }
    return false;
  }
}
