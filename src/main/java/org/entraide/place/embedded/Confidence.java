package org.entraide.place.embedded;

import java.util.List;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;

/**
 * How sure it is that a place is the one that was meant. The classes are those that the test sets
 * tell apart: what is given 0.8 or more was right in 98 of 100 there.
 */
final class Confidence {

  private static final double COUNTRY_NAMED = 0.97;
  private static final double TWO_AGREE = 0.96;
  private static final double CAMPAIGNS_COUNTRY = 0.93;
  private static final double PART_OF_A_SENTENCE = 0.88;
  private static final double KNOWN_ABROAD = 0.85;
  private static final double MISTYPED = 0.82;
  private static final double DOUBTFUL = 0.5;

  /** Abroad and unasked, a name this large is meant. */
  private static final long LARGE = 50_000;

  /** The only one of its name that far and wide: so many times likelier than the next mistyped. */
  private static final double ALONE = 1;

  /** One letter of a short name makes another name: only a large town is meant then. */
  private static final int LONG_NAME = 8;

  private static final long LARGE_AND_NEAR = 100_000;

  private static final long VERY_LARGE = 500_000;

  private static final int FEW_LETTERS = 5;
  private static final long WITH_FEW_LETTERS = 5000;

  private final CountryContext context;
  private final PlaceRanking ranking;

  Confidence(CountryContext context, PlaceRanking ranking) {
    this.context = context;
    this.ranking = ranking;
  }

  /** From 0 to 1. */
  double of(PlaceChoice best, List<PlaceChoice> agreeing) {
    Feature feature = best.feature();
    How how = best.mention().how();
    if (how == How.MISTYPED) {
      return mistyped(best);
    }
    if (!best.mention().latin() && !context.isExpected(feature)) {
      return DOUBTFUL;
    }
    boolean supported =
        agreeing.stream()
            .anyMatch(
                c ->
                    !c.equals(best)
                        && c.mention().start() != best.mention().start()
                        && (c.mention().how() != How.PARTIAL
                            || ranking.people(c.feature()) >= PlaceRanking.KNOWN));
    if (how == How.CERTAIN_CODE || context.isStated(feature)) {
      return COUNTRY_NAMED;
    }
    if (supported) {
      return TWO_AGREE;
    }
    if (context.isHinted(feature) && isHardlyAName(best)) {
      return DOUBTFUL;
    }
    if (context.isHinted(feature)) {
      return how == How.PARTIAL ? PART_OF_A_SENTENCE : CAMPAIGNS_COUNTRY;
    }
    if (how == How.CODE) {
      return KNOWN_ABROAD;
    }
    return ranking.fame(feature) >= leastAbroad(best) ? KNOWN_ABROAD : DOUBTFUL;
  }

  /**
   * « casa » is no town of China, whatever its other names are; « Genf » alone is Geneva, since
   * nothing else in the world has that name.
   */
  private static long leastAbroad(PlaceChoice best) {
    boolean few = best.mention().name().length() < FEW_LETTERS;
    boolean other = PlaceRanking.isForgotten(best.mention(), best.feature());
    if (!few && !other) {
      return LARGE;
    }
    boolean whole = best.mention().how() == How.WHOLE && best.all().size() == 1;
    return whole ? LARGE_AND_NEAR : VERY_LARGE;
  }

  /** « Essai » is a trial more often than the village of Essay, and four letters are anything. */
  private boolean isHardlyAName(PlaceChoice best) {
    long people = ranking.people(best.feature());
    boolean part = best.feature().parent() >= 0 || best.mention().name().contains(" ");
    boolean other = !part && PlaceRanking.isForgotten(best.mention(), best.feature());
    boolean few = best.mention().name().length() < FEW_LETTERS;
    return !best.mention().how().isCode()
        && ((other && people < LARGE_AND_NEAR) || (few && people < WITH_FEW_LETTERS));
  }

  private double mistyped(PlaceChoice best) {
    Feature feature = best.feature();
    boolean alone =
        best.all().stream()
            .skip(1)
            .filter(s -> !PlaceAgreement.between(s.feature(), feature))
            .allMatch(s -> best.score() - s.score() >= ALONE);
    boolean longName = best.mention().name().length() >= LONG_NAME;
    boolean largeEnough =
        ranking.people(feature) >= (longName ? PlaceRanking.KNOWN : LARGE_AND_NEAR);
    boolean longEnough = best.mention().name().length() > FEW_LETTERS;
    return context.isExpected(feature) && largeEnough && alone && longEnough ? MISTYPED : DOUBTFUL;
  }
}
