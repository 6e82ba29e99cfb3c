package org.entraide.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The program as a process of its own, or as many in a row. */
@NullMarked
final class Program {

  private final List<String> options;
  private final Optional<Path> archive;

  private Program(String classPath, Optional<Path> archive) {
    this.options = List.of("-cp", classPath);
    this.archive = archive;
  }

  /** As it is. */
  static Program plain() {
    return new Program(System.getProperty("java.class.path"), Optional.empty());
  }

  /**
   * Packed into a jar, so that the JVM can keep what it loaded in an archive, which halves the time
   * of a start. The first process writes that when it ends.
   *
   * @param directory for its files
   */
  static Program packed(Path directory) throws IOException {
    String tested =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> parts = new ArrayList<>();
    for (String part : tested.split(Pattern.quote(System.getProperty("path.separator")), -1)) {
      Path path = Path.of(part);
      if (!Files.isDirectory(path)) {
        parts.add(part);
      } else if (Files.exists(path.resolve("org/entraide/Main.class"))) {
        Path jar = directory.resolve("program.jar");
        pack(path, jar);
        parts.add(jar.toString());
      }
    }
    return new Program(
        String.join(System.getProperty("path.separator"), parts),
        Optional.of(directory.resolve("classes.jsa")));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      out.setLevel(1);
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }

  /**
   * Starts it.
   *
   * @param directory where what it says goes: see {@link #said}
   */
  Process start(Path directory, Path configuration, String... words) throws IOException {
    return start(directory.resolve("said.txt"), configuration, List.of(), words);
  }

  /**
   * Starts it.
   *
   * @param to the file into which it says what it says
   * @param starter what starts it, if anything
   */
  Process start(Path to, Path configuration, List<String> starter, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(starter);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    archive.ifPresent(
        file ->
            command.add(
                (Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
                    + file));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    command.addAll(options);
    command.add("-Dlogback.configurationFile=logback.xml"); // the program's own, not the tests'
    command.addAll(List.of("org.entraide.Main", "--config", configuration.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(to.toFile())
        .start();
  }

  /** What the last one said. */
  static String said(Path directory) throws IOException {
    return Files.readString(directory.resolve("said.txt"), StandardCharsets.UTF_8);
  }
}
