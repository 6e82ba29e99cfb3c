package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.match.model.MatchSettings;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.junit.jupiter.api.Test;

/** Which letters that nobody sent are taken back, because what they were written for is over. */
class DraftRecallTest {

  private static final MatchingInput.Terms TERMS =
      new MatchingInput.Terms(
          new MatchSettings(5, 15, List.of(1.0, 2.0, 5.0), Set.of(Category.CHILDCARE)),
          3,
          5,
          ZoneOffset.UTC,
          Map.of());

  private final Map<String, LocatedPerson> people = new HashMap<>();
  private final List<Introduction> introductions = new ArrayList<>();

  private static OrganiserInstructions instructions(boolean checked, String... with) {
    return new OrganiserInstructions(
        Set.of(),
        Optional.empty(),
        Set.of(with),
        Set.of(),
        checked,
        Optional.empty(),
        "",
        List.of());
  }

  private DraftRecallTest someone(Folk folk) {
    LocatedPerson made = folk.made();
    people.put(made.ref(), made);
    return this;
  }

  /** Each is begun a minute after the one before. */
  private Introduction introduced(
      String ref, String person, String helper, Category need, State state) {
    Introduction begun =
        Introduction.begun(
            ref,
            person,
            helper,
            Set.of(need),
            1.5,
            "delegue@example.org",
            Folk.NOON.plusSeconds(60L * introductions.size()));
    Introduction now = begun.drafted("d-" + ref, "m-" + ref, "t-" + ref).withState(state);
    introductions.add(now);
    return now;
  }

  private DraftRecall recall() {
    return recall(WishesForAnother.NONE);
  }

  private DraftRecall recall(WishesForAnother another) {
    return DraftRecall.of(introductions, people, another, TERMS);
  }

  @Test
  void aDraftGoesOnceAllThatItCoversIsMetByAnotherIntroduction() {
    introduced("M-1", "ana", "bo", Category.SHOPPING, State.ACCEPTED);
    introduced("M-2", "ana", "cy", Category.SHOPPING, State.DRAFTED);
    introduced("M-3", "ana", "dan", Category.MEDICINES, State.DRAFTED);
    introduced("M-4", "eve", "bo", Category.SHOPPING, State.DRAFTED);

    assertThat(recall().reasons()).isEqualTo(Map.of("M-2", IntroductionFlag.NEED_CLOSED));
  }

  @Test
  void oneThatWasAskedForInsteadOfAnotherStays() {
    Introduction first = introduced("M-1", "ana", "bo", Category.SHOPPING, State.ACCEPTED);
    Introduction second = introduced("M-2", "ana", "cy", Category.SHOPPING, State.DRAFTED);
    introductions.set(1, second.insteadOf(Set.of(first.ref())));
    assertThat(recall().reasons()).isEmpty();

    introductions.set(1, second);
    assertThat(recall(new WishesForAnother(Map.of(), Set.of("M-1"), Map.of())).reasons()).isEmpty();
    assertThat(recall().reasons()).isNotEmpty();
  }

  @Test
  void whatIsSentOrMayBeThereUnderAnUnknownNameStays() {
    introduced("M-1", "ana", "bo", Category.SHOPPING, State.DONE);
    introduced("M-2", "ana", "cy", Category.SHOPPING, State.SENT);
    Introduction lost = introduced("M-3", "ana", "dan", Category.SHOPPING, State.DRAFTED);
    introductions.set(2, lost.undrafted());

    assertThat(recall().reasons()).isEmpty();
  }

  @Test
  void aDraftGoesOnceTheTickIsGoneThatItsNeedAsksForUnlessItWasPinned() {
    someone(Folk.of("bo").instructions(instructions(false)))
        .someone(Folk.of("cy").instructions(instructions(true)));
    someone(Folk.of("ana").instructions(instructions(false)))
        .someone(Folk.of("pia").instructions(instructions(false, "bo")));
    introduced("M-1", "ana", "bo", Category.CHILDCARE, State.DRAFTED);
    introduced("M-2", "ana", "cy", Category.CHILDCARE, State.DRAFTED);
    introduced("M-3", "ana", "bo", Category.SHOPPING, State.DRAFTED);
    introduced("M-4", "pia", "bo", Category.CHILDCARE, State.DRAFTED);
    Introduction pinned = introduced("M-5", "ana", "bo", Category.CHILDCARE, State.DRAFTED);
    introductions.set(4, pinned.with(pinned.correspondence().with(IntroductionFlag.PINNED)));
    introduced("M-6", "ana", "bo", Category.CHILDCARE, State.SENT);

    assertThat(recall().reasons()).isEqualTo(Map.of("M-1", IntroductionFlag.UNCHECKED));
    assertThat(recall().doubtful()).isEmpty();
  }

  @Test
  void aColumnOfTicksThatWasEmptiedTakesNothingBackAndIsAskedAbout() {
    for (String helper : List.of("bo", "cy", "dan", "eve")) {
      someone(Folk.of(helper).instructions(instructions(false)));
      introduced("M-" + helper, "ana", helper, Category.CHILDCARE, State.DRAFTED);
    }
    assertThat(recall().reasons()).isEmpty();
    assertThat(recall().doubtful()).hasSize(4);

    someone(Folk.of("fay").instructions(instructions(true)));
    assertThat(recall().reasons()).hasSize(4).containsValue(IntroductionFlag.UNCHECKED);
    assertThat(recall().doubtful()).isEmpty();
  }

  @Test
  void theLatestDraftOfAHelperGoesOnceACorrectedOutcomeTakesItsPlace() {
    someone(Folk.of("bo").capacity(2).instructions(instructions(true)));
    Introduction again = introduced("M-1", "ana", "bo", Category.SHOPPING, State.ACCEPTED);
    introduced("M-2", "cy", "bo", Category.SHOPPING, State.DRAFTED);
    introduced("M-3", "dan", "bo", Category.SHOPPING, State.DRAFTED);
    assertThat(recall().reasons()).as("nothing was corrected").isEmpty();

    introductions.set(0, again.with(again.correspondence().with(IntroductionFlag.STANDS_AGAIN)));
    assertThat(recall().reasons()).isEqualTo(Map.of("M-3", IntroductionFlag.NO_PLACE));

    Introduction last = introductions.get(2);
    introductions.set(2, last.with(last.correspondence().with(IntroductionFlag.EDITED)));
    assertThat(recall().reasons()).isEqualTo(Map.of("M-2", IntroductionFlag.NO_PLACE));
  }

  @Test
  void roomIsMadeOnceForWhatStandsAgain() {
    someone(Folk.of("bo").capacity(2).instructions(instructions(true)));
    Introduction again = introduced("M-1", "ana", "bo", Category.SHOPPING, State.ACCEPTED);
    introductions.set(0, again.with(again.correspondence().with(IntroductionFlag.STANDS_AGAIN)));
    Introduction lost = introduced("M-2", "cy", "bo", Category.SHOPPING, State.DRAFTED);
    assertThat(recall().reckoned()).containsExactly("M-1");

    introductions.set(1, lost.undrafted());
    assertThat(recall().reckoned()).as("nobody knows yet what is there").isEmpty();
  }

  @Test
  void nothingGoesForADraftOfWhichNobodyKnowsWhetherItIsThere() {
    someone(Folk.of("bo").capacity(1).instructions(instructions(true)));
    Introduction again = introduced("M-1", "ana", "bo", Category.SHOPPING, State.DRAFTED);
    introductions.set(
        0, again.undrafted().with(again.correspondence().with(IntroductionFlag.STANDS_AGAIN)));
    introduced("M-2", "cy", "bo", Category.SHOPPING, State.DRAFTED);

    assertThat(recall().reasons()).isEmpty();
    assertThat(recall().reckoned()).isEmpty();
  }
}
