package org.entraide.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.match.core.LargestMatching;
import org.entraide.match.core.LargestProof;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
import org.entraide.match.core.TieWalk;
import org.entraide.match.model.MatchOptions;
import org.jspecify.annotations.NullMarked;

/**
 * Finds how large stable matchings of the families' markets are, and writes the file of figures
 * against which the test holds the matcher.
 *
 * <p>What the file has already of the same market is kept where it is better. Each is walked over
 * for five seconds, and the matcher's own proof is held against CP-SAT; where nothing is proved,
 * CP-SAT with the walk's matching as a hint; where that proves nothing, a walk of a minute.
 *
 * <p>Arguments: the file, and what the names of the families looked at contain.
 */
@NullMarked
final class FamilyFigures {

  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final double EXACT_SECONDS = 30;
  private static final int EXACT_WORKERS = 2;
  private static final long SEED = 1;

  private final Path file;
  private final Map<String, FamilyFigure> figures = new LinkedHashMap<>();

  private FamilyFigures(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file)) {
        FamilyFigure.read(lines).forEach(it -> figures.put(key(it.family(), it.seed()), it));
      }
    }
  }

  private static String key(String family, int seed) {
    return family + " seed " + seed;
  }

  public static void main(String[] args) throws IOException {
    FamilyFigures all = new FamilyFigures(Path.of(args[0]));
    for (MarketFamily family : MarketFamily.all()) {
      if (family.toString().contains(args[1])) {
        for (int seed = 1; seed <= MarketFamily.MARKETS; seed++) {
          all.measure(family, seed);
        }
      }
    }
  }

  private void measure(MarketFamily family, int seed) throws IOException {
    String key = key(family.toString(), seed);
    Preferences market = family.market(seed);
    String hash = MarketFamily.hash(market);
    FamilyFigure known = figures.get(key);
    if (known == null || !known.hash().equals(hash)) {
      int largest = LargestMatching.size(market, StableMatching.solve(market, 1));
      known = new FamilyFigure(family.toString(), seed, hash, 0, largest, "none, hopcroft-karp");
    }
    int[] walked = walk(market, SHORT);
    known = better(known, PairCertificate.of(market, walked).size(), "walk");
    known = proved(market, walked, known);
    if (!known.isProven()) {
      known = improve(market, walked, known);
    }
    figures.put(key, known);
    write();
    System.out.println(known.line());
  }

  /** What the branch and bound of the matcher proves, CP-SAT must not contradict. */
  private static FamilyFigure proved(Preferences market, int[] walked, FamilyFigure known) {
    int size = PairCertificate.of(market, walked).size();
    long effort = SHORT.toSeconds() * MatchOptions.LOOKS_PER_SECOND;
    if (size == LargestMatching.size(market, walked)
        || !LargestProof.isLargest(market, walked, effort)) {
      return known;
    }
    ExactStable.Found exact = ExactStable.solve(market, walked, EXACT_SECONDS, EXACT_WORKERS);
    if (exact.size() > size || known.best() > size) {
      throw new IllegalStateException(
          "%s: %d are proved to be the most, and %d were found."
              .formatted(known.line(), size, Math.max(exact.size(), known.best())));
    }
    System.out.printf(
        "%s: proved to be the largest; CP-SAT found %d, and none above %d%n",
        known.line(), exact.size(), exact.bound());
    return bounded(known, size, "branch and bound");
  }

  private static FamilyFigure improve(Preferences market, int[] walked, FamilyFigure known) {
    ExactStable.Found exact = ExactStable.solve(market, walked, EXACT_SECONDS, EXACT_WORKERS);
    FamilyFigure found = better(known, exact.size(), "cp-sat");
    found = bounded(found, exact.bound(), "cp-sat");
    if (!found.isProven()) {
      found = better(found, PairCertificate.of(market, walk(market, LONG)).size(), "walk");
    }
    return found;
  }

  private static FamilyFigure better(FamilyFigure it, int size, String who) {
    String bound = it.how().split(", ", -1)[1];
    return size <= it.best()
        ? it
        : new FamilyFigure(it.family(), it.seed(), it.hash(), size, it.bound(), who + ", " + bound);
  }

  private static FamilyFigure bounded(FamilyFigure it, int bound, String who) {
    String best = it.how().split(", ", -1)[0];
    return bound >= it.bound()
        ? it
        : new FamilyFigure(it.family(), it.seed(), it.hash(), it.best(), bound, best + ", " + who);
  }

  private static int[] walk(Preferences market, Duration time) {
    return TieWalk.solve(market, time.toSeconds() * MatchOptions.LOOKS_PER_SECOND, SEED);
  }

  private void write() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(FamilyFigure.HEADER);
    for (MarketFamily family : MarketFamily.all()) {
      for (int seed = 1; seed <= MarketFamily.MARKETS; seed++) {
        FamilyFigure figure = figures.get(key(family.toString(), seed));
        if (figure != null) {
          lines.add(figure.line());
        }
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }
}
