package org.entraide.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small repository with {@code packaging/release} in it, and stand-ins for Maven and the JDK that
 * make in no time what the real ones would.
 */
final class ReleaseWorld {

  static final String POM = "<project>\n  <version>%s</version>\n</project>\n";
  static final String CHANGES =
      "# Changes\n\n"
          + "## Unreleased\n\n"
          + "- Soon.\n\n"
          + "## 1.2.0 (2027-01-31)\n\n"
          + "### Added\n\n"
          + "- A ([docs/a.md](docs/a.md#b), [site](https://example.org)).\n\n"
          + "## 1.1.0 (2026-12-24)\n\n"
          + "- Old.\n";

  private static final String MVN =
      """
      #!/usr/bin/env bash
      set -eu
      version=$(sed -n 's|^  <version>\\(.*\\)</version>$|\\1|p' pom.xml)
      home=target/package/entraide-$version
      mkdir -p "$home/bin" "$home/lib/entraide" "$home/runtime/bin"
      echo "echo $version" >"$home/bin/entraide"
      printf '#!/bin/sh\\necho java.base@17\\n' >"$home/runtime/bin/java"
      chmod 755 "$home/bin/entraide" "$home/runtime/bin/java"
      touch "$home/lib/entraide/entraide.jar" "$home/lib/entraide/make-archive" "$home/lib/entraide/classes.list"
      touch -d "@$(($(date +%s%N) % 1000000000))" "$home/bin/entraide" "$home/lib/entraide/entraide.jar"
      echo "$SOURCE_DATE_EPOCH $* $(ls) ${CHANCE:+$(date +%N)}" >target/entraide.deb
      echo '{}' >target/entraide-sbom.json
      """;

  private static final String JLINK =
      """
      #!/usr/bin/env bash
      set -eu
      while [ "$1" != --output ]; do shift; done
      mkdir -p "$2/bin"
      echo linked >"$2/bin/java"
      """;

  private static final String JMOD = "#!/bin/sh\necho java.base@17\necho platform $(cat \"$2\")\n";

  /** What a process said, on both of its outputs. */
  record Ended(int exitCode, String said) {}

  private final Path root;
  private final Path clone;
  private final Map<String, String> environment = new HashMap<>();

  ReleaseWorld(Path root) throws Exception {
    this.root = root;
    this.clone = Files.createDirectories(root.resolve("clone"));
    Path programs = Files.createDirectories(root.resolve("bin"));
    Path jdk = Files.createDirectories(root.resolve("jdk/bin"));
    program(programs.resolve("mvn"), MVN);
    program(jdk.resolve("jlink"), JLINK);
    program(jdk.resolve("jmod"), JMOD);
    environment.put("PATH", programs + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", root.resolve("jdk").toString());
    environment.put("HOME", root.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    Files.createDirectories(clone.resolve("packaging"));
    Files.copy(Path.of("packaging/release"), clone.resolve("packaging/release"));
    write(".gitignore", "target/\n");
    write("pom.xml", POM.formatted("1.2.0"));
    write("CHANGELOG.md", CHANGES);
    git("init", "--quiet");
    commit();
  }

  static Path program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void write(String file, String text) throws IOException {
    Files.writeString(clone.resolve(file), text);
  }

  /** Directory of modules as a JDK for that platform has. */
  Path jmods(String platform) throws IOException {
    Path directory = Files.createDirectories(root.resolve("jmods-" + platform));
    Files.writeString(directory.resolve("java.base.jmod"), platform + "\n");
    return directory;
  }

  void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
    command.addAll(Arrays.asList(arguments));
    Ended ended = run(command);
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.said());
    }
  }

  void commit() throws Exception {
    git("add", "--all");
    git("commit", "--quiet", "--message", "A change");
  }

  Ended release(Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("packaging/release"));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return run(command);
  }

  Ended run(List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(clone.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** The directory of what was made. */
  Path made() {
    return clone.resolve("target/release");
  }

  /** The names of what was made, sorted. */
  List<String> files() {
    try (var files = Files.list(made())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in an archive, sorted by name. */
  List<String> listed(String archive) throws Exception {
    return run(List.of("tar", "-tzf", made().resolve(archive).toString())).said().lines().toList();
  }
}
