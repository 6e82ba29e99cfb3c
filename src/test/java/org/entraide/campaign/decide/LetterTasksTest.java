package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTasksTest extends TasksFixture {

  private static final String ANAS = "+447700900123";
  private static final String BOS = "+33612345678";

  @BeforeEach
  void bothCanBeWritten() {
    two(Folk.of(ANA).phone(ANAS), Folk.of(BO).phone(BOS));
  }

  private void nobodyCanBeWritten() {
    rows.clear();
    two(Folk.of(ANA).ringing(ANAS), Folk.of(BO).ringing(BOS));
  }

  @Test
  void aDraftIsToBeReadOnceItIsTwoDaysOldAndNotBefore() {
    entry(begun(letter(State.DRAFTED), Duration.ofDays(2).minusSeconds(1)));
    assertThat(tasks()).isEmpty();

    introductions.clear();
    entry(begun(letter(State.DRAFTED), Duration.ofDays(2)));

    Task read = only(TaskKind.READ_AND_SEND);
    assertThat(read.who()).containsExactly(new Task.Contact(ANA, null), new Task.Contact(BO, null));
    assertThat(read.since()).isEqualTo(LocalDate.of(2020, 3, 24));
    assertThat(read.delegate()).isEqualTo(DELEGATE);
    assertThat(read.target()).isEqualTo(new Task.Target.Letter(DELEGATE, LETTER));
  }

  /** Two answers that are one person's each had a letter. */
  @ParameterizedTest
  @CsvSource({"DRAFTED, true", "SENT, true", "ACCEPTED, true", "DECLINED, false", "DONE, false"})
  void theSecondDraftOfAPairIsToBeDiscarded(State first, boolean twice) {
    entry(Folk.introduction("M-7KQ47", ANA, BO, first));
    entry(begun(Folk.introduction("M-9JNRN", ANA, BO, State.DRAFTED), Duration.ofSeconds(-1)));

    assertThat(tasks().stream().filter(it -> it.kind() == TaskKind.FIX))
        .extracting(it -> it.detail().key() + " " + it.detail().args().get("ref"))
        .containsExactlyElementsOf(twice ? List.of("task.fix.twice M-9JNRN") : List.<String>of());
  }

  private static final String CYS = "0CCC1";

  /** What is to be repaired of a draft of Ana's need with Cy, while Bo's is in a state. */
  private List<String> besides(State first, Introduction second) {
    row(Status.INTRODUCED, Folk.of(CYS).offers(Category.SHOPPING));
    entry(Folk.introduction(LETTER, ANA, BO, first));
    entry(second);
    return tasks().stream()
        .filter(it -> it.kind() == TaskKind.FIX)
        .map(it -> it.detail().key() + " " + it.detail().args().get("ref"))
        .toList();
  }

  private static Introduction withCy() {
    return begun(Folk.introduction("M-9JNRN", ANA, CYS, State.DRAFTED), Duration.ofSeconds(-1));
  }

  private static Introduction withCy(Set<Category> needs, Set<String> answers) {
    Introduction second = withCy();
    return new Introduction(
        second.ref(),
        second.person(),
        second.helper(),
        needs,
        second.distanceKm(),
        second.state(),
        second.mailbox(),
        second.draftId(),
        second.messageId(),
        second.threadId(),
        second.begunAt(),
        second.attempted(),
        second.missingSince(),
        second.sentAt(),
        answers,
        second.correspondence());
  }

  /** The same, where each had another helper. */
  @ParameterizedTest
  @CsvSource({"DRAFTED, true", "SENT, true", "BOUNCED, false", "DECLINED, false", "DONE, false"})
  void soIsTheSecondDraftOfANeed(State first, boolean twice) {
    assertThat(besides(first, withCy()))
        .containsExactlyElementsOf(
            twice ? List.of("task.fix.twice.need M-9JNRN") : List.<String>of());
  }

  @Test
  void aDraftThatSomebodyAskedForBesideTheEarlierOneStays() {
    Introduction second = withCy();
    Introduction another = withCy(second.needs(), Set.of(LETTER));

    assertThat(besides(State.DRAFTED, another)).isEmpty();
  }

  @Test
  void aDraftForAnotherNeedStays() {
    Introduction pets = withCy(Set.of(Category.PETS), Set.of());

    assertThat(besides(State.DRAFTED, pets)).isEmpty();
  }

  @Test
  void aSecondDraftThatWasThrownAwayIsNotToBeDiscardedAgain() {
    entry(Folk.introduction("M-7KQ47", ANA, BO, State.SENT));
    entry(Folk.introduction("M-9JNRN", ANA, BO, State.DRAFTED).missing(NOON));

    assertThat(tasks()).extracting(Task::kind).doesNotContain(TaskKind.FIX);
  }

  /** The journal was lost, and the mailbox is not found yet. */
  @ParameterizedTest
  @CsvSource({"'', delegue@example.org", "other@example.org, other@example.org"})
  void whereOnlyTheLedgerKnowsTheDelegateTheTaskNamesThat(String mailbox, String named) {
    Introduction sent = Folk.introduction("M-7KQ47", ANA, BO, State.SENT).inMailbox(mailbox);
    entry(begun(sent, Duration.ofDays(20)));
    shownDelegates.put("M-7KQ47", "delegue@example.org");

    assertThat(tasks()).extracting(Task::delegate).containsExactly(named);
  }

  @Test
  void aDraftThatIsGoneOrWillSendItselfIsNotToBeRead() {
    entry(begun(letter(State.DRAFTED), Duration.ofDays(3)).missing(NOON));
    entry(begun(letter(State.DRAFTED, IntroductionFlag.SCHEDULED), Duration.ofDays(3)));

    assertThat(tasks()).isEmpty();
  }

  @Test
  void anOutcomeIsToBeNotedTwoWeeksAfterTheLetterAndNotBefore() {
    Introduction sent = begun(letter(State.DRAFTED), Duration.ofDays(20));
    entry(sent.sent(NOON.minus(Duration.ofDays(14)).plusSeconds(1)));
    assertThat(tasks()).isEmpty();

    introductions.clear();
    entry(sent.sent(NOON.minus(Duration.ofDays(14))));

    Task note = only(TaskKind.NOTE_OUTCOME);
    assertThat(note.since()).isEqualTo(LocalDate.of(2020, 3, 12));
    assertThat(note.target()).isEqualTo(new Task.Target.LedgerEntry(LETTER));
  }

  @Test
  void twoWithoutAddressesAreRungBothAndTheirNumbersAreAsPeopleThereDialThem() {
    nobodyCanBeWritten();
    entry(letter(State.PREPARING, IntroductionFlag.TO_RING));

    assertThat(said())
        .containsExactly("RING task.ring.both 7KQ47 (07700 900123) 9JNRN (+33 6 12 34 56 78)");
    assertThat(only(TaskKind.RING).target()).isEqualTo(new Task.Target.LedgerEntry(LETTER));
  }

  @Test
  void whereNumbersAreHiddenNoneIsShown() {
    nobodyCanBeWritten();
    numbers = false;
    entry(letter(State.PREPARING, IntroductionFlag.TO_RING));

    assertThat(said()).containsExactly("RING task.ring.both 7KQ47 9JNRN");
  }

  @Test
  void whoHasNoAddressIsRungBeforeTheLetterGoesAndNotAfterwards() {
    rows.clear();
    two(Folk.of(ANA).ringing(ANAS), Folk.of(BO));
    entry(letter(State.DRAFTED));

    assertThat(said()).containsExactly("RING task.ring.before 7KQ47 (07700 900123)");
    assertThat(only(TaskKind.RING).target()).isEqualTo(new Task.Target.Letter(DELEGATE, LETTER));

    introductions.clear();
    entry(letter(State.DRAFTED).sent(NOON));
    assertThat(tasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EDITED, task.fix.throw_away", "SCHEDULED, task.fix.unschedule"})
  void aDraftThatTheDaemonMayNotDeleteIsThrownAwayByHand(IntroductionFlag theirs, String asked) {
    entry(begun(letter(State.WITHDRAWN, theirs), Duration.ofDays(3)));

    Task task = only(TaskKind.FIX);
    assertThat(task.detail()).isEqualTo(Message.of(asked).with("ref", LETTER));
    assertThat(task.target()).isEqualTo(new Task.Target.Letter(DELEGATE, LETTER));
    assertThat(tasks()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"DECLINED", "NO_ANSWER", "DONE"})
  void soIsOneOfWhichAnOutcomeIsNoted(State outcome) {
    entry(letter(outcome, IntroductionFlag.EDITED));

    assertThat(said()).containsExactly("FIX task.fix.throw_away 7KQ47 9JNRN");
  }

  @Test
  void anUntouchedDraftOfAWithdrawnOneIsTheDaemonsOwn() {
    entry(letter(State.WITHDRAWN));

    assertThat(tasks()).isEmpty();
  }

  @Test
  void eachDraftOfAFormerDelegateIsNamedAndNotToBeReadByNobody() {
    Introduction theirs =
        begun(letter(State.DRAFTED), Duration.ofDays(9)).inMailbox("former@example.org");
    entry(theirs);

    Task task = only(TaskKind.FIX);
    assertThat(task.detail().args()).containsEntry("mailbox", "former@example.org");
    assertThat(task.delegate()).isEqualTo("former@example.org");
    assertThat(task.target()).isEqualTo(new Task.Target.Letter("former@example.org", LETTER));
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aTickInDoubtAndADraftThatGmailRefusesAreRepaired() {
    entry(letter(State.DRAFTED, IntroductionFlag.TICK_IN_DOUBT));
    entry(letter(State.PREPARING, IntroductionFlag.UNFIT));

    assertThat(said())
        .containsExactlyInAnyOrder(
            "FIX task.fix.tick 7KQ47 9JNRN", "FIX task.fix.unfit 7KQ47 9JNRN");
  }

  @Test
  void anOutcomeThatIsNotUnderstoodOrWasClearedWithOthersIsNotedAgain() {
    Introduction sent = letter(State.DRAFTED).sent(NOON);
    entry(sent, Message.of("ledger.explain.outcome.unknown").with("typed", "hm"));
    entry(letter(State.ACCEPTED, IntroductionFlag.OUTCOME_CLEARED));
    assertThat(said()).containsExactly("FIX task.fix.outcome_cleared 7KQ47 9JNRN");

    introductions.remove(1);
    entries.clear();
    introductions.clear();
    entry(sent, Message.of("ledger.explain.outcome.unknown").with("typed", "hm"));
    assertThat(said()).containsExactly("FIX task.fix.outcome 7KQ47 9JNRN");
  }

  @Test
  void whoeverKnowsSomebodyBarredIsWarnedUntilAnOutcomeIsNoted() {
    rows.clear();
    two(Folk.of(ANA).instructed(Instruction.BARRED), Folk.of(BO).phone(BOS));
    entry(letter(State.DRAFTED).sent(NOON).withState(State.WITHDRAWN));

    assertThat(said()).containsExactly("RING task.ring.warn.withdrawn 9JNRN (+33 6 12 34 56 78)");

    introductions.clear();
    entry(letter(State.DRAFTED).sent(NOON).withState(State.DECLINED));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void soIsWhoeverKnowsSomebodyWhoLeftAndNoOutcomeIsAskedForBeside() {
    rows.clear();
    two(Folk.of(ANA).instructed(Instruction.WITHDRAW), Folk.of(BO).phone(BOS));
    Introduction old = letter(State.DRAFTED).sent(NOON.minus(Duration.ofDays(20)));
    entry(old, Message.of("ledger.explain.left.letter").with("ref", new PersonReference(ANA)));

    assertThat(said()).containsExactly("RING task.ring.warn.left 9JNRN (+33 6 12 34 56 78)");
  }

  @Test
  void nobodyIsWarnedWhereBothLeft() {
    rows.clear();
    two(Folk.of(ANA).instructed(Instruction.BARRED), Folk.of(BO).instructed(Instruction.WITHDRAW));
    entry(letter(State.DRAFTED).sent(NOON).withState(State.WITHDRAWN));

    assertThat(tasks()).isEmpty();
  }

  @Test
  void whoseAddressRefusedTheLetterIsAskedForAnother() {
    entry(letter(State.BOUNCED, IntroductionFlag.HELPER_REFUSED));

    assertThat(said()).containsExactly("ASK task.ask.refused 9JNRN (+33 6 12 34 56 78)");
    assertThat(only(TaskKind.ASK).target()).isEqualTo(new Task.Target.Answer(BO));
  }

  @Test
  void bothAreAskedWhereNobodySaidWhoseAddressItWas() {
    entry(letter(State.BOUNCED, IntroductionFlag.ONE_REFUSED));

    assertThat(said())
        .containsExactly("ASK task.ask.one_refused 7KQ47 (07700 900123) 9JNRN (+33 6 12 34 56 78)");
  }

  private static Introduction question(State state, IntroductionFlag... flags) {
    Introduction question =
        Introduction.begun("Q-" + ANA, ANA, "", Set.of(), null, DELEGATE, NOON).withState(state);
    for (IntroductionFlag flag : flags) {
      question = question.with(question.correspondence().with(flag));
    }
    return question;
  }

  @Test
  void aQuestionThatGmailRefusesIsRepairedAsAnIntroductionIs() {
    entry(question(State.PREPARING, IntroductionFlag.UNFIT));

    assertThat(said()).containsExactly("FIX task.fix.unfit_question 7KQ47");
    assertThat(only(TaskKind.FIX).detail().args()).containsEntry("ref", "Q-7KQ47");
  }

  @Test
  void aQuestionThatGmailRefusedForGoodIsNoTaskAnyMore() {
    entry(question(State.DISCARDED, IntroductionFlag.UNFIT));

    assertThat(tasks()).isEmpty();
  }

  @Test
  void noAddressIsToBeCorrectedOfSomebodyWhoPauses() {
    rows.clear();
    two(Folk.of(ANA).instructed(Instruction.PAUSE), Folk.of(BO).phone(BOS));
    entry(question(State.PREPARING, IntroductionFlag.UNFIT));

    assertThat(tasks()).isEmpty();
  }

  @Test
  void aDraftOfAQuestionWhoseCopyWasSentIsThrownAway() {
    entry(question(State.SENT, IntroductionFlag.COPIED));

    assertThat(said()).containsExactly("FIX task.fix.copy 7KQ47");
  }
}
