package org.entraide.testkit;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a slow check has found to be right, by hash, so that a build checks only what is new or
 * changed. The long profile checks all ({@code -Dvetted.all=true}), and {@code -Dvetted.write=true}
 * does and then notes all that passed.
 */
public final class Vetted {

  private static final boolean WRITE = Boolean.getBoolean("vetted.write");
  private static final boolean ALL = WRITE || Boolean.getBoolean("vetted.all");
  private static final int DIGITS = 16;

  private final Path file;
  private final String rules;
  private final Map<String, String> entries = new TreeMap<>();
  private final Map<String, String> passed = new TreeMap<>();

  private Vetted(Path file, String rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * Reads what passed earlier.
   *
   * @param check its name
   * @param rules by which it checks, with its exceptions: where one changes, all is new
   */
  public static Vetted of(String check, List<?> rules) {
    Vetted vetted =
        new Vetted(
            Path.of("src/test/resources/org/entraide/testkit/vetted", check + ".tsv"),
            rules.toString());
    try {
      for (String line : Files.readAllLines(vetted.file)) {
        String[] cells = line.split("\t", 2);
        vetted.entries.put(cells[0], cells[1]);
      }
    } catch (NoSuchFileException e) {
      return vetted; // nothing passed yet
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vetted;
  }

  /** Whether all is checked, whatever passed earlier. */
  public static boolean isOff() {
    return ALL;
  }

  /**
   * Whether it must be checked: it did not pass as it is now.
   *
   * @param name of one thing
   * @param whole what it is
   */
  public boolean isNew(String name, String whole) {
    return ALL || !hash(whole).equals(entries.getOrDefault(name, ""));
  }

  public void pass(String name, String whole) {
    passed.put(name, hash(whole));
  }

  /** Notes what passed, if it is asked to. */
  public void write() throws IOException {
    if (WRITE) {
      StringBuilder lines = new StringBuilder();
      passed.forEach((name, hash) -> lines.append(name + "\t" + hash + "\n"));
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines);
    }
  }

  private String hash(String whole) {
    return Hashing.sha256()
        .hashString(rules + "\n" + whole, StandardCharsets.UTF_8)
        .toString()
        .substring(0, DIGITS);
  }
}
