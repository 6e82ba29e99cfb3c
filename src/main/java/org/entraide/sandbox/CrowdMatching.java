package org.entraide.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.match.Matcher;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Participant;
import org.entraide.match.model.ParticipantBuilder;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.entraide.progress.Progress;

/**
 * So many invented people around one city, matched by the very matcher of the daemon, and what its
 * certificate says. Nothing of it is in the office.
 */
final class CrowdMatching {

  /** More than any campaign had, and what a laptop does in seconds. */
  static final int MOST_PEOPLE = 200_000;

  /** Charing Cross, from where London's distances are counted. */
  private static final GeoPoint CITY = new GeoPoint(51.5073, -0.1277);

  /** Degrees: most people live within some twenty kilometres. */
  private static final double SPREAD = 0.15;

  private static final double KNOWN_TO_KM = 0.5;
  private static final int MOST_CAPACITY = 3;

  /** Of a hundred, so many need help; the others offer it. */
  private static final int PERCENT_IN_NEED = 55;

  private static final List<Category> CATEGORIES =
      List.of(Category.SHOPPING, Category.MEDICINES, Category.CONVERSATION, Category.ADMIN);

  private CrowdMatching() {}

  /**
   * Matches them.
   *
   * @param seed other people for another number
   * @return in this order: {@code people}, {@code helpers}, {@code helped}, {@code introductions},
   *     {@code atMost} (who could be helped by any assignment; absent when unknown), {@code *
   *     blockingPairs}, {@code rounds}
   */
  static Map<String, Long> matched(int people, long seed) {
    Certificate certificate =
        new Matcher()
            .solve(
                new Instance(crowd(people, seed), List.of(), MatchSettings.DEFAULT),
                new MatchOptions(Policy.STABLE, false, 0, 0),
                Progress.NONE)
            .certificate();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("people", (long) certificate.people());
    figures.put("helpers", (long) certificate.helpers());
    figures.put("helped", (long) certificate.peopleHelped());
    figures.put("introductions", (long) certificate.introductions());
    if (certificate.upperBound() != null) {
      figures.put("atMost", (long) certificate.upperBound());
    }
    figures.put("blockingPairs", certificate.blockingPairs());
    figures.put("rounds", (long) certificate.rounds().size());
    return figures;
  }

  private static List<Participant> crowd(int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Participant> crowd = new ArrayList<>(people);
    for (int i = 0; i < people; i++) {
      Category category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      ParticipantBuilder somebody =
          Participant.builder("P" + i)
              .place(
                  new GeoPoint(
                      CITY.latitude() + SPREAD * random.nextGaussian(),
                      CITY.longitude() + SPREAD * random.nextGaussian()),
                  KNOWN_TO_KM);
      crowd.add(
          random.nextInt(100) < PERCENT_IN_NEED
              ? somebody.needs(Set.of(category)).build()
              : somebody
                  .offers(Set.of(category))
                  .capacity(1 + random.nextInt(MOST_CAPACITY))
                  .build());
    }
    return crowd;
  }
}
