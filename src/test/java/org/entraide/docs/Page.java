package org.entraide.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in Markdown.
 *
 * @param file below the repository's root
 * @param text what it says, with code
 */
record Page(Path file, String text) {

  private static final Pattern FENCE =
      Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");
  private static final Pattern LINK = Pattern.compile("(?:]\\(|src=\")([^)\"\\s]+)[)\"]");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  /** A heading and how deep it is. */
  record Heading(int level, String text) {

    /** The name by which other pages can point to it, as GitHub makes it. */
    String anchor() {
      return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    }
  }

  static Page of(String file) {
    try {
      return new Page(Path.of(file), Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every document of the repository. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String directory : List.of(".", "docs")) {
      try (Stream<Path> files = Files.list(Path.of(directory))) {
        files
            .map(Path::normalize)
            .filter(file -> file.toString().endsWith(".md"))
            .sorted()
            .forEach(file -> pages.add(of(file.toString())));
      }
    }
    return pages;
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }

  List<Heading> headings() {
    return HEADING
        .matcher(prose())
        .results()
        .map(found -> new Heading(found.group(1).length(), found.group(2)))
        .toList();
  }

  /** The names by which other pages can point into this one. */
  List<String> anchors() {
    return headings().stream().map(Heading::anchor).toList();
  }

  /** From a heading of the second level to the next one. */
  Page section(String heading) {
    int from = text.indexOf("\n## " + heading + "\n");
    int to = text.indexOf("\n## ", from + 1);
    if (from < 0) {
      throw new IllegalArgumentException(file + " has no section " + heading);
    }
    return new Page(file, text.substring(from, to < 0 ? text.length() : to));
  }

  /** What stands between fences of a language. */
  List<String> blocks(String language) {
    return FENCE
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(language))
        .map(found -> found.group(2))
        .toList();
  }

  /** Where links and pictures lead. */
  List<String> links() {
    return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
        .results()
        .map(r -> r.group(1))
        .toList();
  }

  /** What stands between single backticks. */
  List<String> code() {
    return CODE.matcher(prose()).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
