package org.entraide.place;

import java.util.List;
import org.entraide.text.Message;

/**
 * An answer with what it was chosen among.
 *
 * @param answer what {@link Geocoder#locate} says
 * @param candidates in the order of their score, the best first
 */
public record PlaceExplanation(Located answer, List<Candidate> candidates) {

  /**
   * A place that was considered.
   *
   * @param place with the confidence that its name alone gives
   * @param score compares candidates of one query: a decimal logarithm of how likely it is meant
   * @param chosen whether the answer is this place or what is in it
   * @param why what spoke for or against it, in words
   */
  public record Candidate(Place place, double score, boolean chosen, List<Message> why) {}
}
