package org.entraide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entraide.action.JavaOptions;

/**
 * Measures the packaged daemon as a process of its own, with the options that {@code bin/entraide}
 * gives it and with others beside them, and prints tables for {@code docs/benchmarks.md}.
 */
public final class DaemonBenchmark {

  private static final int SAMPLE = 120;
  private static final int LARGE = 2_000;
  private static final int HUGE = 20_000;
  private static final int CAMPAIGNS = 5;

  /** Long enough for the gazetteer to be let go, and for the heap to follow. */
  private static final Duration AT_REST = Duration.ofMinutes(4);

  private static final Variant CHOSEN =
      new Variant(
          "as `bin/entraide` starts it",
          JavaOptions.DAEMON,
          JavaOptions.ENVIRONMENT,
          Variant.Program.BUILT);
  private static final Variant DEFAULTS = Variant.of("Java's defaults");

  private DaemonBenchmark() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    if (!Proc.isHere()) {
      System.err.println("This benchmark reads /proc, which only Linux has.");
      System.exit(1);
    }
    List<String> wanted = Measurements.parts(arguments);
    boolean all = wanted.isEmpty();
    System.out.println(Measurements.machine());
    if (all || wanted.contains("start")) {
      start();
    }
    if (all || wanted.contains("first")) {
      firstCycle();
    }
    if (all || wanted.contains("quiet")) {
      quiet();
    }
    if (all || wanted.contains("questions")) {
      questions();
    }
    if (all || wanted.contains("rest")) {
      rest();
    }
    if (all || wanted.contains("weight")) {
      weight("weight", packaged());
    }
    if (all || wanted.contains("options")) {
      weight("options", withoutEach());
    }
  }

  private static List<Variant> packaged() {
    List<Variant> variants = new ArrayList<>(List.of(CHOSEN));
    Path home = Path.of(System.getProperty("package.home", ""));
    if (Files.exists(home.resolve("runtime"))) {
      Variant packaged = CHOSEN.named("the package").by(Variant.Program.in(home));
      variants.add(packaged);
      variants.add(
          packaged
              .named("the package with its archive of classes")
              .with("-XX:SharedArchiveFile=" + home.resolve("lib/entraide/classes.jsa")));
    }
    variants.add(DEFAULTS);
    return variants;
  }

  private static List<Variant> withoutEach() {
    return JavaOptions.DAEMON.stream()
        .map(
            option ->
                new Variant(
                    "without `" + option + "`",
                    JavaOptions.DAEMON.stream().filter(it -> !it.equals(option)).toList(),
                    JavaOptions.ENVIRONMENT,
                    Variant.Program.BUILT))
        .toList();
  }

  /** What issue and readers ask for: a machine of five campaigns on which nothing happens. */
  private static void weight(String title, List<Variant> variants)
      throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    try (BenchOffice office = BenchOffice.open(CAMPAIGNS, LARGE)) {
      Measurements.settle(CHOSEN, office, CAMPAIGNS);
      for (Variant variant : variants) {
        rows.add(Measurements.weight(variant, office, CAMPAIGNS, AT_REST));
        System.err.println(rows.get(rows.size() - 1)); // it takes long: something to look at
      }
    }
    print(
        "%d campaigns of %,d people in which nothing happens: %s"
            .formatted(CAMPAIGNS, LARGE, title),
        List.of(
            "options",
            "start to first finished cycle",
            "CPU until then",
            "resident",
            "of it private",
            "peak",
            "CPU a cycle",
            "of a core, every 5 minutes"),
        rows);
  }

  private static void start() throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    Measurements.start(CHOSEN, SAMPLE, 1); // so that the first does not pay for cold files
    Variant c1 = Variant.of("first compiler only", "-XX:TieredStopAtLevel=1");
    Variant serial = Variant.of("serial collector only", "-XX:+UseSerialGC");
    for (Variant variant : List.of(CHOSEN, withArchive(), DEFAULTS, c1, serial)) {
      rows.add(Measurements.start(variant, SAMPLE, 5));
    }
    print(
        "Start to first finished cycle, %d people, median of 5".formatted(SAMPLE),
        List.of("options", "elapsed", "CPU", "peak memory"),
        rows);
  }

  /** With an archive of the classes that a first run loaded, as a package could bring along. */
  private static Variant withArchive() throws IOException, InterruptedException {
    Path archive = Files.createTempFile("entraide-bench-", ".jsa");
    Files.delete(archive);
    archive.toFile().deleteOnExit();
    Measurements.start(CHOSEN.with("-XX:ArchiveClassesAtExit=" + archive), SAMPLE, 1);
    return CHOSEN
        .named("the same with an archive of classes")
        .with("-XX:SharedArchiveFile=" + archive);
  }

  private static void firstCycle() throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : List.of(CHOSEN, DEFAULTS)) {
      rows.add(Measurements.firstCycle(variant.with("-Xmx512m"), HUGE));
    }
    print(
        "First cycle on %,d rows in a heap of 512 MB".formatted(HUGE),
        List.of(
            "options",
            "elapsed",
            "daemon's CPU",
            "peak memory",
            "Sheets reads + writes",
            "Gmail reads + writes"),
        rows);
  }

  /** What a daemon costs that has nothing to do over many rows. */
  private static void quiet() throws IOException, InterruptedException {
    print(
        "Passes that find nothing new on %,d rows, after 30 seconds".formatted(HUGE),
        List.of("options", "people", "resident", "of it private", "peak", "CPU a cycle"),
        List.of(Measurements.quiet(CHOSEN.with("-Xmx512m"), HUGE, Duration.ofSeconds(30))));
  }

  private static void questions() throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (boolean asks : List.of(false, true)) {
      rows.add(Measurements.asking(CHOSEN.with("-Xmx512m"), HUGE, asks));
    }
    print(
        "%,d rows, with and without questions to people".formatted(HUGE),
        List.of(
            "questions",
            "first cycle",
            "its CPU",
            "peak memory",
            "drafts",
            "CPU of a quiet cycle",
            "its requests to Sheets and Gmail"),
        rows);
  }

  private static void rest() throws InterruptedException, ExecutionException {
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : List.of(CHOSEN, DEFAULTS)) {
      List<Callable<List<String>>> sizes = new ArrayList<>();
      for (int people : List.of(SAMPLE, LARGE)) {
        sizes.add(() -> Measurements.rest(variant, people, Duration.ofSeconds(30)));
      }
      rows.addAll(atOnce(sizes));
    }
    print(
        "At rest, looking every 2 seconds, after 30 seconds",
        List.of("options", "people", "resident", "of it private", "peak", "CPU a cycle"),
        rows);
  }

  private static List<List<String>> atOnce(List<Callable<List<String>>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<List<String>> rows = new ArrayList<>();
      for (Future<List<String>> row : threads.invokeAll(tasks)) {
        rows.add(row.get());
      }
      return rows;
    } finally {
      threads.shutdown();
    }
  }

  private static void print(String title, List<String> titles, List<List<String>> rows) {
    System.out.printf("%n### %s%n%n%s", title, Measurements.table(titles, rows));
  }
}
