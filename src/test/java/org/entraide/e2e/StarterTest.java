package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starter {@code bin/entraide}, in front of a Java that says what it was given. */
@Tag("process")
class StarterTest {

  @TempDir private Path home;

  @BeforeEach
  void install() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    script(home.resolve("bin/entraide"), Files.readString(Path.of("bin/entraide")));
    script(
        home.resolve("runtime/bin/java"),
        """
        #!/bin/sh
        echo "LC_ALL=$LC_ALL"
        printf '%s\\n' "$@"
        """);
    Files.writeString(home.resolve("entraide.jar"), "");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> started(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/entraide").toString(), "status")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "LANG,fr_FR.UTF-8",
    "LANG,fr_FR@euro",
    "LC_ALL,C",
    "LC_ALL,POSIX",
    "LC_MESSAGES,fr_FR.ISO-8859-1",
    "LANG,no_such_LOCALE.UTF-8"
  })
  void javaReadsAccentsInEveryLocaleAndIsToldWhichItWas(String variable, String locale)
      throws Exception {
    assertThat(started(Map.of(variable, locale)))
        .contains("LC_ALL=C.UTF-8", "-Dentraide.locale=" + locale);
  }

  @Test
  void javaReadsAccentsWhereThereIsNoLocaleAtAll() throws Exception {
    assertThat(started(Map.of())).contains("LC_ALL=C.UTF-8", "-Dentraide.locale=");
  }

  @Test
  void ofSeveralVariablesTheStrongestDecides() throws Exception {
    assertThat(started(Map.of("LANG", "en_GB.UTF-8", "LC_MESSAGES", "fr_FR.UTF-8")))
        .contains("-Dentraide.locale=fr_FR.UTF-8");
    assertThat(started(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "fr_FR.UTF-8", "LC_MESSAGES", "de")))
        .contains("-Dentraide.locale=fr_FR.UTF-8");
  }
}
