package org.entraide.longrun;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The directory of a run: a line for each finished case, what was found in full, and what a later
 * start must know.
 */
final class CaseFile {

  private static final String FIRST = "first";
  private static final String SLOWNESS = "slowness";

  private final Path directory;
  private final Path cases;

  CaseFile(Path directory) {
    this.directory = directory;
    this.cases = directory.resolve("cases.tsv");
  }

  /** What ended before; a line that was cut off by a kill is ended, so that the next is whole. */
  Map<String, CaseResult> open() throws IOException {
    Files.createDirectories(directory);
    if (!Files.exists(cases)) {
      return Map.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(cases.toFile(), "rw")) {
      if (file.length() > 0) {
        file.seek(file.length() - 1);
        if (file.read() != '\n') {
          file.write('\n');
        }
      }
    }
    return read();
  }

  /** What has ended. */
  Map<String, CaseResult> read() throws IOException {
    return CaseResult.parse(Files.exists(cases) ? Files.readAllLines(cases) : List.of());
  }

  /** Adds a case that ended, at once. */
  void add(CaseResult result) {
    append(cases, result.line() + "\n");
  }

  /** Adds what was wrong, in full. */
  void found(CaseResult result, String everything) {
    append(
        directory.resolve("found.txt"),
        "%s, %s%n%s%n%n".formatted(result.id(), result.label(), everything));
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path report(String text) throws IOException {
    return Files.writeString(directory.resolve("report.md"), text);
  }

  /**
   * What all starts of a run share.
   *
   * @param first the first seed
   * @param slowness how many times as long this machine takes as the one of the file
   */
  record Begun(long first, double slowness) {}

  /**
   * What was begun here before.
   *
   * @return 0 for what is not known
   */
  Begun begun() throws IOException {
    Properties properties = new Properties();
    Path file = directory.resolve("run.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return new Begun(
        Long.parseLong(properties.getProperty(FIRST, "0")),
        Double.parseDouble(properties.getProperty(SLOWNESS, "0")));
  }

  void begin(Begun begun) throws IOException {
    Files.writeString(
        directory.resolve("run.properties"),
        "%s=%d\n%s=%s\n".formatted(FIRST, begun.first(), SLOWNESS, begun.slowness()));
  }
}
