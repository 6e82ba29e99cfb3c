package org.entraide.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.PairRule.Kind;
import org.entraide.match.model.Participant;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Small campaigns with everything in them, in few grades so that ties and conflicts are common. */
@NullMarked
public final class RandomCampaign {

  private static final LocalDate FIRST = LocalDate.of(2020, 3, 19);

  private final Random random;
  private final Category[] categories;
  private final double farthest;
  private final boolean grouped;

  private RandomCampaign(Random random) {
    this.random = random;
    farthest = random.nextBoolean() ? 0.02 : 0.1;
    grouped = random.nextInt(3) == 0;
    Category[] all = Category.values();
    categories = new Category[2 + random.nextInt(5)];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = all[random.nextInt(all.length)];
    }
  }

  public static Instance of(Random random) {
    return new RandomCampaign(random).instance();
  }

  private Instance instance() {
    Map<String, Integer> limits = new HashMap<>();
    for (int i = grouped ? 1 + random.nextInt(2) : 0; i > 0; i--) {
      limits.put("G" + i, random.nextInt(4));
    }
    int size = random.nextInt(14);
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      people.add(participant("P" + i + "-" + random.nextInt(1000)));
    }
    List<PairRule> rules = new ArrayList<>();
    for (int i = size == 0 ? 0 : random.nextInt(8); i > 0; i--) {
      rules.add(rule(people));
    }
    return new Instance(people, rules, settings(), List.of(), limits);
  }

  private MatchSettings settings() {
    double maxKm = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextInt(8);
    List<Double> bands = random.nextInt(8) == 0 ? List.of() : List.of(1.0, 2.0, 5.0);
    return new MatchSettings(maxKm, 4, bands, random.nextBoolean() ? set(0.3) : Set.of());
  }

  private Participant participant(String ref) {
    boolean gives = random.nextInt(5) < 3;
    boolean asks = !gives || random.nextInt(4) == 0;
    return Participant.builder(ref)
        .place(random.nextInt(8) == 0 ? null : point(), oneOf(0.0, 0.0, 0.5, 2.0, 4.0, 9.0))
        .needs(asks ? set(0.5) : Set.of())
        .offers(gives ? set(0.6) : Set.of())
        .capacity(random.nextInt(4))
        .radiusKm(radius())
        .languages(languages())
        .priority(random.nextInt(3) - 1)
        .since(random.nextInt(6) == 0 ? null : FIRST.plusDays(random.nextInt(18)))
        .checked(random.nextInt(3) > 0)
        .availability(availability())
        .contacts(contacts())
        .group(grouped && random.nextInt(4) > 0 ? "G" + (1 + random.nextInt(3)) : null)
        .build();
  }

  private GeoPoint point() {
    double lon = 180 + farthest * (random.nextInt(8) - 4) / 4;
    return new GeoPoint(farthest * random.nextInt(5), lon > 180 ? lon - 360 : lon);
  }

  private @Nullable Double radius() {
    return random.nextBoolean() ? null : oneOf(0.0, 1.0, 2.5, 6.0);
  }

  private Set<String> languages() {
    return List.of(Set.<String>of(), Set.of("fr"), Set.of("en"), Set.of("fr", "en"), Set.of("ln"))
        .get(random.nextInt(5) * random.nextInt(2));
  }

  private Availability availability() {
    return random.nextInt(6) > 0 ? Availability.OPEN : oneOf(List.of(Availability.values()));
  }

  private Set<String> contacts() {
    return random.nextInt(3) > 0
        ? Set.of()
        : Set.of("e " + random.nextInt(4), "t " + random.nextInt(4));
  }

  private PairRule rule(List<Participant> people) {
    Kind kind = oneOf(List.of(Kind.values()));
    return new PairRule(
        someRef(people), someRef(people), kind, random.nextBoolean() ? set(0.4) : Set.of());
  }

  private String someRef(List<Participant> people) {
    return random.nextInt(20) == 0 ? "GONE" : people.get(random.nextInt(people.size())).ref();
  }

  private Set<Category> set(double chance) {
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    for (Category category : categories) {
      if (random.nextDouble() < chance) {
        set.add(category);
      }
    }
    return set;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private double oneOf(double... values) {
    return values[random.nextInt(values.length)];
  }
}
