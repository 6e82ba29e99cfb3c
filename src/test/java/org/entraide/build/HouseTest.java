package org.entraide.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How large anything may become before it is cut. */
class HouseTest {

  private static final int MOST_FILES = 30;
  private static final int MOST_LINES_OF_A_FILE = 400;
  private static final int MOST_LINES_OF_A_METHOD = 40;
  private static final int MOST_PARAMETERS = 8;

  /**
   * Wider with a reason, which RATIONALE.md gives: « A record is as wide as what it stands for ».
   */
  private static final Set<String> WIDE =
      Set.of(
          "Actions",
          "Analysis",
          "CampaignSettings",
          "Certificate",
          "DashboardFacts",
          "Faults.Rule",
          "Feature",
          "Group",
          "Interpretation",
          "Introduction",
          "LedgerRow",
          "MailObservation",
          "MatchingReport",
          "OrganiserInstructions",
          "Participant",
          "Ports",
          "Profile",
          "QueryReading",
          "Observation",
          "ServiceHit",
          "TabSign");

  /** Started by itself as one file, before anything is compiled. */
  private static final Set<String> LONG = Set.of("Stale.java");

  /** {@link org.entraide.testkit.Beside} has a thread for each. */
  private static final List<String> ON_A_POOL =
      List.of("CompletableFuture." + "supplyAsync(", "CompletableFuture." + "runAsync(");

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  private static List<Path> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Test
  void noPackageHasMoreThanThirtyFiles() {
    Map<Path, Long> packages =
        sources(MAIN).stream()
            .filter(file -> !name(file).equals("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));

    packages.values().removeIf(files -> files <= MOST_FILES);

    assertThat(packages).isEmpty();
  }

  @Test
  void noFileHasMoreThanFourHundredLines() throws IOException {
    Map<String, Integer> long_ = new TreeMap<>();
    for (Path root : List.of(MAIN, TEST)) {
      for (Path file : sources(root)) {
        int lines = Files.readAllLines(file).size();
        if (lines > MOST_LINES_OF_A_FILE && !LONG.contains(name(file))) {
          long_.put(name(file), lines);
        }
      }
    }

    assertThat(long_).isEmpty();
  }

  @Test
  void noTwoClassesHaveOneName() {
    Map<String, List<Path>> byName =
        sources(MAIN).stream()
            .filter(file -> !name(file).equals("package-info.java"))
            .collect(Collectors.groupingBy(HouseTest::name, TreeMap::new, Collectors.toList()));

    byName.values().removeIf(files -> files.size() == 1);

    assertThat(byName).isEmpty();
  }

  @Test
  void noMethodHasMoreThanFortyLines() throws IOException {
    assertThat(measured().methods()).isEmpty();
  }

  @Test
  void nothingTakesMoreThanEightThings() throws IOException {
    Set<String> wide = new TreeSet<>();
    measured().parameters().keySet().forEach(name -> wide.add(name.replaceFirst("#.*", "")));

    assertThat(wide).isEqualTo(new TreeSet<>(WIDE));
    assertThat(Files.readString(Path.of("RATIONALE.md")))
        .contains(WIDE.stream().map(name -> "`" + name + "`").toList());
  }

  @Test
  void noTestWaitsForJavasCommonPoolWhichAllTestsShare() throws IOException {
    List<String> sharing = new ArrayList<>();
    for (Path file : sources(TEST)) {
      String source = Files.readString(file);
      if (ON_A_POOL.stream().anyMatch(source::contains) && !name(file).equals("Beside.java")) {
        sharing.add(name(file));
      }
    }

    assertThat(sharing).isEmpty();
  }

  /** Methods that are too long, and constructors, records and methods that take too much. */
  private record Measured(Map<String, Long> methods, Map<String, Integer> parameters) {}

  private static Measured measured() throws IOException {
    Measured measured = new Measured(new TreeMap<>(), new TreeMap<>());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources(MAIN)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Measure(unit, positions, measured).scan(unit, null);
      }
    }
    return measured;
  }

  /** Walks through one file. */
  private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Measured measured;
    private final List<String> classes = new ArrayList<>();

    Measure(CompilationUnitTree unit, SourcePositions positions, Measured measured) {
      this.unit = unit;
      this.positions = positions;
      this.measured = measured;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      classes.add(String.valueOf(tree.getSimpleName()));
      if (tree.getKind() == Tree.Kind.RECORD) {
        int components =
            (int)
                tree.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
        takes(String.join(".", classes), components);
      }
      super.visitClass(tree, null);
      classes.remove(classes.size() - 1);
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      String name = String.join(".", classes) + "#" + tree.getName();
      takes(name, tree.getParameters().size());
      if (tree.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long length =
            lines.getLineNumber(positions.getEndPosition(unit, tree.getBody()))
                - lines.getLineNumber(positions.getStartPosition(unit, tree.getBody()))
                + 1;
        if (length > MOST_LINES_OF_A_METHOD) {
          measured.methods().put(name, length);
        }
      }
      return super.visitMethod(tree, null);
    }

    private void takes(String name, int count) {
      if (count > MOST_PARAMETERS) {
        measured.parameters().put(name, count);
      }
    }
  }
}
