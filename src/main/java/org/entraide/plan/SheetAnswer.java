package org.entraide.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entraide.people.Fingerprint;
import org.entraide.people.Profile;
import org.entraide.people.ProfileReader;
import org.entraide.people.SharedFingerprints;
import org.entraide.table.Row;

/**
 * A row of the response tab that is somebody's answer, as the sheet alone tells it.
 *
 * @param row as read
 */
record SheetAnswer(Row row, Profile profile) {

  /**
   * Finds the answers among some rows.
   *
   * @param rows from the first, the header among them
   */
  static List<SheetAnswer> read(List<Row> rows, ProfileReader reader) {
    List<SheetAnswer> answers = new ArrayList<>();
    for (Row row : rows) {
      if (row.index() > 0) {
        reader.read(row).ifPresent(profile -> answers.add(new SheetAnswer(row, profile)));
      }
    }
    return answers;
  }

  /** By what the contents of all answers of a tab are known. */
  static Contents contents(
      List<SheetAnswer> answers, Layout layout, String salt, Interpretation.Known known) {
    List<SharedFingerprints.Answer> shared =
        answers.stream()
            .map(
                answer ->
                    new SharedFingerprints.Answer(
                        answer.profile(),
                        Fingerprint.of(salt, answer.profile()),
                        ResponseRow.text(answer.row(), layout, PersonColumn.REF),
                        RowCheck.fingerprints(
                            ResponseRow.text(answer.row(), layout, PersonColumn.CHECK))))
            .toList();
    Set<String> apart =
        SharedFingerprints.apart(shared, salt, known.refByFingerprint(), known.erased());
    return new Contents(salt, known.erased(), apart);
  }
}
