package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code mvn -Ppackage verify} built, unpacked and started. It is no test of the usual build:
 * the names of those end in {@code Test}.
 */
@NullMarked
@Tag("process")
class PackageIT {

  private static final Path BUILT = Path.of("target");
  private static final Path HOME = Path.of(System.getProperty("package.home", "target/package"));
  private static final int TERMINATED = 143;

  /** ICU4J knows a printer and documentation tools, pgjdbc points on a screen: nobody asks. */
  private static final Set<String> NEVER_USED = Set.of("java.desktop", "jdk.javadoc");

  @TempDir static Path root;

  /** The command, as on the path. */
  private static Path installed = Path.of("");

  private record Ended(int exitCode, String said) {}

  @BeforeAll
  static void unpack() throws Exception {
    Ended version = run(Map.of(), "dpkg-deb", "--version");
    assumeTrue(version.exitCode() == 0, "There is no dpkg-deb on this machine.");
    Ended unpacked = run(Map.of(), "dpkg-deb", "-x", "target/entraide.deb", root.toString());
    assertThat(unpacked.exitCode()).as(unpacked.said()).isZero();
    installed = root.resolve("usr/bin/entraide");
  }

  @Test
  void theInstalledSandboxServesItsPageOnAJavaOfItsOwnAndStops() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(installed.toString(), "sandbox", "--port", "0", "--people", "20");
    builder.environment().remove("JAVA_HOME");
    builder.redirectError(root.resolve("err.txt").toFile());
    Process sandbox = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8))) {
      String address = out.readLine();
      assertThat(address)
          .as(Files.readString(root.resolve("err.txt")))
          .startsWith("http://127.0.0.1:");
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address))
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<title>", "Entraide");
      assertThat(sandbox.info().command())
          .hasValueSatisfying(
              java -> assertThat(java).endsWith("/usr/lib/entraide/runtime/bin/java"));
      sandbox.destroy();
      assertThat(sandbox.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(sandbox.exitValue()).isIn(0, TERMINATED);
    } finally {
      sandbox.destroyForcibly();
    }
  }

  @Test
  void whereItIsInstalledItsClassesAreArchivedAndTheArchiveIsUsed() throws Exception {
    Path library = root.resolve("usr/lib/entraide/lib/entraide");
    Ended made = run(Map.of(), library.resolve("make-archive").toString());
    assertThat(made.exitCode()).as(made.said()).isZero();
    assertThat(library.resolve("classes.jsa")).isNotEmptyFile();

    Ended help = run(logged(), installed.toString(), "run", "--help");

    assertThat(help.exitCode()).as(help.said()).isZero();
    assertThat(Files.readAllLines(root.resolve("classes.log")))
        .filteredOn(line -> line.contains(" org.entraide.cli.RunCommand "))
        .hasSize(1)
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  private static Map<String, String> logged() {
    return Map.of("ENTRAIDE_JAVA_OPTS", "-Xlog:class+load:file=" + root.resolve("classes.log"));
  }

  @Test
  void everyModuleThatTheProgramUsesIsInItsJava() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path library = HOME.resolve("lib/entraide");
    int exitCode =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                "--ignore-missing-deps",
                "--print-module-deps",
                "--multi-release",
                "17",
                "--recursive",
                "--class-path",
                library.resolve("lib") + "/*",
                library.resolve("entraide.jar").toString());
    Set<String> used =
        new TreeSet<>(List.of(out.toString(StandardCharsets.UTF_8).strip().split(",", -1)));
    used.removeAll(NEVER_USED);

    assertThat(exitCode).isZero();
    assertThat(used).contains("java.base", "java.net.http");
    assertThat(System.getProperty("package.modules").split(",", -1)).containsAll(used);
  }

  /** As libraries do that look for a module by reflection. */
  @Test
  void noLibraryComplainsOfItsJava() throws Exception {
    Ended found =
        run(Map.of(), "sh", "-c", installed + " geocode --country GB London 2>&1 >/dev/null");

    assertThat(found.exitCode()).as(found.said()).isZero();
    assertThat(found.said()).isEmpty();
  }

  @Test
  void theConfigurationThatComesAlongIsKeptOnUpgrade() throws Exception {
    Ended conffiles = run(Map.of(), "dpkg-deb", "-I", "target/entraide.deb", "conffiles");

    assertThat(conffiles.said().strip()).isEqualTo("/etc/entraide/entraide.toml.example");
    assertThat(root.resolve("etc/entraide/entraide.toml.example"))
        .hasSameTextualContentAs(Path.of("entraide.example.toml"));
  }

  @Test
  void nothingOfItTouchesTheStateAndAllOfItIsRoots() throws Exception {
    Ended listed = run(Map.of(), "dpkg-deb", "-c", "target/entraide.deb");

    assertThat(listed.said().lines().toList())
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.contains(" root/root ") || line.contains(" 0/0 "), "root's")
        .noneMatch(line -> line.contains("/var/"), "in the state directory")
        .noneMatch(line -> line.matches("[^l].{7}w.*"), "writable for all");
  }

  @Test
  void everyCommandHasAManualPage() throws Exception {
    Path pages = root.resolve("usr/share/man/man1");
    try (Stream<Path> all = Files.list(pages)) {
      assertThat(all.map(page -> page.getFileName().toString()).toList())
          .contains(
              "entraide.1.gz",
              "entraide-run.1.gz",
              "entraide-doctor.1.gz",
              "entraide-auth-login.1.gz");
    }
    try (GZIPInputStream page =
        new GZIPInputStream(Files.newInputStream(pages.resolve("entraide-run.1.gz")))) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
          .contains(
              ".TH \"ENTRAIDE\\-RUN\" \"1\"",
              "take\\-over",
              ".SH \"EXAMPLES\"",
              "until it is stopped");
    }
  }

  @Test
  void unitsAndCompletionAreWhereTheirReadersLook() {
    for (String unit :
        List.of("entraide.service", "entraide-once.service", "entraide-once.timer")) {
      assertThat(root.resolve("usr/lib/systemd/system").resolve(unit))
          .hasSameTextualContentAs(Path.of("systemd", unit));
    }
    assertThat(root.resolve("usr/lib/sysusers.d/entraide.conf")).content().contains("u entraide");
    assertThat(root.resolve("usr/share/bash-completion/completions/entraide"))
        .content()
        .contains("complete -F", "import-postcodes");
    assertThat(root.resolve("usr/share/fish/vendor_completions.d/entraide.fish"))
        .content()
        .contains("complete -c entraide", "import-postcodes");
  }

  @Test
  void theTarballHoldsTheSameProgram(@TempDir Path elsewhere) throws Exception {
    Path tarball;
    try (Stream<Path> files = Files.list(BUILT)) {
      tarball = files.filter(it -> it.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    Ended unpacked = run(Map.of(), "tar", "-xzf", tarball.toString(), "-C", elsewhere.toString());
    assertThat(unpacked.exitCode()).as(unpacked.said()).isZero();
    Path program = elsewhere.resolve(HOME.getFileName()).resolve("bin/entraide");

    Ended here = run(Map.of(), program.toString(), "--version");
    Ended there = run(Map.of(), installed.toString(), "--version");

    assertThat(here.exitCode()).as(here.said()).isZero();
    assertThat(here.said()).startsWith("entraide ").isEqualTo(there.said());
  }

  private static Ended run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(Arrays.asList(command))).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      return new Ended(127, String.valueOf(e.getMessage())); // as a shell says: no such program
    }
  }
}
