package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.match.model.Availability;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstanceKeyTest {

  private static final MatchOptions OPTIONS = new MatchOptions(Policy.STABLE, false, 7, 3);
  private static final Participant ANA = person("7KQ47");
  private static final Participant BO = person("73E2M");
  private static final List<PairRule> RULES =
      List.of(
          new PairRule("7KQ47", "73E2M", PairRule.Kind.STANDING, Set.of(Category.SHOPPING)),
          PairRule.of("7KQ47", "73E2M", PairRule.Kind.TRIED),
          PairRule.of("73E2M", "7KQ47", PairRule.Kind.FORBIDDEN));
  private static final MatchSettings SETTINGS =
      new MatchSettings(5, 15, List.of(1.0, 2.0), Set.of(Category.CHILDCARE));

  private static Participant person(String ref) {
    return new Participant(
        ref,
        new GeoPoint(51.5, -0.1),
        1,
        Set.of(Category.SHOPPING, Category.BILLS),
        Set.of(Category.PETS),
        3,
        4.0,
        Set.of("fr", "en"),
        1,
        LocalDate.of(2020, 3, 25),
        true,
        Availability.OPEN,
        Set.of(),
        null);
  }

  private static String key(
      List<Participant> people, List<PairRule> rules, MatchSettings settings) {
    return InstanceKey.of(new Instance(people, rules, settings), OPTIONS);
  }

  @Test
  void neitherOrderNorWhatWasProposedBeforeMatters() {
    List<PairRule> backwards = new ArrayList<>(RULES);
    Collections.reverse(backwards);
    String key = key(List.of(ANA, BO), RULES, SETTINGS);

    assertThat(key(List.of(BO, ANA), backwards, SETTINGS)).isEqualTo(key);
    assertThat(
            InstanceKey.of(
                new Instance(
                    List.of(ANA, BO), RULES, SETTINGS, List.of(new ProposedPair("7KQ47", "73E2M"))),
                OPTIONS))
        .isEqualTo(key);
  }

  @Test
  void everyFieldOfAPersonMatters() {
    List<UnaryOperator<Participant>> changes =
        List.of(
            p -> with(p, "73E2X", p.point(), p.uncertaintyKm(), p.needs(), p.offers()),
            p -> with(p, p.ref(), null, p.uncertaintyKm(), p.needs(), p.offers()),
            p -> with(p, p.ref(), p.point(), 2, p.needs(), p.offers()),
            p -> with(p, p.ref(), p.point(), 1, Set.of(Category.SHOPPING), p.offers()),
            p -> with(p, p.ref(), p.point(), 1, p.needs(), Set.of(Category.BILLS)),
            p -> with(p, 2, p.radiusKm(), p.languages(), p.priority()),
            p -> with(p, 3, null, p.languages(), p.priority()),
            p -> with(p, 3, p.radiusKm(), Set.of("fr"), p.priority()),
            p -> with(p, 3, p.radiusKm(), p.languages(), 2),
            p -> with(p, null, p.checked(), p.availability()),
            p -> with(p, p.since(), false, p.availability()),
            p -> with(p, p.since(), p.checked(), Availability.AWAY),
            InstanceKeyTest::sharing,
            InstanceKeyTest::inAGroup);
    assertThat(changes).hasSize(Participant.class.getRecordComponents().length);
    Set<String> keys = new HashSet<>();
    keys.add(key(List.of(ANA, BO), RULES, SETTINGS));

    for (UnaryOperator<Participant> change : changes) {
      assertThat(keys.add(key(List.of(ANA, change.apply(BO)), RULES, SETTINGS))).isTrue();
    }
    assertThat(
            keys.add(
                key(
                    List.of(
                        ANA, with(BO, BO.ref(), new GeoPoint(51.5, 0), 1, BO.needs(), BO.offers())),
                    RULES,
                    SETTINGS)))
        .isTrue();
  }

  @Test
  void theLimitOfAGroupMatters() {
    Set<String> keys = new HashSet<>();
    for (Map<String, Integer> groups :
        List.of(Map.<String, Integer>of(), Map.of("Croix", 1), Map.of("Croix", 2))) {
      Instance instance =
          new Instance(List.of(ANA, inAGroup(BO)), RULES, SETTINGS, List.of(), groups);
      assertThat(keys.add(InstanceKey.of(instance, OPTIONS))).isTrue();
    }
  }

  private static Participant inAGroup(Participant p) {
    return new Participant(
        p.ref(),
        p.point(),
        p.uncertaintyKm(),
        p.needs(),
        p.offers(),
        p.capacity(),
        p.radiusKm(),
        p.languages(),
        p.priority(),
        p.since(),
        p.checked(),
        p.availability(),
        p.contacts(),
        "Croix");
  }

  private static Participant with(
      Participant p,
      String ref,
      @Nullable GeoPoint point,
      double uncertaintyKm,
      Set<Category> needs,
      Set<Category> offers) {
    return new Participant(
        ref,
        point,
        uncertaintyKm,
        needs,
        offers,
        p.capacity(),
        p.radiusKm(),
        p.languages(),
        p.priority(),
        p.since(),
        p.checked(),
        p.availability(),
        Set.of(),
        p.group());
  }

  private static Participant with(
      Participant p, int capacity, @Nullable Double radiusKm, Set<String> languages, int priority) {
    return new Participant(
        p.ref(),
        p.point(),
        p.uncertaintyKm(),
        p.needs(),
        p.offers(),
        capacity,
        radiusKm,
        languages,
        priority,
        p.since(),
        p.checked(),
        p.availability(),
        Set.of(),
        p.group());
  }

  private static Participant with(
      Participant p, @Nullable LocalDate since, boolean checked, Availability availability) {
    return new Participant(
        p.ref(),
        p.point(),
        p.uncertaintyKm(),
        p.needs(),
        p.offers(),
        p.capacity(),
        p.radiusKm(),
        p.languages(),
        p.priority(),
        since,
        checked,
        availability,
        Set.of(),
        p.group());
  }

  private static Participant sharing(Participant p) {
    return new Participant(
        p.ref(),
        p.point(),
        p.uncertaintyKm(),
        p.needs(),
        p.offers(),
        p.capacity(),
        p.radiusKm(),
        p.languages(),
        p.priority(),
        p.since(),
        p.checked(),
        p.availability(),
        Set.of("e 73E2M"),
        p.group());
  }

  @Test
  void everyRuleSettingAndOptionMatters() {
    List<Participant> people = List.of(ANA, BO);
    Set<Category> checked = SETTINGS.checkedOnly();
    Instance instance = new Instance(people, RULES, SETTINGS);

    assertThat(
            List.of(
                key(people, RULES, SETTINGS),
                key(people, RULES.subList(0, 2), SETTINGS),
                key(people, List.of(RULES.get(0), RULES.get(2), RULES.get(2)), SETTINGS),
                key(
                    people,
                    List.of(
                        PairRule.of("7KQ47", "73E2M", PairRule.Kind.STANDING),
                        RULES.get(1),
                        RULES.get(2)),
                    SETTINGS),
                key(people, RULES, new MatchSettings(6, 15, List.of(1.0, 2.0), checked)),
                key(people, RULES, new MatchSettings(5, 16, List.of(1.0, 2.0), checked)),
                key(people, RULES, new MatchSettings(5, 15, List.of(1.0, 3.0), checked)),
                key(people, RULES, new MatchSettings(5, 15, List.of(1.0, 2.0), Set.of())),
                InstanceKey.of(instance, new MatchOptions(Policy.COVERAGE, false, 7, 3)),
                InstanceKey.of(instance, new MatchOptions(Policy.STABLE, false, 8, 3)),
                InstanceKey.of(instance, new MatchOptions(Policy.STABLE, false, 7, 4))))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[0-9a-f]{64}"));
  }
}
