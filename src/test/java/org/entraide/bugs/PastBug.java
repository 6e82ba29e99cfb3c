package org.entraide.bugs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bug of the past, as its file tells it.
 *
 * @param name what it does wrong, in words with hyphens
 * @param what what a user would see, in a sentence
 * @param since the commit that mended it
 * @param foundBy the tests that find it, {@code Class}, {@code Class#method}, or {@code *
 *     Class#method[history]}
 * @param patches what puts it back
 */
record PastBug(
    String name, String what, String since, List<String> foundBy, List<FilePatch> patches) {

  static final Path DIRECTORY = Path.of("src", "test", "bugs");

  private static final String ENDING = ".patch";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern TEST =
      Pattern.compile("(?:[a-z]\\w*\\.)*[A-Z]\\w*Test(?:#[a-z]\\w*(?:\\[[-a-z0-9]+])?)?");

  /** Returns all of them, by name. */
  static List<PastBug> all() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing(Path::toString))
          .map(PastBug::read)
          .toList();
    }
  }

  static PastBug named(String name) {
    return read(DIRECTORY.resolve(name + ENDING));
  }

  private static PastBug read(Path file) {
    String name = file.getFileName().toString().replace(ENDING, "");
    try {
      return parse(name, Files.readAllLines(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: %s It is to begin with “What: …”, “Since: <commit>” and “Found by: Class#method …”, and to go on with a unified diff."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException where a part of it is missing
   */
  static PastBug parse(String name, List<String> lines) {
    List<String> header = lines.stream().takeWhile(line -> !line.startsWith("--- ")).toList();
    Map<String, String> said = header(header);
    List<String> tests = List.of(said.getOrDefault("Found by", "").split(" +"));
    String what = said.getOrDefault("What", "");
    String since = said.getOrDefault("Since", "");
    if (!what.endsWith(".")) {
      throw new IllegalArgumentException("“What:” lacks a sentence.");
    }
    if (!COMMIT.matcher(since).matches()) {
      throw new IllegalArgumentException("“Since:” lacks eight digits of a commit.");
    }
    if (!tests.stream().allMatch(test -> TEST.matcher(test).matches())) {
      throw new IllegalArgumentException("“Found by:” names something other than tests.");
    }
    List<FilePatch> patches = FilePatch.parse(lines.subList(header.size(), lines.size()));
    if (patches.isEmpty()) {
      throw new IllegalArgumentException("It changes nothing.");
    }
    return new PastBug(name, what, since, tests, patches);
  }

  /** What each word says; a line that begins with spaces goes on with the one before. */
  private static Map<String, String> header(List<String> lines) {
    List<String> whole = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ") && !whole.isEmpty()) {
        whole.add(whole.remove(whole.size() - 1) + " " + line.strip());
      } else {
        whole.add(line.strip());
      }
    }
    return whole.stream()
        .filter(line -> line.contains(": "))
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(p -> p[0], p -> p[1].strip(), (a, b) -> a, TreeMap::new));
  }

  /**
   * Writes the changed files, below another directory than the tree's.
   *
   * @throws IllegalArgumentException where the tree has other lines
   */
  List<Path> applyBelow(Path directory) throws IOException {
    List<Path> written = new ArrayList<>();
    for (FilePatch patch : patches) {
      Path copy = directory.resolve(patch.file());
      Files.createDirectories(copy.getParent());
      Files.write(copy, patch.applied(Files.readAllLines(Path.of(patch.file()))));
      written.add(copy);
    }
    return written;
  }
}
