package org.entraide.place.embedded;

import java.util.List;
import org.entraide.place.index.Feature;

/**
 * A name among the words, or a postcode, with the places that it may mean.
 *
 * @param name the folded name
 * @param how what speaks for its being meant as a place
 * @param candidates the places of that name, one at least
 * @param start index of its first word
 * @param end index after its last word
 * @param linked whether « ou », « et » or the like comes before it
 * @param latin whether it was typed in Latin letters
 */
record Mention(
    String name,
    How how,
    List<Feature> candidates,
    int start,
    int end,
    boolean linked,
    boolean latin) {

  /** What speaks for it, the weakest first. */
  enum How {
    /** An abbreviation that may mean a state. */
    ABBREVIATION,
    /** Nearly its name. */
    MISTYPED,
    /** Some of the words of its part of the text. */
    PARTIAL,
    /** The words after « à » or "in". */
    LOCATED,
    /** All that is said between two commas. */
    WHOLE,
    /** A postcode that may be one of several countries, or a number of another sort. */
    CODE,
    /** A postcode that can be nothing else. */
    CERTAIN_CODE;

    boolean isCode() {
      return this == CODE || this == CERTAIN_CODE;
    }
  }

  Mention narrowedTo(List<Feature> fewer) {
    return new Mention(name, how, fewer, start, end, linked, latin);
  }

  Feature first() {
    return candidates.get(0);
  }
}
