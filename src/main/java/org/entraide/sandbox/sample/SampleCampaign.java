package org.entraide.sandbox.sample;

import java.time.Instant;
import java.util.List;

/**
 * A campaign among the French of London, or of several cities of the world: its questionnaire and
 * the answers of fictitious but lifelike people. No e-mail address is outside {@code example.org}
 * and no telephone number outside the ranges that are kept for fiction, such as Ofcom's 020 7946
 * 0xxx and 07700 900xxx, which nobody has.
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
   * Makes a campaign of London; the same arguments make the same one.
   *
   * @param people how many people answer, 0 or more; some answer twice
   * @param start when the form opened; answers follow over the next days
   * @throws IllegalArgumentException if {@code people} is negative
   */
  public static SampleCampaign generate(int people, long seed, Instant start) {
    return of(SampleForm.TITLE, people, seed, start, List.of(City.LONDON));
  }

  /** Makes one of people in London, Dakar, New York and Berlin; see {@link #generate}. */
  public static SampleCampaign abroad(int people, long seed, Instant start) {
    return of(SampleForm.TITLE_ABROAD, people, seed, start, City.ABROAD);
  }

  private static SampleCampaign of(
      String title, int people, long seed, Instant start, List<City> cities) {
    if (people < 0) {
      throw new IllegalArgumentException(
          "A campaign of %d people cannot be made.".formatted(people));
    }
    return new SampleCampaign(
        title, SampleForm.questions(), new SampleCrowd(seed, start).answers(people, cities));
  }
}
