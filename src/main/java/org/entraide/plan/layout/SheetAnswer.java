package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.profile.SharedFingerprints;
import org.entraide.table.Row;

/**
 * A row of the response tab that is somebody's answer, as the sheet alone shows it.
 *
 * @param row as read
 */
public record SheetAnswer(Row row, Profile profile) {

  /**
   * Finds the answers among some rows.
   *
   * @param rows from the first, the header among them
   */
  public static List<SheetAnswer> read(List<Row> rows, ProfileReader reader) {
    List<SheetAnswer> answers = new ArrayList<>();
    for (Row row : rows) {
      if (row.index() > 0) {
        reader.read(row).ifPresent(profile -> answers.add(new SheetAnswer(row, profile)));
      }
    }
    return answers;
  }

  /** What identifies the contents of all answers of a tab. */
  public static RowIdentity rowIdentity(
      List<SheetAnswer> answers,
      SheetLayout layout,
      String salt,
      Map<String, String> refByKnownHash,
      ErasedPeople erased) {
    List<SharedFingerprints.Answer> shared =
        answers.stream()
            .map(
                answer ->
                    new SharedFingerprints.Answer(
                        answer.profile(),
                        RowFingerprint.of(salt, answer.profile()),
                        ResponseRow.text(answer.row(), layout, PersonColumn.REF),
                        RowCheck.fingerprints(
                            ResponseRow.text(answer.row(), layout, PersonColumn.CHECK))))
            .toList();
    Set<String> apart = SharedFingerprints.apart(shared, salt, refByKnownHash, erased);
    return new RowIdentity(salt, erased, apart);
  }
}
