package org.entraide.sandbox.sample;

import java.time.Instant;
import java.util.List;

/**
 * A campaign among the French of London: its questionnaire and the answers of fictitious but
 * lifelike people. No e-mail address is outside {@code example.org} and no telephone number outside
 * the ranges that Ofcom keeps for drama (020 7946 0xxx and 07700 900xxx), which nobody has.
 *
 * @param answers in the order of submission
 */
public record SampleCampaign(
    String formTitle, List<SampleQuestion> questions, List<SampleAnswer> answers) {

  /** How many people make a campaign that is lively and still fits a page. */
  public static final int USUAL_PEOPLE = 120;

  public SampleCampaign {
    questions = List.copyOf(questions);
    answers = List.copyOf(answers);
  }

  /**
   * Makes a campaign; the same arguments make the same one.
   *
   * @param people how many people answer, 0 or more; some answer twice
   * @param start when the form opened; answers follow over the next days
   * @throws IllegalArgumentException if {@code people} is negative
   */
  public static SampleCampaign generate(int people, long seed, Instant start) {
    if (people < 0) {
      throw new IllegalArgumentException(
          "A campaign of %d people cannot be made.".formatted(people));
    }
    return new SampleCampaign(
        SampleForm.TITLE, SampleForm.questions(), new SampleCrowd(seed, start).answers(people));
  }
}
