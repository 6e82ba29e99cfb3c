package org.entraide.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A history that a text file tells, for people to read: first a sentence, which is its title and
 * the name of its test; then one step a line. Some headings may stand at the beginning of a line,
 * each followed by what belongs to it, in the same line and in those below it up to an empty one. A
 * line that begins with {@code #} is a comment.
 *
 * @param name of the file, without its ending
 * @param steps what happens, in order
 * @param headed what is under each heading; nothing under one that the file lacks
 */
public record HistoryFile(
    String name, String title, List<HistoryLine> steps, Map<String, List<HistoryLine>> headed) {

  private static final String FOLDER = "histories";
  private static final String ENDING = ".txt";

  /**
   * A line that says something.
   *
   * @param file its path below the package
   * @param number from 1
   */
  public record HistoryLine(String file, int number, String text) {

    /** That nobody knows what to make of it. */
    public IllegalArgumentException unclear(String why) {
      return new IllegalArgumentException(
          "%s, line %d, “%s”: %s".formatted(file, number, text, why));
    }
  }

  /** All in the folder {@code histories} of the package of a class, by the names of the files. */
  public static List<HistoryFile> of(Class<?> test, Set<String> headings) {
    return files(test).stream().map(file -> read(file, headings)).toList();
  }

  /** The names of these files in the same order. */
  public static List<String> namesOf(Class<?> test) {
    return files(test).stream().map(HistoryFile::name).toList();
  }

  private static List<Path> files(Class<?> test) {
    try {
      URI folder = Objects.requireNonNull(test.getResource(FOLDER)).toURI();
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  private static HistoryFile read(Path file, Set<String> headings) {
    try {
      return parse(name(file), Files.readAllLines(file), headings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @param headings without their colons
   * @throws IllegalArgumentException for a file that lacks its title or its steps, or has a heading
   *     twice
   */
  public static HistoryFile parse(String name, List<String> lines, Set<String> headings) {
    String file = FOLDER + "/" + name + ENDING;
    Map<String, List<HistoryLine>> headed = new LinkedHashMap<>();
    List<HistoryLine> steps = new ArrayList<>();
    List<HistoryLine> under = steps;
    String title = "";
    for (int i = 0; i < lines.size(); i++) {
      HistoryLine line = new HistoryLine(file, i + 1, lines.get(i).strip());
      String[] parts = line.text().split(":", 2);
      if (line.text().startsWith("#")) {
        continue;
      }
      if (line.text().isEmpty()) {
        under = steps;
      } else if (title.isEmpty()) {
        title = line.text();
      } else if (parts.length == 2 && headings.contains(parts[0])) {
        under = new ArrayList<>();
        if (headed.put(parts[0], under) != null) {
          throw line.unclear("that heading is there already");
        }
        if (!parts[1].isBlank()) {
          under.add(new HistoryLine(file, i + 1, parts[1].strip()));
        }
      } else {
        under.add(line);
      }
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": a title is needed, and a step");
    }
    return new HistoryFile(name, title, List.copyOf(steps), Map.copyOf(headed));
  }

  /** What is under a heading. */
  public List<HistoryLine> under(String heading) {
    return headed.getOrDefault(heading, List.of());
  }

  /** The texts of the lines under a heading. */
  public List<String> texts(String heading) {
    return under(heading).stream().map(HistoryLine::text).toList();
  }

  @Override
  public String toString() {
    return title;
  }
}
