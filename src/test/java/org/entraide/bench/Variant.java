package org.entraide.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way to start the daemon's Java.
 *
 * @param name as the tables show it
 * @param options of the {@code java} command
 * @param environment variables that are set for it
 * @param program the {@code java} and the jar that it is given
 */
record Variant(
    String name, List<String> options, Map<String, String> environment, Program program) {

  /** Which Java runs which jar. */
  record Program(Path java, Path jar) {

    /** What was just built, by the Java that this runs on. */
    static final Program BUILT =
        new Program(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Path.of("target", "entraide.jar"));

    /**
     * @param home where a package was laid out
     */
    static Program in(Path home) {
      return new Program(
          home.resolve("runtime/bin/java"), home.resolve("lib/entraide/entraide.jar"));
    }
  }

  static Variant of(String name, List<String> options) {
    return new Variant(name, options, Map.of(), Program.BUILT);
  }

  static Variant of(String name, String... options) {
    return of(name, List.of(options));
  }

  Variant named(String other) {
    return new Variant(other, options, environment, program);
  }

  Variant with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new Variant(name, all, environment, program);
  }

  Variant by(Program other) {
    return new Variant(name, options, environment, other);
  }
}
