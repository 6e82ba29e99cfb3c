package org.entraide.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entraide.text.Message;

/**
 * Collects everything that is wrong, so that an administrator corrects a file once and not ten
 * times.
 */
final class ConfigurationFindings {

  private record Unknown(List<String> section, String key, List<String> valid) {}

  private record ValidKey(List<String> section, String key) {}

  private final Path file;
  private final TomlLines lines;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Unknown> unknown = new ArrayList<>();
  private final List<ValidKey> validKeys = new ArrayList<>();

  ConfigurationFindings(Path file, TomlLines lines) {
    this.file = file;
    this.lines = lines;
  }

  void add(List<String> section, String key, Message cause) {
    List<String> path = plus(section, key);
    problems.add(new Problem(file, lines.line(path), 0, TomlLines.dotted(path), cause));
  }

  /** Adds what is wrong in another file that the configuration names. */
  void add(Problem problem) {
    problems.add(problem);
  }

  /** Notes that a key is looked for here, whether or not it is there. */
  void knows(List<String> section, String key) {
    validKeys.add(new ValidKey(section, key));
  }

  /** Notes a key that nobody asked for; what it should have been is added at the end. */
  void unknown(List<String> section, String key, Collection<String> valid) {
    unknown.add(new Unknown(section, key, List.copyOf(valid)));
  }

  /** Everything found, by line, what is in other files last. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    for (Unknown u : unknown) {
      List<String> path = plus(u.section(), u.key());
      all.add(new Problem(file, lines.line(path), 0, TomlLines.dotted(path), cause(u)));
    }
    all.sort(
        Comparator.comparing((Problem p) -> p.file().equals(file) ? "" : p.file().toString())
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    return List.copyOf(all);
  }

  /** The commonest slip in TOML: a key written below the header of another table. */
  private Message cause(Unknown u) {
    return home(u)
        .orElseGet(() -> MeantWord.meant(Message.of("config.key.unknown"), u.key(), u.valid()));
  }

  private Optional<Message> home(Unknown u) {
    return validKeys.stream()
        .filter(k -> k.key().equals(u.key()))
        .max(Comparator.comparingInt(k -> common(k.section(), u.section())))
        .map(
            k ->
                k.section().isEmpty()
                    ? Message.of("config.key.at_top")
                    : Message.of("config.key.elsewhere")
                        .with("table", TomlLines.dotted(k.section())));
  }

  private static int common(List<String> a, List<String> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return n;
  }

  private static List<String> plus(List<String> section, String key) {
    List<String> path = new ArrayList<>(section);
    path.add(key);
    return path;
  }
}
