package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduce.Proposal.Wait;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftChoiceTest {

  private static final String HERE = "delegue@example.org";

  private static Assignment assignment(String person, int round) {
    return new Assignment(person, "helper", Set.of(Category.SHOPPING), 1.0, round, 0);
  }

  private static List<Proposal> choose(
      DraftChoice choice, List<Assignment> assignments, Introduction... introductions) {
    return choice.choose(
        assignments, List.of(introductions), DraftChoice.urgency(Map.of(), Map.of()));
  }

  private static DraftChoice most(int drafts) {
    return new DraftChoice(a -> HERE, a -> true, Set.of(), a -> 99, a -> 0, drafts);
  }

  @Test
  void noMoreDraftsThanTheDelegateWantsToRead() {
    List<Proposal> chosen =
        choose(most(2), List.of(assignment("a", 1), assignment("b", 1), assignment("c", 1)));

    assertThat(chosen)
        .extracting(Proposal::waits)
        .containsExactly(Wait.NONE, Wait.NONE, Wait.QUEUE);
    assertThat(chosen).extracting(Proposal::isDue).containsExactly(true, true, false);
  }

  @Test
  void draftsThatWaitAlreadyCountAndSentLettersDoNot() {
    List<Proposal> chosen =
        choose(
            most(2),
            List.of(assignment("a", 1)),
            Folk.introduction("M-1", "x", "y", State.DRAFTED),
            Folk.introduction("M-2", "x", "z", State.PREPARING),
            Folk.introduction("M-3", "w", "y", State.SENT));
    List<Proposal> free =
        choose(
            most(2),
            List.of(assignment("a", 1)),
            Folk.introduction("M-1", "x", "y", State.DRAFTED),
            Folk.introduction("M-3", "w", "y", State.SENT));

    assertThat(chosen).extracting(Proposal::waits).containsExactly(Wait.QUEUE);
    assertThat(free).extracting(Proposal::waits).containsExactly(Wait.NONE);
  }

  private static Introduction question(String ref) {
    return Introduction.begun(ref, "x", "", Set.of(), null, HERE, NOON)
        .asAttempted()
        .withState(State.DRAFTED);
  }

  @Test
  void questionsThatWaitUnreadTakeNoIntroductionsPlace() {
    List<Proposal> chosen =
        choose(
            most(2),
            List.of(assignment("a", 1), assignment("b", 1), assignment("c", 1)),
            question("Q-7KQ47"),
            question("Q-9JNRN"));

    assertThat(chosen)
        .extracting(Proposal::waits)
        .containsExactly(Wait.NONE, Wait.NONE, Wait.QUEUE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 100",
    "0, 1, 1",
    "0, 0, 0",
    "90, 100, 10",
    "100, 100, 0",
  })
  void questionsTakeWhatIntroductionsLeave(int taken, int most, int room) {
    assertThat(DraftChoice.roomForQuestions(HERE, List.of(), taken, most)).isEqualTo(room);
    assertThat(
            DraftChoice.roomForQuestions(
                HERE,
                List.of(question("Q-7KQ47"), question("Q-9JNRN").inMailbox("else")),
                taken,
                most))
        .isEqualTo(room - 1);
  }

  @Test
  void followUpsAreToBeReadLikeOtherDrafts() {
    DraftChoice choice = new DraftChoice(a -> HERE, a -> true, Set.of(), a -> 99, a -> 1, 2);

    assertThat(choose(choice, List.of(assignment("a", 1), assignment("b", 1))))
        .extracting(Proposal::waits)
        .containsExactly(Wait.NONE, Wait.QUEUE);
  }

  @Test
  void oneDelegateSQueueHoldsUpNoOther() {
    DraftChoice choice =
        new DraftChoice(
            a -> a.person().equals("c") ? "dublin@example.org" : HERE,
            a -> true,
            Set.of(),
            a -> 99,
            a -> 0,
            1);

    List<Proposal> chosen =
        choose(choice, List.of(assignment("a", 1), assignment("b", 1), assignment("c", 1)));

    assertThat(chosen)
        .extracting(Proposal::waits)
        .containsExactly(Wait.NONE, Wait.QUEUE, Wait.NONE);
  }

  @Test
  void withNobodyToWriteToNoDraftIsMadeAndNoPlaceIsTaken() {
    DraftChoice choice =
        new DraftChoice(a -> HERE, a -> !a.person().equals("a"), Set.of(), a -> 99, a -> 0, 1);

    List<Proposal> chosen = choose(choice, List.of(assignment("a", 1), assignment("b", 1)));

    assertThat(chosen).extracting(Proposal::waits).containsExactly(Wait.NO_MAIL, Wait.NONE);
  }

  @Test
  void aMailboxThatIsDownIsLeftAlone() {
    DraftChoice choice = new DraftChoice(a -> HERE, a -> true, Set.of(HERE), a -> 99, a -> 0, 10);

    assertThat(choose(choice, List.of(assignment("a", 1))))
        .extracting(Proposal::waits)
        .containsExactly(Wait.MAILBOX);
  }

  @Test
  void pinsComeFirstThenPriorityThenTheLongestWaitThenTheReference() {
    Map<String, LocatedPerson> people =
        Map.of(
            "b", Folk.of("b").instructed(Instruction.PRIORITY).made(),
            "c", Folk.of("c").age(70).made(),
            "d", Folk.of("d").vulnerable().made(),
            "e", Folk.of("e").made());
    List<Assignment> assignments =
        List.of(
            assignment("f", 1),
            assignment("g", 1),
            assignment("e", 1),
            assignment("d", 1),
            assignment("c", 1),
            assignment("b", 1),
            assignment("z", 0));

    List<Proposal> chosen =
        most(9)
            .choose(
                assignments,
                List.of(),
                DraftChoice.urgency(
                    people, Map.of("c", NOON, "d", NOON.minusSeconds(1), "e", NOON)));

    assertThat(chosen)
        .extracting(p -> p.assignment().person())
        .containsExactly("z", "b", "d", "c", "e", "f", "g");
  }
}
