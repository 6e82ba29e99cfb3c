package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.build.Circles;
import org.junit.jupiter.api.Test;

/**
 * The table of packages in docs/architecture.md. {@code -Dpackages.write=true} sorts it anew, so
 * that each package stands above those that it uses.
 */
class PackagesPageTest {

  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Path SOURCES = Path.of("src/main/java/org/entraide");

  /** A class with the packages below ours, such as {@code match.Matcher}; a method may follow. */
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+)");

  private static final Pattern ROW =
      Pattern.compile("^\\| `(org\\.entraide[\\w.]*)` \\| (.*) \\|$");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entraide");

  /** By package, those of ours that it uses. */
  private static Map<String, Set<String>> packages() {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (JavaClass c : MAIN) {
      if (c.getSimpleName().equals("package-info")) {
        continue;
      }
      Set<String> uses = graph.computeIfAbsent(c.getPackageName(), p -> new TreeSet<>());
      c.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType().getPackageName())
          .filter(to -> to.startsWith("org.entraide") && !to.equals(c.getPackageName()))
          .forEach(uses::add);
    }
    return graph;
  }

  private static List<String> rows(List<String> page) {
    return page.stream().filter(line -> ROW.matcher(line).matches()).toList();
  }

  private static String packageOf(String row) {
    Matcher matcher = ROW.matcher(row);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static void sort(Map<String, Set<String>> packages) throws IOException {
    List<String> page = new ArrayList<>(Files.readAllLines(PAGE));
    List<String> rows = new ArrayList<>(rows(page));
    int first = page.indexOf(rows.get(0));
    page.removeAll(rows);
    rows.removeIf(row -> !packages.containsKey(packageOf(row)));
    rows.sort(
        Comparator.<String>comparingInt(row -> -Circles.layer(packageOf(row), packages))
            .thenComparing(PackagesPageTest::packageOf));
    page.addAll(first, rows);
    Files.write(PAGE, page);
  }

  @Test
  void eachClassThatThePageNamesWithItsPackageIsThere() throws IOException {
    assertThat(CLASS.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)))
        .hasSizeGreaterThan(20)
        .allSatisfy(it -> assertThat(SOURCES.resolve(it.replace('.', '/') + ".java")).exists());
  }

  @Test
  void everyPackageIsOnThePageAboveThoseThatItUses() throws IOException {
    Map<String, Set<String>> packages = packages();
    if (Boolean.getBoolean("packages.write")) {
      sort(packages);
    }
    List<String> names = rows(Files.readAllLines(PAGE)).stream().map(r -> packageOf(r)).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(packages.keySet());
    List<String> upward = new ArrayList<>();
    packages.forEach(
        (from, uses) ->
            uses.stream()
                .filter(to -> names.indexOf(to) < names.indexOf(from))
                .forEach(to -> upward.add(from + " -> " + to)));
    assertThat(upward).isEmpty();
  }
}
