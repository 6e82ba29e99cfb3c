package org.entraide.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that makes a release, with stand-ins for Maven and the JDK. */
@Tag("process")
class ReleaseScriptTest {

  private static final boolean ARM = "aarch64".equals(System.getProperty("os.arch"));
  private static final String HERE = ARM ? "arm64" : "amd64";
  private static final String THERE = ARM ? "amd64" : "arm64";
  private static final String PLATFORM_THERE = ARM ? "linux-amd64" : "linux-aarch64";

  @TempDir private Path directory;
  private ReleaseWorld world;

  @BeforeEach
  void onlyOnLinux() throws Exception {
    assumeTrue("Linux".equals(System.getProperty("os.name")), "Packages are made on Linux.");
    world = new ReleaseWorld(directory);
  }

  private void isRefused(String because, Object... arguments) throws Exception {
    ReleaseWorld.Ended ended = world.release(arguments);

    assertThat(ended.said()).startsWith("release: ").contains(because);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(world.made()).doesNotExist();
  }

  @Test
  void aChangeThatIsNotCommittedIsRefused() throws Exception {
    world.write("pom.xml", ReleaseWorld.POM.formatted("1.2.1"));

    isRefused("changes that are not committed");
  }

  @Test
  void aSnapshotIsNoReleaseUnlessAskedFor() throws Exception {
    world.write("pom.xml", ReleaseWorld.POM.formatted("1.3.0-SNAPSHOT"));
    world.commit();

    isRefused("pom.xml says 1.3.0-SNAPSHOT, which is no release");
    assertThat(world.release("--snapshot").exitCode()).isZero();
    assertThat(world.made().resolve("RELEASE_NOTES.md")).hasContent("- Soon.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9.9.9 | 2027-01-31 | has no section",
        "1.2.0 | soon       | does not say when 1.2.0 was released"
      })
  void aVersionThatTheChangesDoNotDescribeIsRefused(String version, String day, String because)
      throws Exception {
    world.write("CHANGELOG.md", "# Changes\n\n## %s (%s)\n\n- A.\n".formatted(version, day));
    world.commit();

    isRefused(because);
  }

  @Test
  void aTagOfAnotherVersionIsRefused() throws Exception {
    world.git("tag", "v1.1.9");

    isRefused("the tag v1.1.9 is on this commit, but pom.xml says 1.2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0.0.1", "--kye", "--key"})
  void whatIsNotUnderstoodIsRefused(String argument) throws Exception {
    isRefused(argument, argument);
  }

  @Test
  void modulesForAnotherProcessorAreRefused() throws Exception {
    isRefused("are for windows-amd64", "--jmods-" + THERE, world.jmods("windows-amd64"));
    isRefused("there is no java.base.jmod", "--jmods-" + THERE, directory);
    isRefused("has no use here", "--jmods-" + HERE, world.jmods("linux-amd64"));
  }

  @Test
  void aDryRunSaysWhatItWouldMakeAndMakesNothing() throws Exception {
    ReleaseWorld.Ended ended = world.release("--dry-run");

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said())
        .contains("version   1.2.0", "entraide_1.2.0_" + HERE + ".deb", "entraide-1.2.0.tar.gz")
        .contains("is left out: no --jmods-" + THERE, "not signed: no --key");
    assertThat(world.made()).doesNotExist();
  }

  @Test
  void allFilesAreMadeFromTheCommitAlone() throws Exception {
    world.git("tag", "v1.2.0");
    world.write("later.txt", "");
    world.commit();
    Path lyingAbout = Files.createDirectories(world.made().resolveSibling("package"));
    Files.writeString(lyingAbout.resolve("old.txt"), "");

    ReleaseWorld.Ended ended =
        world.release("--jmods-" + THERE, world.jmods(PLATFORM_THERE), "v1.2.0");

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(world.files())
        .containsExactlyInAnyOrder(
            "RELEASE_NOTES.md",
            "SHA256SUMS",
            "entraide-1.2.0-linux-amd64.tar.gz",
            "entraide-1.2.0-linux-arm64.tar.gz",
            "entraide-1.2.0-sbom.json",
            "entraide-1.2.0.tar.gz",
            "entraide_1.2.0_" + HERE + ".deb");
    assertThat(ended.said()).contains("SHA256SUMS is not signed");
    assertThat(world.made().resolve("RELEASE_NOTES.md"))
        .hasContent("### Added\n\n- A (docs/a.md, [site](https://example.org)).");
    assertThat(Files.readString(world.made().resolve("entraide_1.2.0_" + HERE + ".deb")))
        .contains(
            "-DskipTests -Dproject.build.outputTimestamp=20",
            "CHANGELOG.md\npackaging\npom.xml\ntarget \n");
    assertThat(Files.readAllLines(world.made().resolve("SHA256SUMS"))).hasSize(6);
  }

  @Test
  void theTarballForAnyProcessorHasNoJavaAndTheOthersHaveTheirs() throws Exception {
    world.release("--jmods-" + THERE, world.jmods(PLATFORM_THERE));

    assertThat(world.listed("entraide-1.2.0.tar.gz"))
        .contains("entraide-1.2.0/bin/entraide", "entraide-1.2.0/lib/entraide/entraide.jar")
        .noneMatch(file -> file.matches(".*(runtime|make-archive|classes\\.list).*"));
    assertThat(world.listed("entraide-1.2.0-linux-%s.tar.gz".formatted(HERE)))
        .contains("entraide-1.2.0/runtime/bin/java", "entraide-1.2.0/lib/entraide/make-archive");
    assertThat(
            world
                .run(
                    List.of(
                        "tar",
                        "-xzOf",
                        world.made() + "/entraide-1.2.0-linux-%s.tar.gz".formatted(THERE),
                        "entraide-1.2.0/runtime/bin/java"))
                .said())
        .isEqualTo("linked\n");
  }

  @Test
  void twoBuildsGiveTheSameBytesOrTheReleaseFails() throws Exception {
    ReleaseWorld.Ended same = world.release("--check");
    assertThat(same.exitCode()).as(same.said()).isZero();
    assertThat(same.said()).contains("gave the same bytes");

    world.set("CHANCE", "yes");
    ReleaseWorld.Ended other = world.release("--check");

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.said()).contains("differ", ".deb");
  }

  @Test
  void theSumsAreSignedByTheKeyThatIsGiven() throws Exception {
    Path keys = Files.createDirectory(directory.resolve("keys"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
    world.set("GNUPGHOME", keys.toString());
    assumeTrue(has("gpg"), "There is no gpg on this machine: nothing is signed.");
    isRefused("gpg has no secret key \"nobody@example.org\"", "--key", "nobody@example.org");
    String who = "release@example.org";
    ReleaseWorld.Ended key =
        world.run(
            List.of("gpg", "--batch", "--passphrase", "", "--quick-generate-key", who, "ed25519"));
    assertThat(key.exitCode()).as(key.said()).isZero();

    ReleaseWorld.Ended ended = world.release("--key", who);

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    String sums = world.made().resolve("SHA256SUMS").toString();
    assertThat(world.run(List.of("gpg", "--verify", sums + ".asc", sums)).said())
        .contains("Good signature");
    Files.writeString(Path.of(sums), "another\n");
    assertThat(world.run(List.of("gpg", "--verify", sums + ".asc", sums)).exitCode()).isNotZero();
    world.run(List.of("gpgconf", "--kill", "gpg-agent"));
  }

  @Test
  void theLauncherSaysWhereAJavaIsToBeHad() throws Exception {
    Path program = Files.createDirectories(directory.resolve("program/bin")).resolve("entraide");
    Files.copy(Path.of("bin/entraide"), program);
    Path few = Files.createDirectory(directory.resolve("few"));
    for (String tool : List.of("bash", "dirname", "readlink")) {
      Files.createSymbolicLink(few.resolve(tool), Path.of("/usr/bin", tool));
    }
    world.set("PATH", few.toString());
    world.set("JAVA_HOME", "");

    ReleaseWorld.Ended ended = world.run(List.of("/usr/bin/bash", program.toString(), "status"));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.said())
        .contains("there is no Java", "version 17 or newer", "apt install default-jre-headless");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bin/entraide",
        ".ci/run",
        "packaging/release",
        "packaging/try-in-a-bare-root",
        "packaging/make-archive",
        "packaging/healthcheck",
        "packaging/deb/control/postinst",
        "packaging/deb/control/postrm",
        "packaging/deb/control/prerm"
      })
  void shellcheckFindsNothing(String script) throws Exception {
    assumeTrue(has("shellcheck"), "There is no shellcheck on this machine.");
    ReleaseWorld.Ended ended =
        world.run(List.of("shellcheck", Path.of(script).toAbsolutePath().toString()));

    assertThat(ended.said()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  private boolean has(String program) throws Exception {
    try {
      return world.run(List.of(program, "--version")).exitCode() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
