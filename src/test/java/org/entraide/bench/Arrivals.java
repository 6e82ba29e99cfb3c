package org.entraide.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.jspecify.annotations.NullMarked;

/**
 * How people arrive in an invented campaign of one town; the same seed gives the same people.
 *
 * <p>The number of a day's requests and offers is Poisson's, and each comes at any moment between
 * seven and twenty-three. People are those of {@link Towns}, evenly spread over a disk; nobody is
 * put first by an organiser, since such people do not wait.
 *
 * @param name what the table calls it
 * @param needs how many requests come on a day on average, by the day's number
 * @param offers the same of offers
 * @param campaigns how many are simulated: the smaller they are, the more
 */
@NullMarked
record Arrivals(String name, IntUnaryOperator needs, IntUnaryOperator offers, int campaigns) {

  /** The last day is left to those who wait. */
  static final int DAYS = 59;

  private static final Instant START = Instant.parse("2020-03-16T00:00:00Z");
  private static final double DISK_KM = 10;
  private static final int MOST_CAPACITY = 3;
  private static final Duration MORNING = Duration.ofHours(7);
  private static final Duration AWAKE = Duration.ofHours(16);

  private static final int RUSH_DAYS = 3;
  private static final int QUIET_DAYS = 28;

  /** Somebody and when they answer. */
  record Arrival(Participant who, Instant at) {}

  static List<Arrivals> all() {
    return List.of(
        new Arrivals(
            "200/150, three days",
            day -> day < RUSH_DAYS ? 200 : 0,
            day -> day < RUSH_DAYS ? 150 : 0,
            20),
        new Arrivals("40/30", day -> 40, day -> 30, 10),
        new Arrivals("40/16", day -> 40, day -> 16, 10),
        new Arrivals("3/2", day -> 3, day -> 2, 200),
        new Arrivals(
            "3/2, one day 150/110",
            day -> day == QUIET_DAYS ? 150 : 3,
            day -> day == QUIET_DAYS ? 110 : 2,
            60));
  }

  /** Everybody of one campaign, the first to answer first. */
  List<Arrival> of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Instant> asked = moments(random, needs);
    List<Instant> offered = moments(random, offers);
    List<Participant> people =
        Towns.people(new Towns.Plan(asked.size(), offered.size(), 1, MOST_CAPACITY, seed, DISK_KM));
    List<Instant> moments = new ArrayList<>(asked);
    moments.addAll(offered);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Participant who = people.get(i);
      LocalDate day = LocalDate.ofInstant(moments.get(i), ZoneOffset.UTC);
      arrivals.add(new Arrival(with(who, day, who.needs(), who.capacity()), moments.get(i)));
    }
    arrivals.sort(Comparator.comparing(Arrival::at).thenComparing(it -> it.who().ref()));
    return arrivals;
  }

  /** The same person with what is still asked for and offered. */
  static Participant with(Participant it, LocalDate since, Set<Category> needs, int capacity) {
    return Participant.builder(it.ref())
        .place(it.point(), it.uncertaintyKm())
        .needs(needs)
        .offers(it.offers())
        .capacity(capacity)
        .radiusKm(it.radiusKm())
        .languages(it.languages())
        .priority(Math.min(it.priority(), 1))
        .since(since)
        .build();
  }

  private static List<Instant> moments(SplittableRandom random, IntUnaryOperator perDay) {
    List<Instant> moments = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      Instant morning = START.plus(Duration.ofDays(day)).plus(MORNING);
      for (int i = poisson(random, perDay.applyAsInt(day)); i > 0; i--) {
        moments.add(morning.plusMillis((long) (random.nextDouble() * AWAKE.toMillis())));
      }
    }
    return moments;
  }

  /** Knuth's way, which does for a mean of some hundreds. */
  private static int poisson(SplittableRandom random, double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
