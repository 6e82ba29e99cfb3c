package org.entraide.place.embedded;

import java.util.ArrayList;
import java.util.List;
import org.entraide.place.embedded.Mention.How;
import org.entraide.place.index.Feature;

/** Leaves out names that were hardly meant, where they contradict others. */
final class MentionWeights {

  /**
   * A house, a company or a first name is taken for a village: the town beside it is so much
   * larger.
   */
  private static final double MUCH_LARGER = 20;

  /** Abroad, only what is as large as this speaks against a place in the expected country. */
  private static final long LARGE_ABROAD = 100_000;

  private final CountryContext context;
  private final PlaceRanking ranking;
  private final int apart;

  /**
   * @param apart index of the first word of the answer to the question for the town, 0 for none
   */
  MentionWeights(CountryContext context, PlaceRanking ranking, int apart) {
    this.context = context;
    this.ranking = ranking;
    this.apart = apart;
  }

  List<PlaceChoice> kept(List<PlaceChoice> choices) {
    List<PlaceChoice> kept = new ArrayList<>(choices);
    for (PlaceChoice choice : choices) {
      boolean outdone =
          choices.stream()
              .anyMatch(c -> !c.equals(choice) && !c.agreesWith(choice) && outdoes(c, choice));
      if (outdone) {
        kept.remove(choice);
      }
    }
    return kept.isEmpty() ? choices : kept;
  }

  private boolean outdoes(PlaceChoice strong, PlaceChoice weak) {
    if (weak.mention().linked() && weak.mention().how() != How.PARTIAL) {
      return false;
    }
    int byHow = Integer.compare(weight(strong), weight(weak));
    if (byHow != 0) {
      return byHow > 0;
    }
    if (strong.mention().how().isCode() || weak.mention().how().isCode()) {
      return false;
    }
    if (isAnswerToTown(strong) != isAnswerToTown(weak)) {
      return isAnswerToTown(strong);
    }
    Feature feature = weak.feature();
    boolean abroad = context.isExpected(strong.feature()) && !context.isExpected(feature);
    if (abroad && ranking.people(feature) < LARGE_ABROAD) {
      return true;
    }
    boolean later = strong.mention().start() > weak.mention().start();
    double ratio = (double) ranking.people(strong.feature()) / ranking.people(feature);
    boolean small = ranking.people(feature) < PlaceRanking.KNOWN;
    return !weak.mention().linked() && small && ratio >= MUCH_LARGER && (later || isPartial(weak));
  }

  private int weight(PlaceChoice choice) {
    boolean wellKnown = ranking.people(choice.feature()) >= PlaceRanking.KNOWN;
    return switch (choice.mention().how()) {
      case ABBREVIATION, MISTYPED -> 0;
      case PARTIAL -> choice.isWide() ? 0 : 1;
      case LOCATED -> wellKnown ? 2 : 1;
      case WHOLE, CODE, CERTAIN_CODE -> 2;
    };
  }

  private boolean isAnswerToTown(PlaceChoice choice) {
    return apart > 0 && choice.mention().start() >= apart && !choice.mention().how().isCode();
  }

  private static boolean isPartial(PlaceChoice choice) {
    return choice.mention().how() == How.PARTIAL;
  }
}
