package org.entraide.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a test costs stands above its class, so that the fast loop can do without it; and whether it
 * must be alone in its JVM.
 */
@Tag("long")
@NullMarked
class TagsTest {

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.entraide");

  /** What all classes of a JVM share. */
  private static final Set<String> SHARED =
      Set.of(
          "java.lang.System.setProperty",
          "java.lang.System.clearProperty",
          "java.lang.System.setProperties",
          "java.lang.System.setOut",
          "java.lang.System.setErr",
          "java.lang.System.setIn",
          "java.net.ProxySelector.setDefault",
          "java.util.Locale.setDefault",
          "java.util.TimeZone.setDefault");

  @Test
  void whoChangesWhatAllTestsShareRunsAlone() {
    assertThat(changing(TagsTest::isOfTests)).hasSizeGreaterThan(3).allMatch(TagsTest::isAlone);
    assertThat(changing(name -> name.endsWith("Untagged"))).hasSize(1).noneMatch(TagsTest::isAlone);
  }

  /** Not what runs in a JVM of its own. */
  private static boolean isOfTests(String name) {
    return !name.matches("org[.]entraide[.](bench|longrun)[.].*|.*[.](PutBack|Untagged)");
  }

  private static List<JavaClass> changing(Predicate<String> isTest) {
    return TESTS.stream()
        .filter(it -> isTest.test(holder(it.getName(), isTest)))
        .filter(
            it ->
                Stream.concat(
                        it.getMethodCallsFromSelf().stream(),
                        it.getMethodReferencesFromSelf().stream())
                    .map(JavaCodeUnitAccess::getTarget)
                    .anyMatch(to -> SHARED.contains(to.getOwner().getName() + "." + to.getName())))
        .toList();
  }

  private static boolean isAlone(JavaClass test) {
    return TESTS.get(holder(test.getName(), name -> false)).isAnnotatedWith(Isolated.class);
  }

  @ParameterizedTest
  @CsvSource({
    "process, java.lang.ProcessBuilder",
    "browser, org.openqa.selenium",
    "postgres, io.zonky.test.db.postgres"
  })
  void whoStartsOneHasItsTag(String tag, String start) {
    assertThat(untagged(tag, start, name -> name.endsWith("Test") || name.endsWith("IT")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"process, java.lang.ProcessBuilder"})
  void whoStartsOneWithoutItsTagIsFound(String tag, String start) {
    assertThat(untagged(tag, start, name -> name.endsWith("Untagged")))
        .containsExactly("org.entraide.build.Untagged");
  }

  /**
   * Classes without a tag that use what they must have it for, or a helper that does.
   *
   * @param start of the full names of what is used
   * @param isTest says by its name whether a class is one
   */
  private static SortedSet<String> untagged(String tag, String start, Predicate<String> isTest) {
    Map<String, Set<String>> uses = new HashMap<>();
    for (JavaClass each : TESTS) {
      Set<String> of = uses.computeIfAbsent(holder(each.getName(), isTest), n -> new HashSet<>());
      each.getDirectDependenciesFromSelf()
          .forEach(use -> of.add(holder(use.getTargetClass().getName(), isTest)));
    }
    Set<String> costly = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Set<String>> each : uses.entrySet()) {
        more |=
            !isTest.test(each.getKey())
                && each.getValue().stream()
                    .anyMatch(name -> name.startsWith(start) || costly.contains(name))
                && costly.add(each.getKey());
      }
    }
    SortedSet<String> untagged = new TreeSet<>();
    uses.forEach(
        (name, of) -> {
          if (isTest.test(name)
              && of.stream().anyMatch(use -> use.startsWith(start) || costly.contains(use))
              && !isTagged(TESTS.get(name), tag)) {
            untagged.add(name);
          }
        });
    return untagged;
  }

  /** The outermost class, but for one that is taken for a test by itself. */
  private static String holder(String name, Predicate<String> isTest) {
    return isTest.test(name) || !name.contains("$") ? name : name.substring(0, name.indexOf('$'));
  }

  private static boolean isTagged(JavaClass test, String tag) {
    return Arrays.stream(test.reflect().getAnnotationsByType(Tag.class))
        .anyMatch(each -> each.value().equals(tag));
  }
}
