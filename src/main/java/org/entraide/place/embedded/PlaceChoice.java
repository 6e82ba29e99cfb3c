package org.entraide.place.embedded;

import java.util.List;
import org.entraide.place.index.Feature;

/**
 * What a mention most likely means.
 *
 * @param all its candidates, the best first; one at least
 */
record PlaceChoice(Mention mention, List<ScoredPlace> all) {

  Feature feature() {
    return all.get(0).feature();
  }

  double score() {
    return all.get(0).score();
  }

  boolean agreesWith(PlaceChoice other) {
    return PlaceAgreement.between(feature(), other.feature());
  }

  boolean isWide() {
    return PlaceAgreement.isWide(feature());
  }
}
