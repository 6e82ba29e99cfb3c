package org.entraide.docs;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The program's own sources, parsed. */
final class Sources {

  static final Path MAIN = Path.of("src/main/java");

  private Sources() {}

  /**
   * Parses classes, by path.
   *
   * @param wanted says of a class such as {@code google.Advice} whether it is to be parsed
   */
  static List<CompilationUnitTree> parsed(Predicate<String> wanted) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(paths(wanted)));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return units;
    }
  }

  /** The name of a class below {@code org.entraide}. */
  static String name(Path file) {
    String path = MAIN.resolve("org/entraide").relativize(file).toString();
    return path.replaceAll("\\.java$", "").replace('/', '.').replace('\\', '.');
  }

  private static Path[] paths(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> wanted.test(name(file)))
          .sorted()
          .toArray(Path[]::new);
    }
  }
}
