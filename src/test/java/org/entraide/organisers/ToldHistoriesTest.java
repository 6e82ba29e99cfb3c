package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.organisers.Moment.AFTER_THE_WRITE;
import static org.entraide.organisers.Moment.BEFORE_THE_SECOND_LOOK;
import static org.entraide.organisers.Moment.BEFORE_THE_WRITE;
import static org.entraide.organisers.Moment.BETWEEN_CYCLES;

import java.util.List;
import java.util.SplittableRandom;
import org.entraide.build.Stories;
import org.entraide.organisers.Step.What;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Short histories that went wrong once, whatever is random in others. */
@Execution(ExecutionMode.CONCURRENT)
@Stories(few = 2)
class ToldHistoriesTest {

  private static final Roads ROADS = new Roads();
  private static final Roads WITH_FORM = new Roads("form = \"" + Premises.FORM + "\"");

  @AfterAll
  static void close() {
    ROADS.close();
    WITH_FORM.close();
  }

  @Test
  void aTypedWordThatASortBroughtUnderTheWriteIsPutBackBesideItsPerson() {
    withstands(
        operation("somebody sorts by the needs and then by the e-mail address", BETWEEN_CYCLES),
        new Step(What.DISCARD, "", BETWEEN_CYCLES, 864),
        new Step(What.SEND, "", BETWEEN_CYCLES, 141),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE));
  }

  @Test
  void ourOwnWordIsNotTakenForTypedInARowThatWasMissed() {
    withstands(
        operation("somebody writes the sheet's numbers in another language", AFTER_THE_WRITE),
        new Step(What.DISCARD, "", BETWEEN_CYCLES, 985),
        operation("somebody inserts a row above the header", BEFORE_THE_WRITE));
  }

  @Test
  void aColumnInsertedUnderTheWriteCostsNobodyWithoutAnAddress() {
    withstands(
        operation("somebody clears all references", AFTER_THE_WRITE),
        operation("somebody inserts a column amid the form's", BEFORE_THE_WRITE));
  }

  @Test
  void anIntroductionThatWasAskedForStandsWhenThePinIsGone() {
    withstands(
        answer(),
        answer(),
        edit(135),
        edit(521),
        operation("somebody deletes all of our columns", BEFORE_THE_SECOND_LOOK));
  }

  @Test
  void aTypedWordThatAnUndoneSortDoublesStaysWithItsPersonAlone() {
    withstands(
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK),
        undone("somebody sorts by the address", BETWEEN_CYCLES, 143));
  }

  @Test
  void whatIsHitWhereColumnsMovedTwiceIsPutBack() {
    withstands(
        operation("somebody drags the form's e-mail column right of ours", AFTER_THE_WRITE),
        answer(),
        operation("somebody inserts a column amid the form's", BEFORE_THE_WRITE));
  }

  @Test
  void anInstructionThatComesBackWithDeletedColumnsIsStillWhoseItWas() {
    withstands(
        operation("somebody sorts our columns only", BEFORE_THE_WRITE),
        operation("somebody deletes all of our columns", BEFORE_THE_WRITE),
        undone("somebody adds a question to the form", BEFORE_THE_SECOND_LOOK, 577));
  }

  @Test
  void aTypedWordThatASortLeftBesideNobodyGoesBackToItsPerson() {
    withstands(
        operation("somebody clears a row", BEFORE_THE_WRITE, 521),
        operation(
            "somebody swaps the last row and one in which a word was typed", BETWEEN_CYCLES, 796),
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK));
  }

  @Test
  void whatWasTypedForSomebodyWhoseRowTheFormTookIsNobodyElses() {
    withstands(
        operation("somebody sorts by the reference", AFTER_THE_WRITE),
        answer(),
        answer(),
        operation("somebody pastes the values of the whole sheet over it", BEFORE_THE_WRITE),
        edit(35),
        operation("somebody types an explanation", BEFORE_THE_SECOND_LOOK));
    withstands(
        operation("somebody deletes the row of somebody who was introduced", AFTER_THE_WRITE, 937),
        operation("another program sorts by the telephone number", BEFORE_THE_WRITE),
        operation("somebody deletes a row and its respondent edits the answer", AFTER_THE_WRITE));
  }

  @Test
  void aPlaceCorrectedForSomebodyWhoseRowTheFormTookIsNobodyElses() {
    withstands(
        answer(),
        answer(),
        answer(),
        operation("somebody renames the tab of the answers", BEFORE_THE_SECOND_LOOK),
        operation("somebody sorts by the reference", BEFORE_THE_SECOND_LOOK),
        operation("somebody deletes a row and its respondent edits the answer", AFTER_THE_WRITE));
  }

  @Test
  void aPlaceCorrectedForSomebodyElseDoesNotCountWhereNoReferenceShows() {
    withstands(
        answer(),
        answer(),
        operation("another program sorts by the telephone number", AFTER_THE_WRITE),
        operation("somebody merges the references of three rows", BEFORE_THE_SECOND_LOOK),
        undone(
            "somebody deletes a row and its respondent edits the answer", BEFORE_THE_WRITE, 827));
  }

  @Test
  void anInstructionTypedWhileOurCellsStandBesideOthersIsObeyedForNobody() {
    withstands(
        operation("somebody sorts the instructions only", AFTER_THE_WRITE),
        operation("somebody sorts our columns only", AFTER_THE_WRITE),
        operation("somebody instructs « Pause »", BETWEEN_CYCLES));
    withstands(
        operation("somebody copies an instruction to another row", AFTER_THE_WRITE),
        operation("somebody sorts the instructions only", AFTER_THE_WRITE),
        operation("somebody instructs « Pause »", BETWEEN_CYCLES));
  }

  @Test
  void clearedInstructionsThatComeBackAreAsIfTypedAnew() {
    withstands(
        operation("somebody sorts the instructions only", BETWEEN_CYCLES),
        undone("somebody clears all instructions", BETWEEN_CYCLES, 652));
  }

  @Test
  void anAnswerWhoseNameWasMergedAwayIsNoAnswer() {
    withstands(
        operation("somebody drags the status to the far left", BEFORE_THE_WRITE),
        operation("somebody merges our cells of a row", BEFORE_THE_SECOND_LOOK));
  }

  @Test
  void anInstructionIsKeptWhenASortOfTheAnswersUnderTheWriteAndAnUndoFollow() {
    withstands(
        operation("somebody instructs « Orienté ailleurs »", BEFORE_THE_SECOND_LOOK),
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE),
        undone("somebody instructs « pause, Prioritaire »", BEFORE_THE_SECOND_LOOK, 355));
  }

  @Test
  void aClearedInstructionIsNotTakenForMovedByAnEarlierSort() {
    withstands(
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE, 845),
        undone("somebody instructs « Pause »", AFTER_THE_WRITE, 908));
  }

  @Test
  void anInstructionThatWasTypedAndMovedBetweenTwoLooksIsNobodysForCertain() {
    withstands(
        operation("somebody copies an instruction to another row", AFTER_THE_WRITE),
        operation("somebody sorts our columns only", BETWEEN_CYCLES));
  }

  @Test
  void theAddressesStayWithTheAnswersThatAreSortedAlone() {
    withstands(
        answer(),
        operation("somebody drags the form's e-mail column right of ours", BEFORE_THE_SECOND_LOOK),
        answer(),
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE, 721),
        operation("somebody types a row by hand below", BEFORE_THE_SECOND_LOOK, 150));
  }

  @Test
  void whatWasMovedIsKnownAgainWhereChecksWereWrittenAmiss() {
    withstands(
        operation("somebody sorts our columns only", BEFORE_THE_WRITE),
        new Step(What.SEND, "", BETWEEN_CYCLES, 991),
        operation("somebody types a row by hand amid", BEFORE_THE_WRITE, 342));
  }

  @Test
  void anInstructionBesideAnotherReferenceCountsWhereTheCheckIsTheRowsOwn() {
    withstands(
        operation("somebody fills one reference down", AFTER_THE_WRITE),
        operation("somebody instructs « pause, Prioritaire »", BETWEEN_CYCLES));
  }

  @Test
  void aStrayIsNobodysEitherWhereItsRowIsCopied() {
    withstands(
        answer(),
        answer(),
        operation("somebody sorts the instructions only", BEFORE_THE_WRITE, 871),
        operation("somebody copies a row between two others", BEFORE_THE_SECOND_LOOK, 741));
  }

  @Test
  void aTypedWordWhoseOwnCellIsMergedStaysWhereItStands() {
    withstands(
        operation("somebody merges our cells of three rows", BEFORE_THE_WRITE, 510),
        operation("somebody sorts the form's columns only", AFTER_THE_WRITE, 175));
  }

  @Test
  void anInstructionBesideANewcomersAnswerCountsForWhomItWasTyped() {
    withstands(
        operation("somebody sorts by the instruction", BEFORE_THE_WRITE, 48),
        answer(),
        operation("somebody sorts the form's columns only", BETWEEN_CYCLES, 330));
  }

  @Test
  void anInstructionStandsWhereAnEditedAnswerWasWrittenBesideIt() {
    withstands(
        operation("somebody pastes the values of the whole sheet over it", BETWEEN_CYCLES, 846),
        operation("somebody instructs « Withdraw »", BEFORE_THE_WRITE, 635),
        operation("somebody clears a row", AFTER_THE_WRITE, 965),
        answer(),
        operation("somebody copies an instruction to another row", BETWEEN_CYCLES, 586),
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE, 279),
        operation("somebody sorts the instructions only", BETWEEN_CYCLES, 829),
        answer(),
        edit(394));
  }

  @Test
  void anInstructionOfSomebodyOverWhomTheFormWroteIsNotTheEditedAnswers() {
    withstands(
        answer(),
        answer(),
        operation(
            "somebody swaps the last row and one in which a word was typed", BETWEEN_CYCLES, 281),
        operation("somebody sorts by the explanation", BETWEEN_CYCLES, 531),
        edit(275),
        answer(),
        operation("somebody instructs « pause, Prioritaire »", BEFORE_THE_SECOND_LOOK, 190),
        answer(),
        undone(
            "somebody deletes a row and its respondent edits the answer", BEFORE_THE_WRITE, 261));
  }

  @Test
  void aLetterWhoseOutcomeWasNotedBeforeItWasSentIsSentWhenTheOutcomeIsGone() {
    withstands(
        operation("somebody notes an outcome", BETWEEN_CYCLES, 453),
        new Step(What.SEND, "", BETWEEN_CYCLES, 707),
        operation("somebody deletes a row of the ledger", BEFORE_THE_WRITE, 604));
  }

  @Test
  void aStrayThatIsNobodysAnyMoreIsNotTypedWhereItIsMovedOn() {
    withstands(
        operation("somebody instructs « pause, Prioritaire »", BEFORE_THE_WRITE, 710),
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE, 864),
        operation("somebody instructs «   PAUSE  »", BEFORE_THE_WRITE, 712),
        operation("somebody sorts the instructions only", AFTER_THE_WRITE, 362));
  }

  @Test
  void aCorrectedPlaceStaysWithAnAnswerThatIsEditedBesideOthersCells() {
    withstands(
        answer(),
        answer(),
        operation("somebody deletes a row", AFTER_THE_WRITE, 33),
        undone("somebody sorts the form's columns only", BEFORE_THE_WRITE, 454),
        edit(955));
  }

  @Test
  void aTypedWordIsKnownAgainWhenItsPersonsAnswerIsEdited() {
    withstands(
        answer(),
        answer(),
        operation("somebody sorts our columns only", AFTER_THE_WRITE, 596),
        answer(),
        answer(),
        edit(925));
  }

  @Test
  void aStatusThatTheRowOfSomebodyElseBroughtAlongIsNotPutBack() {
    withstands(
        answer(),
        answer(),
        operation(
            "somebody swaps the last row and one in which a word was typed", BETWEEN_CYCLES, 281),
        operation("somebody sorts by the explanation", BETWEEN_CYCLES, 531),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 421),
        edit(275),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE, 854),
        answer(),
        undone("somebody clears all of our columns", AFTER_THE_WRITE, 323),
        operation("somebody instructs « pause, Prioritaire »", BEFORE_THE_SECOND_LOOK, 190),
        operation("somebody hides the ledger", BEFORE_THE_SECOND_LOOK, 112),
        answer(),
        undone(
            "somebody deletes a row and its respondent edits the answer", BEFORE_THE_WRITE, 261));
  }

  @Test
  void aStrayIsKnownStillWhenTheContactBesideItIsCorrected() {
    withstands(
        operation("somebody sorts by the instruction", BEFORE_THE_WRITE, 451),
        operation("somebody instructs « Pause »", BEFORE_THE_SECOND_LOOK, 824),
        operation(
            "somebody deletes a row and its respondent edits the answer", BETWEEN_CYCLES, 978),
        operation("somebody corrects an e-mail address", BETWEEN_CYCLES, 77));
  }

  @Test
  void whatIsHitIsPutBackWhereTwoOfOurColumnsAreTitledAlike() {
    withstands(
        undone("somebody swaps the headers of the status and the place", BETWEEN_CYCLES, 215),
        answer(),
        operation("somebody adds a question to the form", BEFORE_THE_WRITE, 209));
  }

  @Test
  void aTypedWordThatWasHitIsPutBackAlsoWhereTheNextLookShowsNoAnswers() {
    try (World world = World.settled(ROADS::direct)) {
      Oracle oracle = new Oracle(world);
      Hands hands = new Hands(world, new SplittableRandom(7));
      world.letters.send(0);
      world.cycle(
          BEFORE_THE_WRITE,
          () -> Operations.named("somebody sorts by the time, the latest first").happen(hands));
      Operations.named("somebody clears all answers, and undoes it later").happen(hands);
      world.cycle();
      hands.undo();

      assertThat(world.settles()).isTrue();
      world.untouched.settleDebts(world.look());
      assertThat(oracle.harm()).isEmpty();
      assertThat(oracle.unsettled()).isEmpty();
    }
  }

  private static Step operation(String name, Moment moment) {
    return operation(name, moment, 7);
  }

  private static Step operation(String name, Moment moment, long seed) {
    return new Step(What.OPERATION, name, moment, seed);
  }

  @Test
  void whatStandsAstrayBesideOneOfTwoEqualAnswersIsNotObeyedOnceThatOneIsEdited() {
    withstands(
        answer(),
        operation("somebody copies a row between two others", BEFORE_THE_WRITE, 196),
        answer(),
        operation("somebody instructs « Exclu »", AFTER_THE_WRITE, 865),
        operation("somebody sorts our columns only", AFTER_THE_WRITE, 596),
        answer(),
        operation(
            "somebody deletes the row of somebody who was introduced", BEFORE_THE_SECOND_LOOK, 507),
        answer(),
        edit(925));
  }

  @Test
  void ourOwnWordThatComesBackWithAnUndoneMergeIsNotTakenForTyped() {
    withstands(
        new Step(What.SEND, "", BETWEEN_CYCLES, 203),
        operation("somebody makes a filter view", BEFORE_THE_WRITE, 884),
        undone("somebody merges our cells of three rows", BEFORE_THE_SECOND_LOOK, 46),
        operation("somebody answers a second time", BETWEEN_CYCLES, 439));
  }

  @Test
  void anEarlierWordOfOursThatAnUndoneStepBringsBackIsNotTakenForTyped() {
    withstands(
        answer(),
        edit(818),
        answer(),
        operation("somebody deletes a row", BETWEEN_CYCLES, 743),
        answer(),
        undone("somebody pastes a page of text over our words", BEFORE_THE_WRITE, 116));
  }

  @Test
  void anEarlierWordOfOursThatAnUndoneSortBringsBesideSomebodyElseIsNotTakenForTyped() {
    withstands(
        undone("somebody writes the sheet's numbers in another language", BETWEEN_CYCLES, 772),
        undone("somebody sorts our columns only", BEFORE_THE_WRITE, 107));
  }

  @Test
  void anOutcomeThatIsNotedInOneOfTwoRowsOfAnIntroductionCounts() {
    withstands(
        operation("somebody deletes a row of the ledger", BEFORE_THE_WRITE, 372),
        undone("somebody deletes a row of the ledger", BETWEEN_CYCLES, 98),
        operation("somebody deletes the row of somebody who was introduced", BEFORE_THE_WRITE, 850),
        operation("somebody notes an outcome", BETWEEN_CYCLES, 192));
  }

  @Test
  void aNoteInARowOfNobodysThatIsHitIsPutBack() {
    withstands(
        answer(),
        operation("somebody cuts three rows and pastes them below", AFTER_THE_WRITE, 648),
        operation("somebody pastes a page of text over our words", BEFORE_THE_SECOND_LOOK, 997),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 360),
        operation("somebody sorts by the time, the latest first", BEFORE_THE_WRITE, 682));
  }

  @Test
  void aWordTypedInTheLedgerThatIsHitSinceRowsMovedIsPutBack() {
    withstands(
        edit(178),
        operation("somebody drags three rows down", BEFORE_THE_WRITE, 755),
        operation("somebody pastes the values of the whole sheet over it", BEFORE_THE_WRITE, 925),
        operation("somebody sorts the form's columns only", BETWEEN_CYCLES, 54),
        edit(741),
        operation("somebody deletes all rows of the ledger", BEFORE_THE_WRITE, 860),
        operation("somebody types over a state of the ledger", BEFORE_THE_WRITE, 132),
        new Step(What.TIME, "", BETWEEN_CYCLES, 0),
        operation("somebody pins two who wait", AFTER_THE_WRITE, 456),
        edit(624),
        new Step(What.SEND, "", BETWEEN_CYCLES, 645),
        operation("somebody inserts a row into the ledger", BEFORE_THE_WRITE, 777));
  }

  @Test
  void aTypedWordThatWasTakenBackIsNotPutBack() {
    withstands(
        answer(),
        answer(),
        answer(),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 517),
        undone("somebody pastes a page of text over our words", AFTER_THE_WRITE, 637));
  }

  @Test
  void aWordTypedBesideOneOfTwoEqualAnswersStaysInItsRow() {
    withstands(
        answer(),
        operation("somebody copies a row between two others", AFTER_THE_WRITE, 506),
        operation("somebody types an explanation", AFTER_THE_WRITE, 467),
        operation("somebody copies the tab of the answers", BEFORE_THE_WRITE, 558),
        operation("somebody cuts three rows and pastes them below", BETWEEN_CYCLES, 933));
  }

  @Test
  void whoseReferenceIsMergedAwayIsStillThemselvesOnceTheirContactIsCorrected() {
    withstands(
        operation("somebody merges the references of three rows", AFTER_THE_WRITE, 155),
        operation("somebody types an error over a telephone number", BEFORE_THE_SECOND_LOOK, 546),
        operation("somebody corrects an e-mail address", BETWEEN_CYCLES, 494));
  }

  @Test
  void anInstructionOfSomebodyWhoIsGoneStaysNobodysWhereverItIsSorted() {
    withstands(
        undone(
            "somebody swaps the last row and one with an instruction", BEFORE_THE_SECOND_LOOK, 370),
        answer(),
        answer(),
        answer(),
        operation("somebody sorts the form's columns only", BEFORE_THE_WRITE, 722),
        operation(
            "somebody deletes a row and its respondent edits the answer", BEFORE_THE_WRITE, 88),
        operation("somebody sorts the instructions only", BETWEEN_CYCLES, 496));
  }

  @Test
  void whatIsTypedOverWordsThatMovedStaysWhereItIs() {
    withstands(
        answer(),
        operation("somebody pastes a page of text over our words", BETWEEN_CYCLES, 296),
        operation("somebody copies a row between two others", BETWEEN_CYCLES, 142),
        operation("somebody pastes a page of text over our words", BEFORE_THE_SECOND_LOOK, 440));
  }

  @Test
  void aTypedWordWhosePersonsCellIsMergedAwayStaysWhereItIs() {
    withstands(
        answer(),
        operation("somebody merges our cells of three rows", BETWEEN_CYCLES, 685),
        operation("somebody types a status that means nothing", BEFORE_THE_WRITE, 976),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 199),
        operation("somebody sorts the form's columns only", BETWEEN_CYCLES, 551));
  }

  @Test
  void aTypedWordIsPutBackAlsoWhereWhatCameOverItWasOurLastWordThere() {
    withstands(
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 842),
        undone("somebody sorts our columns only", BEFORE_THE_WRITE, 186));
  }

  @Test
  void aTypedWordGoesBackToItsPersonAlsoOnceReferencesAndChecksAreCleared() {
    withstands(
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 980),
        operation("somebody clears the references and the checks", BETWEEN_CYCLES, 174));
  }

  @Test
  void aTypedWordThatWaitedForARoomIsStillItsPersonsOnceTheSortIsUndone() {
    withstands(
        operation("somebody merges our cells of three rows", BETWEEN_CYCLES, 227),
        operation("somebody cuts three rows and pastes them below", BETWEEN_CYCLES, 722),
        undone("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 520));
  }

  @Test
  void ofTwoEqualAnswersTheOneThatWasHitGetsBackWhatWasTyped() {
    withstands(
        operation("somebody copies a row between two others", BETWEEN_CYCLES, 583),
        undone("somebody types a place that is understood", AFTER_THE_WRITE, 850),
        operation(
            "somebody deletes the row of somebody who was introduced", BEFORE_THE_WRITE, 714));
  }

  @Test
  void aTypedWordThatASortBroughtBesideNobodyIsNotDoubled() {
    withstands(
        answer(),
        new Step(What.DISCARD, "", BETWEEN_CYCLES, 297),
        answer(),
        new Step(What.TIME, "", BETWEEN_CYCLES, 0),
        new Step(What.TIME, "", BETWEEN_CYCLES, 0),
        answer(),
        operation("somebody sorts and sorts back", BEFORE_THE_SECOND_LOOK, 510),
        undone("somebody copies a row over another and undoes it", AFTER_THE_WRITE, 230),
        operation("somebody clears a row", AFTER_THE_WRITE, 439),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 794),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE, 818),
        undone("somebody sorts the form's columns only", BEFORE_THE_WRITE, 372));
  }

  @Test
  void aTypedWordIsFoundBesideNobodyAlsoWhereRowsWereSortedSinceTheFirstLook() {
    withstands(
        undone("somebody swaps two rows by way of an empty one", BETWEEN_CYCLES, 345),
        answer(),
        operation("somebody types a row by hand below", AFTER_THE_WRITE, 597),
        undone("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 402),
        operation("somebody sorts by the name", BEFORE_THE_SECOND_LOOK, 62));
  }

  @Test
  void typedWordsThatWereSortedUnderTheWriteGoBackOneForTheOther() {
    withstands(
        operation("somebody pastes a page of text over our words", BETWEEN_CYCLES, 791),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 875),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE, 551));
  }

  @Test
  void anInstructionTypedAfterAnotherHasGoneBackToItsPersonIsObeyed() {
    withstands(
        undone("somebody sorts the instructions only", AFTER_THE_WRITE, 229),
        operation("somebody instructs « Pause »", BETWEEN_CYCLES, 379));
  }

  @Test
  void aTypedWordThatWasHitOnItsWayHomeIsNotPutBackWhereItCameFrom() {
    withstands(
        undone("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 125),
        undone("somebody drags three rows down", BEFORE_THE_WRITE, 981));
  }

  @Test
  void aTypedWordIsFoundBesideNobodyAlsoWhereReferencesAndChecksWereCleared() {
    withstands(
        operation("somebody sorts by the explanation", BEFORE_THE_WRITE, 360),
        operation("somebody inserts three rows amid", BETWEEN_CYCLES, 392),
        operation("somebody clears the references and the checks", BEFORE_THE_SECOND_LOOK, 539),
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 54));
  }

  @Test
  void aTypedWordThatASortLeftBareIsPutBack() {
    withstands(
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 589),
        undone(
            "somebody swaps the last row and one in which a word was typed", BEFORE_THE_WRITE, 9),
        operation("somebody instructs « Retirer »", BETWEEN_CYCLES, 333),
        undone("somebody clears all instructions", BEFORE_THE_WRITE, 300),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE, 677));
  }

  @Test
  void anInstructionThatIsCutFromAmongMovedOnesIsStillAskedForItsPerson() {
    withstands(
        answer(),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 811),
        answer(),
        operation("somebody copies an instruction to another row", BETWEEN_CYCLES, 147),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 906),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 343),
        operation("somebody sorts the form's columns only", BETWEEN_CYCLES, 579),
        operation(
            "somebody cuts an instruction and pastes it into another row", BETWEEN_CYCLES, 180));
  }

  @Test
  void aTypedWordOfTwoEqualAnswersIsFoundBesideNobody() {
    withstands(
        answer(),
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 750),
        operation("somebody cuts three rows and pastes them below", BEFORE_THE_WRITE, 10),
        operation("somebody copies a row below", BEFORE_THE_WRITE, 645),
        operation("somebody sorts the form's columns only", BETWEEN_CYCLES, 576));
  }

  @Test
  void aPlaceTypedBesideAnAnswerThatCameToStandAmongOthersWordsMayBeEithers() {
    withstands(
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 510),
        operation("another program sorts by the telephone number", BETWEEN_CYCLES, 656),
        operation(
            "somebody pastes the values of the whole sheet over it", BEFORE_THE_SECOND_LOOK, 42),
        answer(),
        operation("somebody types an explanation", BEFORE_THE_WRITE, 810),
        edit(521),
        operation("somebody types a place that is understood", BEFORE_THE_WRITE, 642));
  }

  @Test
  void
      wordsThatAnUndoneStepLeftBesideNobodyWithoutACheckAreNotTakenForTypedBesideWhoeverComesThere() {
    withstands(
        operation("somebody types a row by hand below", BEFORE_THE_WRITE, 7),
        answer(),
        undone("somebody types a row by hand amid", BETWEEN_CYCLES, 231),
        undone("somebody pastes a page of text over our words", BEFORE_THE_SECOND_LOOK, 181),
        new Step(What.TIME, "", BETWEEN_CYCLES, 0),
        operation("somebody sorts the form's columns only", AFTER_THE_WRITE, 628));
  }

  /** A newcomer's. */
  private static Step answer() {
    return new Step(What.ANSWER, "", BETWEEN_CYCLES, 0);
  }

  private static Step edit(long seed) {
    return new Step(What.EDIT, "", BETWEEN_CYCLES, seed);
  }

  private static Step undone(String name, Moment moment, long seed) {
    return new Step(What.OPERATION_UNDONE, name, moment, seed);
  }

  @Test
  void aPlaceCorrectedForSomebodyWhoseRowWentBeforeTheSortWasSeenIsTheirsWhenItComesBack() {
    withstands(
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 865),
        answer(),
        undone("somebody deletes a row", BETWEEN_CYCLES, 556));
  }

  @Test
  void anInstructionThatWasCopiedFromWhereItStoodAstrayAndThenTypedOverIsNoLongerItsPersons() {
    withstands(
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 406),
        operation("somebody sorts by the address", BEFORE_THE_SECOND_LOOK, 745),
        operation("somebody sorts our columns only", BEFORE_THE_WRITE, 665),
        operation("somebody sorts by the time, the latest first", AFTER_THE_WRITE, 235),
        operation("somebody copies an instruction to another row", BEFORE_THE_SECOND_LOOK, 365),
        operation("somebody copies a row between two others", BETWEEN_CYCLES, 407),
        operation("somebody instructs « pause, Prioritaire »", BETWEEN_CYCLES, 736));
  }

  @Test
  void anUndoneStepMayBringAMergeBackOverATypedWord() {
    withstands(
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 865),
        operation("somebody merges our cells of three rows", BETWEEN_CYCLES, 107),
        answer(),
        undone("somebody deletes a row", BETWEEN_CYCLES, 556));
  }

  @Test
  void anUndoneStepMayBringSomebodysAnswerBackOverAnothersWhoseOfferStays() {
    withstands(
        answer(),
        answer(),
        edit(104),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 453),
        operation("somebody sorts by the address", BETWEEN_CYCLES, 711),
        operation("somebody instructs « Retirer »", BETWEEN_CYCLES, 320),
        answer(),
        operation("somebody sorts by the instruction", BETWEEN_CYCLES, 967),
        operation("somebody clears a row", BETWEEN_CYCLES, 228),
        operation("another program sorts by the telephone number", BEFORE_THE_WRITE, 416),
        undone("somebody deletes a row and undoes it", BETWEEN_CYCLES, 233));
  }

  @Test
  void notesInTwoLooseRowsOfWhichOneIsEmptyGoBackWhereTheyWere() {
    withstands(
        answer(),
        answer(),
        operation("somebody sorts by the time, the latest first", BETWEEN_CYCLES, 454),
        operation("somebody cuts three rows and pastes them below", BEFORE_THE_WRITE, 376),
        answer(),
        operation("somebody pastes a page of text over our words", BEFORE_THE_WRITE, 830),
        answer(),
        operation("somebody clears a row", BEFORE_THE_WRITE, 633),
        new Step(What.SEND, "", BETWEEN_CYCLES, 895),
        operation("somebody sorts by the name", BEFORE_THE_WRITE, 500));
  }

  @Test
  void anInstructionThatAnUndoneStepBroughtBackBesideAnotherAnswerStaysItsPersons() {
    withstands(
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 678),
        operation("somebody sorts by the name", BETWEEN_CYCLES, 956),
        operation("somebody sorts our columns only", BETWEEN_CYCLES, 946),
        undone("somebody clears all of our columns", BEFORE_THE_WRITE, 527));
  }

  @Test
  void anInstructionThatASortBroughtFromOneOfSomebodysAnswersToAnotherIsTheirsWhereItStands() {
    withstands(
        new Step(What.DISCARD, "", BETWEEN_CYCLES, 101),
        new Step(What.SEND, "", BETWEEN_CYCLES, 796),
        undone("somebody inserts a column between ours", BETWEEN_CYCLES, 50),
        operation("somebody sorts by the status", BETWEEN_CYCLES, 346),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 497),
        answer(),
        operation("somebody pastes a page of text over our words", BETWEEN_CYCLES, 926),
        operation("somebody sorts our columns only", BETWEEN_CYCLES, 457),
        answer(),
        operation("somebody types a row by hand amid", BETWEEN_CYCLES, 827),
        operation(
            "somebody pastes the values of the whole sheet over it", BEFORE_THE_SECOND_LOOK, 137),
        edit(286));
  }

  @Test
  void aTypedWordWhosePlaceIsTakenByNobodysStaysWhereItCameToAlsoWhenItsPersonAnswersAnew() {
    withstands(
        operation(
            "somebody sorts by the needs and then by the e-mail address", BETWEEN_CYCLES, 782),
        operation("somebody inserts a row above all", BETWEEN_CYCLES, 719),
        operation("somebody inserts a row above the header", BETWEEN_CYCLES, 977),
        operation("somebody pastes a page of text over our words", AFTER_THE_WRITE, 643),
        operation("somebody sorts by the name", BETWEEN_CYCLES, 979),
        operation("somebody sorts our columns only", BETWEEN_CYCLES, 270),
        operation(
            "somebody deletes a row and its respondent edits the answer", BETWEEN_CYCLES, 769));
  }

  @Test
  void anInstructionThatStandsAstrayIsNotTakenForTheOneThatWasClearedBeforeACheckWasWritten() {
    withstands(
        operation("another program sorts by the telephone number", BETWEEN_CYCLES, 881),
        operation("somebody sorts the instructions only", BETWEEN_CYCLES, 395),
        undone("somebody instructs « Pause »", BEFORE_THE_WRITE, 135),
        operation("somebody renames the status", BEFORE_THE_SECOND_LOOK, 41));
  }

  @Test
  void aBarOutlivesTheColumnInWhichItWasAskedFor() {
    withstands(
        operation("somebody instructs « Exclu »", BEFORE_THE_SECOND_LOOK, 792),
        edit(337),
        operation("somebody deletes all of our columns", BETWEEN_CYCLES, 23),
        operation("somebody instructs « Orienté ailleurs »", BETWEEN_CYCLES, 7));
  }

  @Test
  void whatIsCarriedOverGoesToWhomItWasTypedForThoughASortHadMovedIt() {
    withstands(
        operation("somebody sorts the instructions only", BETWEEN_CYCLES, 512),
        operation(
            "somebody links the form anew under another title of a question",
            BEFORE_THE_WRITE,
            387));
  }

  @Test
  void aFormThatIsLinkedAnewAfterItsNewestAnswerWasDeletedIsFollowed() {
    List<Step> steps =
        List.of(
            operation("somebody answers a second time", BETWEEN_CYCLES, 721),
            operation("a respondent takes an answer back", BETWEEN_CYCLES, 770),
            operation("somebody links the form anew and renames both tabs", BETWEEN_CYCLES, 425));

    assertThat(new History(steps).wrong(WITH_FORM::direct)).isEmpty();
    assertThat(new History(steps).wrong(ROADS::direct)).isEmpty(); // once somebody answers
  }

  @Test
  void ourOwnWordIsNotTakenForTypedWhereAnUndoneMergeHadTakenAnAddressAlong() {
    withstands(
        operation("somebody drags the form's e-mail column right of ours", BETWEEN_CYCLES, 204),
        operation("somebody deletes the row of somebody who was introduced", BEFORE_THE_WRITE, 273),
        operation(
            "somebody writes the sheet's numbers in another language", BEFORE_THE_SECOND_LOOK, 46),
        operation("somebody hides the ledger", BETWEEN_CYCLES, 515),
        operation("somebody deletes the header of the reference", BETWEEN_CYCLES, 729),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 81),
        operation("somebody deletes the header of the check", BETWEEN_CYCLES, 977),
        new Step(What.ANSWER_AGAIN, "", BETWEEN_CYCLES, 393),
        undone("somebody hides a row", BETWEEN_CYCLES, 96),
        undone("somebody corrects an e-mail address", BETWEEN_CYCLES, 88),
        operation("somebody inserts a column amid the form's", BETWEEN_CYCLES, 192),
        operation("somebody drags the reference to the far right", AFTER_THE_WRITE, 714),
        operation("somebody writes the sheet's numbers in another language", AFTER_THE_WRITE, 816),
        answer(),
        operation("somebody renames the ledger", BETWEEN_CYCLES, 280),
        undone("somebody merges our cells of a row", BETWEEN_CYCLES, 279),
        edit(456));
  }

  @Test
  void aCopyOfTheNewTabThatIsMadeBeforeItsRowsAreWrittenIsLeftAlone() {
    withstands(
        operation(
            "somebody links the form anew under another title of a question", AFTER_THE_WRITE, 697),
        operation("somebody copies the tab of the answers", BEFORE_THE_WRITE, 969));
  }

  @Test
  void whatWasClearedInTheFormerTabDoesNotComeBackFromACopyOfIt() {
    withstands(
        operation("somebody deletes three rows", BETWEEN_CYCLES, 212),
        operation("somebody copies the tab of the answers", BETWEEN_CYCLES, 329),
        undone("somebody types a row by hand far below", BETWEEN_CYCLES, 575),
        operation("somebody clears all of our columns", BETWEEN_CYCLES, 381),
        operation(
            "somebody links the form anew under another title of a question", BETWEEN_CYCLES, 781));
  }

  private static void withstands(Step... steps) {
    assertThat(new History(List.of(steps)).wrong(ROADS::direct)).isEmpty();
  }

  @Test
  void whoIsBarredInARowToWhichAnotherColumnsWordWasMovedIsBarred() {
    withstands(
        new Step(What.SEND, "", BETWEEN_CYCLES, 448),
        answer(),
        operation("somebody sorts the form's columns only", BEFORE_THE_SECOND_LOOK, 754),
        operation("somebody instructs « Exclu »", BEFORE_THE_SECOND_LOOK, 140));
  }

  @Test
  void whatABarEndedTakesNoPlaceOnceItIsLifted() {
    withstands(
        answer(),
        new Step(What.SEND, "", BETWEEN_CYCLES, 76),
        operation("somebody instructs « Exclu »", BETWEEN_CYCLES, 574),
        answer(),
        answer(),
        answer(),
        answer(),
        answer(),
        operation("somebody clears all of our columns", BETWEEN_CYCLES, 705),
        answer(),
        answer(),
        answer(),
        answer(),
        answer());
  }
}
