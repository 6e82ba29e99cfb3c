package org.entraide.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The program as a process of its own, or as many in a row. */
@NullMarked
public final class Program {

  private static final String SEPARATOR = System.getProperty("path.separator");

  /** Where the program of all tests is; {@code mvn clean} takes it away with everything else. */
  private static final Path SHARED = Path.of("target", "test-program");

  private static @Nullable Program shared;

  private final List<String> options;
  private final Path archive;

  private Program(String classPath, Path archive) {
    this.options = List.of("-cp", classPath);
    this.archive = archive;
  }

  /**
   * As it is, packed into a jar with an archive of the classes that a single run loads, which
   * halves the time of a start. The first test that asks makes it, for all JVMs of the same build.
   */
  public static synchronized Program shared() throws IOException {
    if (shared == null) {
      Files.createDirectories(SHARED);
      try (FileChannel file =
              FileChannel.open(
                  SHARED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock alone = file.lock()) {
        shared = alone.isValid() ? madeOrFound() : null;
      }
    }
    return Objects.requireNonNull(shared);
  }

  private static Program madeOrFound() throws IOException {
    Path own = SHARED.resolve(version()).toAbsolutePath();
    Path done = own.resolve("done");
    if (!Files.exists(done)) {
      forgetOld();
      if (Files.exists(own)) { // whoever made it was killed meanwhile
        forget(own);
      }
      Files.createDirectories(own);
    }
    Program program = packed(own, "program", Optional.empty(), Files.exists(done));
    if (!Files.exists(done)) {
      Path world = Files.createDirectory(own.resolve("world"));
      program.runOnce(world);
      forget(world);
      Files.createFile(done);
    }
    return program;
  }

  /** Another one after every compilation. */
  private static String version() throws IOException {
    long newest = 0;
    for (Path each : entries(compiled()).values()) {
      newest = Math.max(newest, Files.getLastModifiedTime(each).toMillis());
    }
    return newest + "-" + Integer.toHexString(classPath().hashCode());
  }

  /** Other versions, but for those of which another build may start processes now. */
  private static void forgetOld() throws IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    try (Stream<Path> versions = Files.list(SHARED)) {
      for (Path each : versions.filter(Files::isDirectory).toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(yesterday)) {
          forget(each);
        }
      }
    }
  }

  private static void forget(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void runOnce(Path directory) throws IOException {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      Process process = start(directory, world.configuration(), "run", "--once");
      boolean ended = process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
      if (!ended || !Files.exists(archive)) {
        throw new IllegalStateException("There is no " + archive + ": " + said(directory));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
    Path file = Path.of("org/entraide/journal/sql/JournalSchema.java");
    Matcher version =
        Pattern.compile("(?<=TABLES, GROUP\\), )\\d+")
            .matcher(Files.readString(classes.resolve(file)));
    if (!version.find()) {
      throw new IllegalStateException("Which version " + file + " has is not found.");
    }
    int next = Integer.parseInt(version.group()) + 1;
    Path source = changes.resolve("JournalSchema.java");
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
    Files.move(changes.resolve("JournalSchema.class"), made.resolve("JournalSchema.class"));
    Path group = Files.createDirectory(made.resolveSibling("group"));
    Files.writeString(group.resolve("V" + next + "__later.sql"), script);
    return packed(directory, "newer", Optional.of(changes.resolve("all")), false);
  }

  /**
   * @param changes files that stand for the program's own, or are besides them
   * @param done whether the jar is there already
   */
  private static Program packed(Path directory, String name, Optional<Path> changes, boolean done)
      throws IOException {
    Path jar = directory.resolve(name + ".jar");
    if (!done) {
      pack(compiled(), changes, jar);
    }
    List<String> parts = new ArrayList<>(List.of(jar.toString()));
    parts().filter(part -> !Files.isDirectory(part)).forEach(part -> parts.add(part.toString()));
    return new Program(String.join(SEPARATOR, parts), directory.resolve(name + ".jsa"));
  }

  private static Stream<Path> parts() {
    return Stream.of(classPath().split(Pattern.quote(SEPARATOR), -1)).map(Path::of);
  }

  /** The program's own, without its tests. */
  private static Path compiled() {
    return parts()
        .filter(part -> Files.exists(part.resolve("org/entraide/Main.class")))
        .findFirst()
        .orElseThrow();
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
   * Starts it; the first process of a program that is not the shared one writes the archive when it
   * ends, which takes long.
   *
   * @param to the file into which it says what it says
   * @param starter what starts it, if anything
   */
  Process start(Path to, Path configuration, List<String> starter, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(starter);
    command.addAll(command(configuration, words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(to.toFile())
        .start();
  }

  /** What starts it. */
  List<String> command(Path configuration, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(classes());
    command.addAll(List.of("org.entraide.Main", "--config", configuration.toString()));
    command.addAll(List.of(words));
    return command;
  }

  /** Options of Java with which it finds the program, whatever else it is started with. */
  public List<String> classes() {
    List<String> found = new ArrayList<>();
    found.add("-Xshare:auto");
    found.add(
        (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
    found.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    found.addAll(options);
    found.add("-Dlogback.configurationFile=logback.xml"); // the program's own, not the tests'
    return found;
  }

  /** What the last one said. */
  static String said(Path directory) throws IOException {
    return Files.readString(directory.resolve("said.txt"), StandardCharsets.UTF_8);
  }
}
