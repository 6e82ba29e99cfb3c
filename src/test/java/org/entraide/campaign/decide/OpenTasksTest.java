package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.plan.Folk;
import org.entraide.plan.ReporterFixture;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.plan.todo.Task;
import org.entraide.plan.todo.TaskKind;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.junit.jupiter.api.Test;

class OpenTasksTest extends TasksFixture {

  private static final String ANAS = "+447700900123";

  private static Folk ana() {
    return Folk.of(ANA).phone(ANAS).needs(Category.SHOPPING);
  }

  private static Folk bo() {
    return Folk.of(BO).offers(Category.SHOPPING);
  }

  private static Message sharing(String ref) {
    return Message.of("people.same-contact").with("refs", List.of(new PersonReference(ref)));
  }

  @Test
  void anIncompleteAnswerIsAskedForWhatItLacks() {
    row(Status.INCOMPLETE, ana().needs());

    assertThat(said()).containsExactly("ASK task.ask.incomplete 7KQ47 (07700 900123)");
    Task ask = only(TaskKind.ASK);
    assertThat(ask.detail().args()).containsEntry("what", List.of(Message.of("task.lacks.wishes")));
    assertThat(ask.target()).isEqualTo(new Task.Target.Answer(ANA));
    assertThat(ask.since()).isEqualTo("2020-03-23");
  }

  @Test
  void whoDidNotConsentYetIsAskedWithoutTheirNumberAndWhoRefusedIsLeftAlone() {
    row(Status.INCOMPLETE, ana().consent(Consent.ABSENT));
    row(Status.INCOMPLETE, bo().consent(Consent.NO));

    assertThat(said()).containsExactly("ASK task.ask.incomplete 7KQ47");
  }

  @Test
  void aPlaceThatIsNotKnownIsAskedFor() {
    row(Status.PLACE_UNCLEAR, ana().located(ReporterFixture.UNCLEAR));

    assertThat(said()).containsExactly("ASK task.ask.place 7KQ47 (07700 900123)");
  }

  @Test
  void anUnusualNumberIsCheckedUntilTheTickOrTheLetter() {
    Folk ana = Folk.of(ANA).needs(Category.SHOPPING).ringingUnusually("+447000000000");
    row(Status.WAITING, ana);
    assertThat(said()).hasSize(1).first().asString().startsWith("ASK task.ask.phone 7KQ47 (0");

    introductions.add(letter(State.DECLINED).sent(NOON));
    assertThat(tasks()).isEmpty();
    introductions.add(letter(State.DRAFTED)); // a second letter gives the number, too
    assertThat(said()).anyMatch(task -> task.startsWith("ASK task.ask.phone"));

    introductions.clear();
    Introduction byHand = letter(State.DECLINED).sent(NOON);
    introductions.add(byHand.with(byHand.correspondence().with(IntroductionFlag.BY_HAND)));
    assertThat(said()).anyMatch(task -> task.startsWith("ASK task.ask.phone"));

    introductions.clear();
    rows.clear();
    row(Status.WAITING, ana.instructions(ticked()));
    assertThat(tasks()).isEmpty();
  }

  /** A pause leaves drafts, and the draft gives the number. */
  @Test
  void soIsOneOfSomebodyWhoPausesBesideADraft() {
    row(
        Status.PAUSED,
        Folk.of(ANA)
            .needs(Category.SHOPPING)
            .ringingUnusually("+447000000000")
            .instructed(Instruction.PAUSE));
    assertThat(said()).noneMatch(task -> task.startsWith("ASK task.ask.phone"));

    introductions.add(letter(State.DRAFTED));
    assertThat(said()).anyMatch(task -> task.startsWith("ASK task.ask.phone"));
  }

  @Test
  void soIsOneOfSomebodyWhosePlaceLacks() {
    Folk ana =
        Folk.of(ANA)
            .needs(Category.SHOPPING)
            .ringingUnusually("+447000000000")
            .located(ReporterFixture.UNCLEAR);
    row(Status.PLACE_UNCLEAR, ana);

    assertThat(tasks().stream().map(it -> it.detail().key()))
        .containsExactly("task.ask.place", "task.ask.phone");
  }

  /** A letter does not show it; whoever rings does. */
  @Test
  void anUnusualNumberIsCheckedAlsoOfSomebodyWithAnAddress() {
    row(Status.WAITING, ana(), Message.of("people.phone.unusual"));
    assertThat(said()).containsExactly("ASK task.ask.phone 7KQ47 (07700 900123)");

    introductions.add(letter(State.SENT).sent(NOON));
    assertThat(said()).noneMatch(task -> task.startsWith("ASK"));
  }

  /** Whom nobody waits for so far has no status of their own for that. */
  @Test
  void aHelperWhosePlaceIsNotKnownIsAskedForIt() {
    row(Status.AVAILABLE, bo(), Message.of("explain.place.ask"));
    row(Status.PAUSED, ana().instructed(Instruction.PAUSE), Message.of("explain.place.ask"));

    assertThat(said()).containsExactly("ASK task.ask.place 9JNRN");
  }

  @Test
  void aWrongNumberThatAQuestionAsksForPointsToItsDraft() {
    row(Status.WAITING, ana(), Message.of("people.phone.invalid"));
    introductions.add(
        Folk.introduction("Q-7KQ47", ANA, "", State.DRAFTED).insteadOf(Set.of("A-ANSWER")));
    assertThat(only(TaskKind.ASK).detail().key()).isEqualTo("task.ask.draft");

    rows.clear();
    row(Status.WAITING, ana(), Message.of("people.email.invalid"));
    assertThat(only(TaskKind.ASK).detail().key()).isEqualTo("task.ask.answer");
  }

  @Test
  void whatTheRowAsksToCorrectInAnAnswerIsOneTaskTheMostImportantFirst() {
    Message words = Message.of("people.categories.not-understood").with("count", 1);
    Message address = Message.of("people.email.invalid");
    Message spoken = Message.of("people.languages.unclear"); // the languages of the country do
    row(Status.WAITING, ana(), spoken, words, address);
    row(Status.WAITING, bo(), spoken);

    assertThat(said()).containsExactly("ASK task.ask.answer 7KQ47 (07700 900123)");
    assertThat(only(TaskKind.ASK).detail().args())
        .containsEntry("actions", address)
        .containsEntry("count", 1);

    byHand(ANA); // words that are no category are signposted
    assertThat(tasks().stream().filter(it -> it.kind() == TaskKind.ASK))
        .singleElement()
        .satisfies(it -> assertThat(it.detail().args()).containsEntry("count", 0));
  }

  @Test
  void nothingIsToBeCorrectedInTheAnswerOfWhoIsAskedElseOrTakesNoPart() {
    Message address = Message.of("people.email.invalid");
    row(Status.INCOMPLETE, ana().needs(), address);
    row(Status.WAITING, bo().age(15), address);

    assertThat(said())
        .containsExactly(
            "ASK task.ask.incomplete 7KQ47 (07700 900123)", "SIGNPOST task.signpost.minor 9JNRN");

    rows.clear();
    row(Status.PAUSED, ana().instructed(Instruction.PAUSE), address);
    row(Status.SIGNPOSTED, bo().instructed(Instruction.SIGNPOSTED), address);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void needsThatNobodyIsMatchedForAndMinorsAreForTheOrganisers() {
    row(Status.WAITING, ana().needs(Category.FINANCIAL));
    byHand(ANA);
    row(Status.WAITING, bo().age(15));

    assertThat(said())
        .containsExactly("SIGNPOST task.signpost 7KQ47", "SIGNPOST task.signpost.minor 9JNRN");

    rows.clear();
    row(Status.PAUSED, ana().needs(Category.FINANCIAL).instructed(Instruction.PAUSE));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aHelperForWhomSomebodyWaitsIsCheckedAsTheRowSays() {
    Message said = Message.of("explain.waiting.tick").with("count", 2).with("needs", List.of("x"));
    row(Status.WAITING, bo(), said);

    Task check = only(TaskKind.CHECK);
    assertThat(check.who()).containsExactly(new Task.Contact(BO, null));
    assertThat(check.detail()).isEqualTo(new Message("task.check", said.args()));
  }

  @Test
  void aHouseholdUnderOneContactIsOneQuestion() {
    row(Status.WAITING, ana().said(sharing(BO)));
    row(Status.WAITING, bo().said(sharing("0CCC1")));
    row(Status.WAITING, Folk.of("0CCC1").needs(Category.SHOPPING).said(sharing(ANA)));
    row(Status.WAITING, Folk.of("0DDD1").needs(Category.SHOPPING));

    assertThat(said()).containsExactly("CONFIRM task.confirm.same_person 0CCC1 7KQ47 9JNRN");
  }

  @Test
  void whatASortMovedIsConfirmedBesideBothAndWhatIsNotUnderstoodIsCorrected() {
    Message column = Message.of(PersonColumn.INSTRUCTION.titleKey());
    row(
        Status.WAITING,
        ana().instructions(remarking(Message.of("explain.away").with("column", column))));
    row(
        Status.WAITING,
        bo().instructions(
                remarking(
                    Message.of("explain.stray").with("column", List.of(column)),
                    Message.of("explain.with.unknown").with("typed", "zz"))));

    assertThat(said())
        .containsExactly(
            "FIX task.fix.cell 9JNRN",
            "CONFIRM task.confirm.away 7KQ47",
            "CONFIRM task.confirm.stray 9JNRN");
    assertThat(tasks()).allSatisfy(task -> assertThat(task.detail().args()).containsKey("columns"));
    assertThat(tasks().get(2).detail().args()).containsEntry("columns", List.of(column));
  }

  @Test
  void aDayOfAPauseThatIsNotUnderstoodIsCorrectedInItsColumn() {
    Message status = Message.of(PersonColumn.STATUS.titleKey());
    row(
        Status.PAUSED,
        ana().instructions(remarking(Message.of("explain.pause.unclear").with("column", status))));

    assertThat(said()).containsExactly("FIX task.fix.cell 7KQ47");
    assertThat(tasks().get(0).detail().args()).containsEntry("columns", List.of(status));
  }

  @Test
  void aDuplicateOfNobodyInParticularIsAskedAbout() {
    row(Status.WAITING, ana().instructions(remarking(Message.of("explain.duplicate.which"))));

    assertThat(said()).containsExactly("CONFIRM task.confirm.duplicate 7KQ47");
  }

  @Test
  void whoLeftIsInNoTaskAndErasedRowsAreToBeDeleted() {
    Message moved = Message.of("explain.away").with("column", Message.of("column.with"));
    row(Status.WITHDRAWN, ana().instructed(Instruction.WITHDRAW).said(sharing(BO), moved));
    row(Status.BARRED, bo().instructed(Instruction.BARRED).said(sharing(ANA), moved));
    assertThat(tasks()).isEmpty();

    row(Status.WITHDRAWN, Folk.of("0CCC1").consent(Consent.ERASED));
    row(Status.WITHDRAWN, Folk.of("0DDD1").consent(Consent.ERASED));
    Task delete = only(TaskKind.FIX);
    assertThat(delete.detail()).isEqualTo(Message.of("task.fix.erased").with("count", 2));
    assertThat(delete.who()).isEmpty();
    assertThat(delete.target())
        .isEqualTo(new Task.Target.Trouble("task.fix.erased", TODAY, false, ""));
    assertThat(delete.since()).isEqualTo(TODAY);
  }

  @Test
  void eachTroubleIsATaskButThoseThatPassByThemselvesOrAreNamedLetterByLetter() {
    row(Status.WAITING, ana());
    wrong.addAll(
        List.of(
            DashboardProblem.away(),
            DashboardProblem.throttled(),
            DashboardProblem.toWarn(List.of(LETTER)),
            DashboardProblem.formerDelegate(DELEGATE, List.of(LETTER)),
            DashboardProblem.signIn(DELEGATE),
            DashboardProblem.emptied(DELEGATE),
            DashboardProblem.typedExplanations(List.of(ANA, "0GONE")),
            DashboardProblem.trouble(Message.plain("Entraide …"))));

    assertThat(said())
        .containsExactly(
            "FIX task.fix.sign_in",
            "FIX task.fix.typed_explanation 7KQ47",
            "FIX dashboard.wrong.trouble",
            "CONFIRM task.confirm.emptied");
    assertThat(tasks().get(0).delegate()).isEqualTo(DELEGATE);
    assertThat(tasks().get(1).target())
        .isEqualTo(new Task.Target.Trouble("dashboard.wrong.typed_explanation", TODAY, false, ANA));
  }

  @Test
  void aTroubleIsSinceTheDayOnWhichTheTabShowedItFirstWhateverItCountsNow() {
    troubles.put("dashboard.wrong.merged", TODAY.minusDays(9));
    troubles.put("dashboard.wrong.sign_in other@example.org", TODAY.minusDays(5));
    wrong.addAll(List.of(DashboardProblem.merged(7), DashboardProblem.signIn(DELEGATE)));

    assertThat(tasks().stream().map(it -> it.detail().key() + " " + it.since()))
        .containsExactly("task.fix.merged 2020-03-17", "task.fix.sign_in 2020-03-26");
  }

  @Test
  void aPausedPassKnowsOfTroublesAlone() {
    List<Task> tasks =
        OpenTasks.ofPausedPass(
            List.of(DashboardProblem.deletions(7), DashboardProblem.suspended()),
            new TroubleDays(Map.of("dashboard.wrong.suspended", TODAY.minusDays(2)), TODAY));

    assertThat(tasks.stream().map(TasksFixture::said))
        .containsExactly("FIX task.fix.suspended", "CONFIRM task.confirm.deletions");
    assertThat(tasks).extracting(Task::since).containsExactly(TODAY.minusDays(2), TODAY);
    assertThat(tasks)
        .allMatch(it -> it.target() instanceof Task.Target.Trouble trouble && trouble.uncounted());
  }

  @Test
  void theMostUrgentIsFirstThenTheOldestThenWhoseDayNobodyKnows() {
    row(Status.PLACE_UNCLEAR, ana());
    row(Status.PLACE_UNCLEAR, bo());
    row(Status.PLACE_UNCLEAR, Folk.of("0CCC1"));
    row(Status.PLACE_UNCLEAR, Folk.of("0DDD1"));
    firstAnswers.remove(ANA);
    firstAnswers.put(BO, NOON.minus(Duration.ofDays(30)));
    firstAnswers.computeIfPresent("0CCC1", (ref, at) -> at.plusSeconds(60));
    wrong.add(DashboardProblem.emptied(DELEGATE));

    assertThat(tasks().stream().map(t -> t.who().isEmpty() ? "" : t.who().get(0).ref()))
        .containsExactly("", BO, "0DDD1", "0CCC1", ANA);
  }
}
