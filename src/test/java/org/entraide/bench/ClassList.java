package org.entraide.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.entraide.action.JavaOptions;

/**
 * Writes down which classes the daemon loads, for the archive that {@code make-archive} makes where
 * a package is installed.
 */
public final class ClassList {

  private static final int PEOPLE = 30;

  /** The first cycles draft, those after it are quiet. */
  private static final int READS = 6;

  private ClassList() {}

  /**
   * Lets a daemon work for a few cycles.
   *
   * @param arguments where the package was laid out
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path list = home.resolve("lib/entraide/classes.list");
    Variant listing =
        Variant.of("listing", JavaOptions.DAEMON)
            .by(Variant.Program.in(home))
            .with("-Xshare:off", "-XX:DumpLoadedClassList=" + list);
    try (BenchOffice office = BenchOffice.open(PEOPLE);
        Daemon daemon = Daemon.start(listing, office, "run")) {
      daemon.awaitReads(READS, Duration.ofMinutes(2));
    }
    long classes;
    try (var lines = Files.lines(list)) {
      classes = lines.count();
    }
    System.out.println(classes + " classes are loaded by the daemon");
    System.exit(0);
  }
}
