package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
import org.entraide.match.core.TieWalk;
import org.entraide.match.model.MatchOptions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How close to the largest stable matching a market comes that is solved as the commands do it. */
@NullMarked
@Tag("long")
class FamiliesTest {

  private static final List<FamilyFigure> KNOWN = known();
  private static final StringBuilder TABLE = new StringBuilder();

  private static List<FamilyFigure> known() {
    InputStream in = FamiliesTest.class.getResourceAsStream("families.tsv");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return FamilyFigure.read(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<MarketFamily> families() {
    return MarketFamily.all();
  }

  @BeforeAll
  static void begin() {
    TABLE.append(
        "| family | first matching | after the walk | best known | bound | of best known |%n"
            .formatted());
    TABLE.append("| --- | ---: | ---: | ---: | ---: | ---: |%n".formatted());
  }

  @AfterAll
  static void print() {
    System.out.println(TABLE);
  }

  @ParameterizedTest
  @MethodSource("families")
  void theMeanIsWithinAPercentOfTheBestKnown(MarketFamily family) {
    List<FamilyFigure> figures =
        KNOWN.stream().filter(it -> it.family().equals(family.toString())).toList();
    assertThat(figures).hasSize(MarketFamily.MARKETS);
    Sums sums = new Sums();
    figures.parallelStream().forEach(known -> look(family, known, sums));
    TABLE.append(sums.row(family));
    assertThat(100 * sums.walked).as("%s", family).isGreaterThanOrEqualTo(99 * sums.best);
  }

  private static void look(MarketFamily family, FamilyFigure known, Sums sums) {
    Preferences market = family.market(known.seed());
    assertThat(MarketFamily.hash(market)).as("%s: is it this one?", known).isEqualTo(known.hash());
    int first = size(market, StableMatching.solve(market, StableMatching.DEFAULT_LEVELS));
    int walked =
        size(market, TieWalk.solve(market, MatchOptions.WALK_EFFORT, MatchOptions.WALK_SEED));
    assertThat(walked).as("%s", known).isBetween(first, known.bound());
    sums.add(first, walked, known);
  }

  private static int size(Preferences market, int[] matched) {
    PairCertificate certificate = PairCertificate.of(market, matched);
    assertThat(certificate.blockingPairs()).isZero();
    return certificate.size();
  }

  private static final class Sums {
    private int first;
    private int walked;
    private int best;
    private int bound;

    synchronized void add(int firstSize, int walkedSize, FamilyFigure known) {
      first += firstSize;
      walked += walkedSize;
      best += Math.max(walkedSize, known.best());
      bound += known.bound();
    }

    String row(MarketFamily family) {
      double markets = MarketFamily.MARKETS;
      return String.format(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f | %.1f | %.2f %% |%n",
          family,
          first / markets,
          walked / markets,
          best / markets,
          bound / markets,
          100.0 * walked / best);
    }
  }
}
