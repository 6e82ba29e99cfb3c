package org.entraide.place;

import java.util.List;
import org.entraide.place.index.Feature;

/**
 * What a mention most likely means.
 *
 * @param all its candidates, the best first; one at least
 */
record Choice(Mention mention, List<Scored> all) {

  Feature feature() {
    return all.get(0).feature();
  }

  double score() {
    return all.get(0).score();
  }

  boolean agreesWith(Choice other) {
    return Agreement.between(feature(), other.feature());
  }

  boolean isWide() {
    return Agreement.isWide(feature());
  }
}
