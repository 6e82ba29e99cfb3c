package org.entraide.bugs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.entraide.testkit.HistoryFile;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds tests by the simple names by which the files of bugs call them. */
final class Tests {

  private static final Path SOURCES = Path.of("src", "test", "java");

  private final List<String> classes;

  private Tests(List<String> classes) {
    this.classes = classes;
  }

  /** Those of the tree that the process was started in. */
  static Tests ofTree() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return new Tests(
          files
              .map(file -> SOURCES.relativize(file).toString())
              .filter(file -> file.endsWith("Test.java"))
              .map(file -> file.substring(0, file.length() - ".java".length()))
              .map(file -> file.replace('/', '.').replace('\\', '.'))
              .toList());
    }
  }

  /**
   * Returns the class of a test.
   *
   * @param test {@code Class}, {@code Class#method} or {@code Class#method[history]}
   * @throws IllegalArgumentException where there is none, or several
   */
  Class<?> typeOf(String test) {
    String simple = test.split("#", 2)[0];
    List<String> found = classes.stream().filter(name -> name.endsWith("." + simple)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "There are %d tests that are called %s.".formatted(found.size(), simple));
    }
    try {
      return Class.forName(found.get(0), false, Tests.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(found.get(0) + " is not compiled.", e);
    }
  }

  /**
   * Returns the method of a test; empty where it names a class alone.
   *
   * @throws IllegalArgumentException where there is none
   */
  Optional<Method> methodOf(String test) {
    String[] parts = test.split("[#\\[]", 3);
    if (parts.length == 1) {
      return Optional.empty();
    }
    return Optional.of(
        ReflectionSupport.streamMethods(
                typeOf(test),
                method -> method.getName().equals(parts[1]) && isTest(method),
                HierarchyTraversalMode.BOTTOM_UP)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no test " + test + " any more.")));
  }

  /**
   * Returns which of its method's cases a test is, from 0; empty where it names no history.
   *
   * @throws IllegalArgumentException where there is no such history
   */
  OptionalInt caseOf(String test) {
    int bracket = test.indexOf('[');
    if (bracket < 0) {
      return OptionalInt.empty();
    }
    String history = test.substring(bracket + 1, test.length() - 1);
    int found = HistoryFile.namesOf(typeOf(test)).indexOf(history);
    if (found < 0) {
      throw new IllegalArgumentException("There is no history " + history + " any more.");
    }
    return OptionalInt.of(found);
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().contains("Test"));
  }
}
