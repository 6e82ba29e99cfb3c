package org.entraide.plan.write;

import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.plan.authorship.ResponseTabState;
import org.entraide.table.Cell;
import org.entraide.table.Change;

/**
 * A cell that was written with a text, or with what was carried over from the tab before.
 *
 * @param text as {@link #shows} knows it again
 * @param carried what was carried over; empty for the daemon's own words
 */
record WrittenCell(int column, String text, Optional<Cell> carried) {

  /** None where a change writes no such thing. */
  static Stream<WrittenCell> of(Change change) {
    if (change instanceof Change.SetCell set) {
      return Stream.of(new WrittenCell(set.column(), set.text(), Optional.empty()));
    }
    return change instanceof Change.PutBack back
        ? Stream.of(
            new WrittenCell(
                back.column(),
                ResponseTabState.organiserText(back.cell()),
                Optional.of(back.cell())))
        : Stream.empty();
  }

  /** Whether a cell shows what was written; a tick has another word in each language. */
  static boolean shows(Cell cell, String text) {
    return cell.text().equals(text) || ResponseTabState.organiserText(cell).equals(text);
  }
}
