package org.entraide.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** The program as a process of its own, or as many in a row. */
@NullMarked
final class Program {

  private static final String SEPARATOR = System.getProperty("path.separator");

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
    return packed(directory, "program", Optional.empty());
  }

  /**
   * As a later version would be that knows one more script for the tables of a group, packed too.
   *
   * @param directory for its files
   * @param script what it does to them
   */
  static Program newer(Path directory, String script) throws IOException {
    Path changes = Files.createDirectory(directory.resolve("newer"));
    Path classes = Path.of("src/main/java");
    Path file = Path.of("org/entraide/journal/Schema.java");
    Matcher version =
        Pattern.compile("(?<=TABLES, GROUP\\), )\\d+")
            .matcher(Files.readString(classes.resolve(file)));
    if (!version.find()) {
      throw new IllegalStateException("Which version " + file + " has is not found.");
    }
    int next = Integer.parseInt(version.group()) + 1;
    Path source = changes.resolve("Schema.java");
    Files.writeString(source, version.replaceFirst(String.valueOf(next)));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "--release",
                "17",
                "-cp",
                classPath(),
                source.toString());
    if (failed != 0) {
      throw new IllegalStateException(source + " is not compiled.");
    }
    Path made = Files.createDirectories(changes.resolve("all").resolve(file).getParent());
    Files.move(changes.resolve("Schema.class"), made.resolve("Schema.class"));
    Path group = Files.createDirectory(made.resolve("group"));
    Files.writeString(group.resolve("V" + next + "__later.sql"), script);
    return packed(directory, "newer", Optional.of(changes.resolve("all")));
  }

  /**
   * @param changes files that stand for the program's own, or are besides them
   */
  private static Program packed(Path directory, String name, Optional<Path> changes)
      throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part : classPath().split(Pattern.quote(SEPARATOR), -1)) {
      Path path = Path.of(part);
      if (!Files.isDirectory(path)) {
        parts.add(part);
      } else if (Files.exists(path.resolve("org/entraide/Main.class"))) {
        Path jar = directory.resolve(name + ".jar");
        pack(path, changes, jar);
        parts.add(jar.toString());
      }
    }
    return new Program(
        String.join(SEPARATOR, parts), Optional.of(directory.resolve(name + ".jsa")));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void pack(Path classes, Optional<Path> changes, Path jar) throws IOException {
    SortedMap<String, Path> entries = entries(classes);
    if (changes.isPresent()) {
      entries.putAll(entries(changes.get()));
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.setLevel(1);
      for (Map.Entry<String, Path> each : entries.entrySet()) {
        out.putNextEntry(new JarEntry(each.getKey()));
        if (Files.isRegularFile(each.getValue())) {
          Files.copy(each.getValue(), out);
        }
        out.closeEntry();
      }
    }
  }

  /** Of a directory, with the directories in it, which whoever looks for scripts looks for. */
  private static SortedMap<String, Path> entries(Path directory) throws IOException {
    SortedMap<String, Path> entries = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.filter(it -> !it.equals(directory)).toList()) {
        String name = directory.relativize(each).toString().replace('\\', '/');
        entries.put(Files.isDirectory(each) ? name + "/" : name, each);
      }
    }
    return entries;
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
