package org.entraide.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.SHOPPING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.Participant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Among helpers who are as good, those come first who have taken on less. */
@NullMarked
class LoadTest extends MatcherFixture {

  private static Map<String, Integer> load(Matching matching) {
    Map<String, Integer> load = new TreeMap<>();
    matching.assignments().forEach(it -> load.merge(it.helper(), 1, Integer::sum));
    return load;
  }

  @Test
  void equalHelpersShareWhoNeedsThem() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      people.add(needs("P" + i, SHOPPING));
    }
    for (int i = 0; i < 3; i++) {
      people.add(helps("H" + i, Set.of(SHOPPING), it -> it.capacity(6)));
    }

    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));

    assertThat(load(matching)).isEqualTo(Map.of("H0", 2, "H1", 2, "H2", 2));
  }

  /** It is the share that counts: two of six places are less than one of two. */
  @Test
  void aHelperWithMorePlacesTakesMore() {
    List<Participant> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      people.add(needs("P" + i, SHOPPING));
    }
    people.add(helps("LARGE", Set.of(SHOPPING), it -> it.capacity(6)));
    people.add(helps("SMALL", Set.of(SHOPPING), it -> it.capacity(2)));

    Matching matching = new Matcher().match(new Instance(people, List.of(), MatchSettings.DEFAULT));

    assertThat(load(matching)).isEqualTo(Map.of("LARGE", 3, "SMALL", 1));
  }

  @Test
  void standingIntroductionsCount() {
    Matching matching =
        match(
            List.of(PairRule.of("OLD", "NEAR", PairRule.Kind.STANDING)),
            needs("OLD", SHOPPING),
            needs("NEW", SHOPPING),
            helps("NEAR", SHOPPING),
            helps("FAR", Set.of(SHOPPING), it -> it.place(north(0.9), 0)));

    assertThat(pairs(matching)).containsExactly("NEW-FAR@1");
  }

  @Test
  void aBetterBandComesBeforeASmallerLoad() {
    Matching matching =
        match(
            List.of(PairRule.of("OLD", "NEAR", PairRule.Kind.STANDING)),
            needs("OLD", SHOPPING),
            needs("NEW", SHOPPING),
            helps("NEAR", SHOPPING),
            helps("FAR", Set.of(SHOPPING), it -> it.place(north(1.5), 0)));

    assertThat(pairs(matching)).containsExactly("NEW-NEAR@1");
  }

  @Test
  void amongEquallyLoadedHelpersTheNearerOneComesFirst() {
    Matching matching =
        match(
            needs("P", SHOPPING),
            helps("FAR", Set.of(SHOPPING), it -> it.place(north(0.9), 0)),
            helps("NEAR", Set.of(SHOPPING), it -> it.place(north(0.2), 0)));

    assertThat(pairs(matching)).containsExactly("P-NEAR@1");
  }
}
