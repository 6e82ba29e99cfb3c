package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.MatchSettings;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class LiveFiguresTest {

  private static final MatchingInput.Terms TERMS =
      new MatchingInput.Terms(MatchSettings.DEFAULT, 4, 2, ZoneOffset.UTC, Map.of());

  private final List<LocatedPerson> people = new ArrayList<>();
  private final List<Introduction> introductions = new ArrayList<>();
  private final List<Assignment> proposed = new ArrayList<>();

  private HelpFigures figures() {
    return LiveFigures.of(people, TERMS, introductions, proposed);
  }

  private static LocatedPerson helper(String ref, Instruction... instructions) {
    return Folk.of(ref).offers(Category.SHOPPING).instructed(instructions).made();
  }

  private static Introduction introduction(
      String person, String helper, @Nullable Double km, State state) {
    return Introduction.begun(
            "M-" + person + helper, person, helper, Set.of(Category.SHOPPING), km, "", Folk.NOON)
        .withState(state);
  }

  private static Assignment proposal(String person, String helper, double km, Category need) {
    return new Assignment(person, helper, Set.of(need), km, 1, 0);
  }

  @Test
  void distancesAreOfWhatHoldsCapacityAndOfProposals() {
    double km = 1;
    for (State state : State.values()) {
      introductions.add(introduction("P" + state, "H", km, state));
      km++;
    }
    introductions.add(introduction("Q", "H", null, State.SENT));
    proposed.add(proposal("R", "H", 100, Category.SHOPPING));
    proposed.add(proposal("S", "H", 1000, Category.CONVERSATION)); // distance is nothing to it

    // preparing, drafted, sent, bounced, accepted, and the proposal
    assertThat(figures().distance()).isEqualTo(new DistanceFigures(3.0, 100.0, 100.0));
  }

  @Test
  void aPairCountsOnceAndHelpersAreThoseWhoTakePart() {
    people.add(helper("H"));
    people.add(helper("I"));
    people.add(helper("J", Instruction.PAUSE));
    people.add(Folk.of("P").made());
    introductions.add(introduction("P", "H", 1.0, State.SENT));
    introductions.add(introduction("P", "H", 1.0, State.DRAFTED));
    introductions.add(introduction("Q", "H", 1.0, State.DONE));
    introductions.add(introduction("P", "J", 1.0, State.SENT));

    // H has one of two, since it is not marked as checked, and I nobody
    assertThat(figures().load()).isEqualTo(new LoadFigures(0.0, 0.5));

    proposed.add(proposal("P", "I", 1, Category.SHOPPING));
    proposed.add(proposal("Q", "I", 1, Category.CONVERSATION));
    assertThat(figures().load()).isEqualTo(new LoadFigures(0.5, 1.0));
  }

  @Test
  void aCampaignThatBeginsKnowsNothing() {
    assertThat(figures()).isEqualTo(HelpFigures.NONE);
  }
}
