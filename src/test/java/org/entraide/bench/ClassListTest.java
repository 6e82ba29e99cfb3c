package org.entraide.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The list of classes from which a package starts faster, as it is in the repository. */
class ClassListTest {

  /** A class that is no longer there costs nothing but what its successor would have saved. */
  private static final int LEAST_PERCENT = 80;

  private static List<String> ours() throws IOException {
    try (GZIPInputStream list =
        new GZIPInputStream(Files.newInputStream(Path.of("packaging/classes.list.gz")))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("org/entraide/"))
          .toList();
    }
  }

  @Test
  void mostClassesOfTheListAreStillThere() throws IOException {
    List<String> listed = ours();
    long there =
        listed.stream()
            .filter(name -> Files.exists(Path.of("target/classes", name + ".class")))
            .count();

    assertThat(listed).hasSizeGreaterThan(800).contains("org/entraide/cli/RunCommand");
    assertThat(100 * there / listed.size())
        .as("in percent; -Dclasses.keep=false writes it anew, see RELEASING.md")
        .isGreaterThanOrEqualTo(LEAST_PERCENT);
  }
}
