package org.entraide.plan.interpret;

import java.util.Optional;
import java.util.function.Function;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.DoubtfulClearing;
import org.entraide.plan.instruction.InstructionCell;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;

/**
 * Reads what organisers ask in single rows.
 *
 * @param gone where nobody can say whether a word was cleared
 */
record RowOrders(
    SheetVocabulary vocabulary,
    CellAuthorship authorship,
    DoubtfulClearing gone,
    PauseReader pauses) {

  /**
   * What is asked in the organisers' columns of a row, and with words typed over our own.
   *
   * @param ref whose row it is
   * @param person as {@link OrganiserInstructions#read} takes it
   * @param cells gets those that say <i>Exclu</i>
   */
  OrganiserInstructions read(
      ResponseRow row, String ref, Function<String, Optional<String>> person, BarringCells cells) {
    OrganiserInstructions instructions =
        OrganiserInstructions.read(ref, authorship.organiserTexts(row), vocabulary, pauses, person);
    Optional<String> status = authorship.typed(row, PersonColumn.STATUS);
    Optional<Status> typed = status.flatMap(vocabulary::obeyed);
    boolean instructed = authorship.organiserTexts(row).containsKey(PersonColumn.INSTRUCTION);
    cells.read(
        row.fingerprint(),
        says(
            instructions.status(),
            instructed
                ? instructions.asksNothing() || gone.isElsewhere(row)
                : gone.isInstructionInDoubt(row),
            gone.isOfOlderVersion(row, PersonColumn.INSTRUCTION)),
        says(
            typed,
            status.isPresent() ? typed.isEmpty() : gone.isStatusInDoubt(row),
            gone.isOfOlderVersion(row, PersonColumn.STATUS)));
    Optional<String> place = authorship.typed(row, PersonColumn.PLACE);
    return status
        .flatMap(text -> InstructionCell.ofStatus(ref, text, vocabulary, pauses))
        .map(pause -> typing(instructions, pause, place))
        .orElseGet(() -> instructions.typing(typed, place));
  }

  private static OrganiserInstructions typing(
      OrganiserInstructions instructions, InstructionCell status, Optional<String> place) {
    Optional<Status> paused = Optional.of(Status.PAUSED).filter(typed -> status.pause().isAsked());
    OrganiserInstructions all = instructions.typing(paused, status.pause(), place);
    for (Message remark : status.remarks()) {
      all = all.remarking(remark);
    }
    return all;
  }

  private static BarringCells.Says says(Optional<Status> status, boolean noted, boolean older) {
    if (status.equals(Optional.of(Status.BARRED))) {
      return BarringCells.Says.BARRED;
    }
    if (noted) {
      return BarringCells.Says.A_NOTE;
    }
    return older ? BarringCells.Says.WHAT_IT_SAID : BarringCells.Says.OTHERWISE;
  }
}
