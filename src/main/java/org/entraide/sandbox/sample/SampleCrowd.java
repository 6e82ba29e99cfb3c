package org.entraide.sandbox.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the people of a sample campaign and lets them answer over the days after its start. */
final class SampleCrowd {

  private static final Duration OPEN = Duration.ofDays(10);

  private final SeededChoice pick;
  private final Instant start;
  private final List<SampleAnswer> answers = new ArrayList<>();
  private final SampleForm form;
  private final SampleContacts contacts = new SampleContacts();

  SampleCrowd(SampleForm form, long seed, Instant start) {
    this.form = form;
    pick = new SeededChoice(new SplittableRandom(seed));
    this.start = start;
  }

  /**
   * @param cities where they live, each as often as it is met
   */
  List<SampleAnswer> answers(int people, List<City> cities) {
    SampleWriter writer = new SampleWriter(pick, form, contacts, cities, people);
    long meanSeconds = Math.max(1, OPEN.toSeconds() / Math.max(1, people));
    Instant now = start;
    int left = people;
    while (left > 0) {
      for (Story story : Story.arriving(pick)) {
        if (left == 0) {
          break;
        }
        now = now.plusSeconds(1 + pick.random().nextLong(2 * meanSeconds));
        left -= tell(story, writer, now, left);
      }
    }
    answers.sort(Comparator.comparing(SampleAnswer::submitted));
    return List.copyOf(answers);
  }

  /** Returns how many people that were. */
  private int tell(Story story, SampleWriter writer, Instant now, int left) {
    if (story == Story.COUPLE && left > 1) {
      SamplePerson one = writer.identity();
      SamplePerson other = writer.partnerOf(one);
      answers.add(writer.answer(Story.NEEDS, one, now));
      answers.add(writer.answer(Story.OFFERS, other, now.plusSeconds(pick.between(120, 900))));
      return 2;
    }
    SamplePerson identity = writer.identity();
    answers.add(writer.answer(story, identity, now));
    if (story == Story.TWICE) {
      Instant later = now.plusSeconds(pick.between(3600, 2 * 86400));
      answers.add(writer.answer(story, identity, later));
    }
    return 1;
  }
}
