package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buttons that the pages name are on the sandbox's page. */
class SandboxWordsTest {

  private static final Path PAGE = Path.of("src/main/resources/org/entraide/sandbox/page");
  private static final Pattern ITALIC = Pattern.compile("(?<![*])[*]([^*\n]+)[*](?![*])");

  @ParameterizedTest
  @CsvSource({"README.md, ## Try it", "README.fr.md, ## L’essayer", "docs/sandbox.md, #"})
  void whatAPageTellsToPressIsThere(Path page, String heading) throws IOException {
    String whole = Files.readString(page);
    String part = whole.substring(whole.indexOf(heading));
    int next = part.indexOf("\n## ");
    List<String> named =
        ITALIC
            .matcher(heading.equals("#") || next < 0 ? part : part.substring(0, next))
            .results()
            .map(italic -> italic.group(1))
            .toList();

    assertThat(named).isNotEmpty().allSatisfy(it -> assertThat(words()).contains(it));
  }

  private static String words() throws IOException {
    try (Stream<Path> files = Files.list(PAGE)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .map(SandboxWordsTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
