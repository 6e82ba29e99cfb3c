package org.entraide.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.entraide.action.JavaOptions;

/**
 * Writes down which classes the daemon loads, for the archive that {@code make-archive} makes where
 * a package is installed.
 *
 * <p>Which ones a daemon loads depends on its threads and on the hour, so that no two lists are the
 * same. A package is to have the same bytes whenever it is built: the list is kept in the
 * repository, and written anew for a release.
 */
public final class ClassList {

  private static final int PEOPLE = 30;
  private static final int DAEMONS = 3;

  /** The first cycles draft, those after it are quiet. */
  private static final int CYCLES = 6;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Classes before what is said of their lambdas. */
  private static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(line -> line.startsWith("@"))
          .thenComparing(Comparator.naturalOrder());

  private ClassList() {}

  /**
   * Lets daemons work for a few cycles.
   *
   * @param arguments where the package was laid out; the compressed list to write
   */
  public static void main(String[] arguments) throws Exception {
    SortedSet<String> all = new TreeSet<>(ORDER);
    for (int i = 0; i < DAEMONS; i++) {
      all.addAll(loaded(Path.of(arguments[0])));
    }
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
        GZIPOutputStream packed = new GZIPOutputStream(file)) {
      packed.write((String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    System.out.println(all.size() + " lines of classes that the daemon loads");
    System.exit(0);
  }

  private static List<String> loaded(Path home) throws IOException, InterruptedException {
    Path list = Files.createTempFile("classes", ".list");
    try {
      Variant listing =
          Variant.of("listing", JavaOptions.DAEMON)
              .by(Variant.Program.in(home))
              .with("-Xshare:off", "-XX:DumpLoadedClassList=" + list);
      try (BenchOffice office = BenchOffice.open(PEOPLE);
          Daemon daemon = Daemon.start(listing, office, "run", "--verbose")) {
        daemon.awaitCycles(CYCLES, 0, PATIENCE);
      }
      return Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).toList();
    } finally {
      Files.delete(list);
    }
  }
}
