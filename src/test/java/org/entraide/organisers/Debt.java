package org.entraide.organisers;

import static org.entraide.organisers.LookedCells.isBack;
import static org.entraide.organisers.LookedCells.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entraide.testkit.Snapshot.Tab;

/**
 * A cell that was written although it was not the daemon's to write, because people moved it there
 * after the daemon had looked for the last time.
 *
 * @param mark of the column, where what was hit is a word that a person typed for others
 * @param others those for whom it was typed, or may have been
 */
record Debt(
    int sheetId, int row, int column, JsonNode was, String what, String mark, List<String> others) {

  boolean isPaid(Tab tab) {
    return isBack(was, tab.cell(row, column))
        || others.stream()
            .anyMatch(
                token ->
                    tab.rowsOf(token).stream()
                        .anyMatch(at -> tab.text(at, mark).equals(text(was))));
  }
}
