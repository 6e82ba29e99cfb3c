package org.entraide.sandbox.sample;

import java.time.Instant;
import java.util.List;

/**
 * A campaign among the French of London, or of several cities of the world, or among neighbours in
 * Walthamstow: its questionnaire and the answers of fictitious but lifelike people. No e-mail
 * address is outside {@code example.org} and no telephone number outside the ranges that are kept
 * for fiction, such as Ofcom's 020 7946 0xxx and 07700 900xxx, which nobody has.
 *
 * @param answers in the order of submission
 */
public record SampleCampaign(
    String formTitle, List<SampleQuestion> questions, List<SampleAnswer> answers) {

  /** How many people make a campaign that is lively and still fits a page. */
  public static final int USUAL_PEOPLE = 120;

  private static final String TITLE = "Entraide entre Français de Londres";
  private static final String TITLE_ABROAD = "Entraide entre Français de l'étranger";
  private static final String ENGLISH_TITLE = "Walthamstow Neighbours: helping each other";

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
    return of(SampleForm.FRENCH, TITLE, people, seed, start, List.of(City.LONDON));
  }

  /** Makes one of people in London, and some in Dakar, New York and Berlin. */
  public static SampleCampaign abroad(int people, long seed, Instant start) {
    return of(SampleForm.FRENCH, TITLE_ABROAD, people, seed, start, City.ABROAD);
  }

  /** Makes one of people in Walthamstow, in English. */
  public static SampleCampaign english(int people, long seed, Instant start) {
    return of(SampleForm.ENGLISH, ENGLISH_TITLE, people, seed, start, List.of(City.WALTHAMSTOW));
  }

  private static SampleCampaign of(
      SampleForm form, String title, int people, long seed, Instant start, List<City> cities) {
    if (people < 0) {
      throw new IllegalArgumentException(
          "A campaign of %d people cannot be made.".formatted(people));
    }
    return new SampleCampaign(
        title, form.questions(), new SampleCrowd(form, seed, start).answers(people, cities));
  }
}
