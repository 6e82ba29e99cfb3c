package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can meet: a locale, a home, a time zone, another's file. */
@NullMarked
@Tag("process")
class WrongEnvironmentsTest {

  private static final Path ENV = Path.of("/usr/bin/env");

  @TempDir Path directory;

  private record Ended(int exitCode, String said) {}

  @BeforeAll
  static void onlyWhereAnEnvironmentCanBeSet() {
    assumeTrue(Files.isExecutable(ENV), "there is no env here");
  }

  private Ended run(Path configuration, List<String> environment, String... words)
      throws Exception {
    List<String> starter = new ArrayList<>(List.of(ENV.toString()));
    starter.addAll(environment);
    Path said = directory.resolve("said.txt");
    Process process = Program.shared().start(said, configuration, starter, words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Program.said(directory));
  }

  private Path accented() throws Exception {
    Path place = Files.createDirectory(directory.resolve("entraide à Orléans"));
    return Files.writeString(
        place.resolve("entraide.toml"),
        """
        [google]
        credentials = "clé.json"
        [campaigns.londres]
        spreadsheet = "1Sheet"
        delegate = "delegue@example.org"
        """);
  }

  @Test
  void inPlainCAFileWithAnAccentIsNotFoundAndTheLocaleIsTold() throws Exception {
    assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this process cannot either");
    Ended ended = run(accented(), List.of("LC_ALL=C"), "status");

    assertThat(ended.exitCode()).as("%s", ended.said()).isEqualTo(2);
    assertThat(ended.said())
        .startsWith("entraide: ")
        .contains("'--config': no file can have the name ")
        .contains("Maybe file names are read as ANSI_X3.4-1968")
        .contains("Start with bin/entraide, or set LC_ALL=C.UTF-8.")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void inPlainCAPathWithAnAccentIsToldWithLineAndKey() throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.copy(accented(), file);
    Ended ended = run(file, List.of("LC_ALL=C"), "status");

    assertThat(ended.exitCode()).as("%s", ended.said()).isEqualTo(78);
    assertThat(ended.said())
        .startsWith(file + ":2: google.credentials: ")
        .contains(" is no path: ", "LC_ALL=C.UTF-8")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void withoutAHomeAndInATimeZoneOfMarsItWorksAllTheSame() throws Exception {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());

      Ended ended =
          run(
              world.configuration(),
              List.of("-u", "HOME", "-u", "USER", "TZ=Mars/Olympus_Mons"),
              "run",
              "--once");

      assertThat(ended.exitCode()).as("%s", ended.said()).isZero();
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  /** As in {@code entraide letters preview | head -1}. */
  @Test
  void whoReadsNoFurtherIsNotToldThatNothingCanBeWritten() throws Exception {
    Path head = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(head), "there is no bash here");
    List<String> piped =
        List.of("LC_ALL=C.UTF-8", head.toString(), "-c", "set -o pipefail; \"$@\" | head -1", "-");
    Ended ended = run(accented(), piped, "letters", "preview", "--language", "en");

    assertThat(ended.said()).contains("=== 1. ").doesNotContain("standard output", "bug");
    assertThat(ended.exitCode()).isOne();
  }

  @Test
  void anothersFileIsToldAsWhatItIs() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read anything");
    Path file = accented();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Ended ended = run(file, List.of("LC_ALL=C.UTF-8"), "status");

    assertThat(ended.exitCode()).isEqualTo(78);
    assertThat(ended.said()).startsWith(file + ": may not be read by this user");
  }
}
