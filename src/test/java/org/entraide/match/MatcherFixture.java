package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenReason;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.entraide.match.model.ParticipantBuilder;
import org.entraide.people.word.Category;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.NullMarked;

/** People to be matched. */
@NullMarked
public abstract class MatcherFixture {

  static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);

  /** About a kilometre to the north for each unit. */
  public static GeoPoint north(double km) {
    return new GeoPoint(LONDON.latitude() + km / 111.195, LONDON.longitude());
  }

  public static Participant needs(
      String ref, Set<Category> needs, UnaryOperator<ParticipantBuilder> more) {
    return more.apply(Participant.builder(ref).place(LONDON, 0).needs(needs)).build();
  }

  public static Participant needs(String ref, Category... needs) {
    return needs(ref, Set.of(needs), it -> it);
  }

  public static Participant helps(
      String ref, Set<Category> offers, UnaryOperator<ParticipantBuilder> more) {
    return more.apply(Participant.builder(ref).place(LONDON, 0).offers(offers)).build();
  }

  public static Participant helps(String ref, Category... offers) {
    return helps(ref, Set.of(offers), it -> it);
  }

  public static Matching match(List<PairRule> rules, Participant... people) {
    return new Matcher().match(new Instance(List.of(people), rules, MatchSettings.DEFAULT));
  }

  public static Matching match(Participant... people) {
    return match(List.of(), people);
  }

  public static List<String> pairs(Matching matching) {
    return matching.assignments().stream()
        .map(it -> it.person() + "-" + it.helper() + "@" + it.round())
        .toList();
  }

  public static OpenReason reason(Matching matching, String ref) {
    assertThat(matching.reasons()).containsKey(ref);
    assertThat(matching.reasons().get(ref)).hasSize(1);
    return matching.reasons().getOrDefault(ref, List.of()).get(0);
  }
}
