package org.entraide.bugs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Puts one bug back for as long as its process lives, and says which test finds it. What is
 * compiled anew goes into a directory that is before the program's classes in the class path; the
 * tree itself stays as it is. {@code src/test/bugs/put-back} starts it, once for each bug.
 */
public final class PutBack {

  private static final Path MAIN = Path.of("src", "main");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private PutBack() {}

  /**
   * Prints a row of a table.
   *
   * @param args the bug, and an empty directory whose {@code classes} are first in the class path
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    // the row alone goes there: what tests and their daemons print goes to the other
    System.setOut(System.err);
    giveUpLater(args[0], out);
    Optional<String> wrong = Optional.empty();
    List<String> found = new ArrayList<>();
    try {
      PastBug bug = PastBug.named(args[0]);
      Path directory = Path.of(args[1]);
      compile(bug.applyBelow(directory), directory);
      Tests tests = Tests.ofTree();
      for (String test : bug.foundBy()) {
        Optional<String> failure = firstFailure(test, tests);
        failure.ifPresent(found::add);
        if (failure.isEmpty()) {
          wrong = Optional.of("**NOT FOUND** by " + test);
        }
      }
    } catch (IllegalArgumentException e) {
      wrong = Optional.of("**NOT PUT BACK**: " + e.getMessage());
    }
    out.println(
        "| %s | %s |".formatted(args[0], wrong.orElseGet(() -> String.join("<br>", found))));
    out.flush();
    System.exit(wrong.isPresent() ? 1 : 0);
  }

  /** A test may wait for ever for what the bug keeps from it. */
  private static void giveUpLater(String bug, PrintStream out) {
    Thread watch =
        new Thread(
            () -> {
              try {
                Thread.sleep(LONGEST.toMillis());
                out.println("| %s | **NOT FOUND** within %s |".formatted(bug, LONGEST));
                out.flush();
                Runtime.getRuntime().halt(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "gives up");
    watch.setDaemon(true);
    watch.start();
  }

  private static void compile(List<Path> files, Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path resources = directory.resolve(MAIN).resolve("resources");
    List<Path> sources = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().endsWith(".java")) {
        sources.add(file);
      } else {
        Path copy = classes.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalArgumentException("This Java has no compiler: a JDK is needed.");
    }
    List<String> options =
        List.of(
            "-nowarn", "-proc:none", "-parameters", "--release", "17", "-d", classes.toString());
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      Iterable<? extends javax.tools.JavaFileObject> units =
          manager.getJavaFileObjectsFromPaths(sources);
      if (!compiler.getTask(said, manager, null, options, null, units).call()) {
        throw new IllegalArgumentException("It does not compile: " + said);
      }
    }
  }

  private static Optional<String> firstFailure(String test, Tests tests) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selector(test, tests)).build();
    CancellationToken enough = CancellationToken.create();
    FirstFailure first = new FirstFailure(enough);
    LauncherFactory.create()
        .execute(
            LauncherExecutionRequestBuilder.request(request)
                .cancellationToken(enough)
                .listeners(first)
                .build());
    return first.found();
  }

  private static DiscoverySelector selector(String test, Tests tests) {
    return tests
        .methodOf(test)
        .map(method -> selectMethod(tests.typeOf(test), method))
        .<DiscoverySelector>map(
            method -> {
              OptionalInt which = tests.caseOf(test);
              return which.isPresent() ? selectIteration(method, which.getAsInt()) : method;
            })
        .orElseGet(() -> selectClass(tests.typeOf(test)));
  }

  /** Remembers which case failed first, and then begins no other. */
  private static final class FirstFailure implements TestExecutionListener {

    private static final int MOST = 60;

    private final CancellationToken enough;
    private @Nullable String found;
    private @Nullable Throwable broken;

    FirstFailure(CancellationToken enough) {
      this.enough = enough;
    }

    synchronized Optional<String> found() {
      if (broken != null) {
        throw new IllegalArgumentException(
            "Only what is patched was compiled, and the rest needs what it lacks: " + broken);
      }
      return Optional.ofNullable(found);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.FAILED || found != null) {
        return;
      }
      result.getThrowable().ifPresent(this::tell);
      found = name(test);
      enough.cancel();
    }

    private void tell(Throwable thrown) {
      thrown.printStackTrace();
      broken =
          Stream.iterate(thrown, t -> t != null, Throwable::getCause)
              .filter(LinkageError.class::isInstance)
              .findFirst()
              .orElse(null);
    }

    /** As it fits into a cell of a table. */
    private static String cell(String text) {
      String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
      return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }

    /** The class, its method, and which of its cases, where it has several. */
    private static String name(TestIdentifier test) {
      String shown = test.getDisplayName();
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(
              source -> {
                String type = source.getClassName();
                String name =
                    type.substring(type.lastIndexOf('.') + 1) + "#" + source.getMethodName();
                return shown.startsWith(source.getMethodName()) ? name : name + " " + cell(shown);
              })
          .orElse(shown);
    }
  }
}
