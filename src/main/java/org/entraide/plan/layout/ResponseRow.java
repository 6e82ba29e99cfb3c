package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.reference.Reference;
import org.entraide.table.Row;

/**
 * A row of the response tab that is somebody's answer.
 *
 * @param sheetRow as read; its index is good for the moment of reading only
 * @param key by which its cells are remembered: the fingerprint, numbered from the second row of
 *     equal content on
 * @param shownRef what the reference's cell shows
 * @param check the hidden cell, where it can be read
 */
public record ResponseRow(
    Row sheetRow,
    Profile profile,
    String fingerprint,
    String key,
    String shownRef,
    Optional<RowCheck> check) {

  /**
   * Reads the answers among some rows.
   *
   * @param rows from the first, the header among them
   */
  public static List<ResponseRow> read(
      List<Row> rows, SheetLayout layout, ProfileReader reader, RowIdentity rowIdentity) {
    return read(
        SheetAnswer.read(rows, reader), layout, reader, row -> FormAnswers.NOTHING, rowIdentity);
  }

  /**
   * Reads answers of the sheet together with what a form says of their rows. Rows are known again
   * by what the sheet alone shows: a form that is away for once must not make strangers of people.
   * Of an answer that was erased nothing is read but what identifies it.
   */
  public static List<ResponseRow> read(
      List<SheetAnswer> sheet,
      SheetLayout layout,
      ProfileReader reader,
      Function<Row, FormAnswers> formAnswers,
      RowIdentity rowIdentity) {
    List<ResponseRow> answers = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (SheetAnswer answer : sheet) {
      Row row = answer.row();
      String fingerprint = rowIdentity.fingerprint(answer.profile());
      int time = times.merge(fingerprint, 1, Integer::sum);
      Profile read =
          ErasedPeople.isHash(fingerprint)
              ? Profile.ERASED
              : withFormAnswers(row, answer.profile(), reader, formAnswers.apply(row));
      answers.add(of(row, read, fingerprint, key(fingerprint, time), layout, rowIdentity));
    }
    return answers;
  }

  private static Profile withFormAnswers(
      Row row, Profile profile, ProfileReader reader, FormAnswers answers) {
    return answers.equals(FormAnswers.NOTHING) ? profile : reader.readResponse(row, answers);
  }

  private static ResponseRow of(
      Row row,
      Profile profile,
      String fingerprint,
      String key,
      SheetLayout layout,
      RowIdentity rowIdentity) {
    return new ResponseRow(
        row,
        profile,
        fingerprint,
        key,
        rowIdentity.shown(text(row, layout, PersonColumn.REF)),
        rowIdentity.check(text(row, layout, PersonColumn.CHECK)));
  }

  /** What one of the daemon's cells shows. */
  public static String text(Row row, SheetLayout layout, PersonColumn column) {
    Integer at = layout.answerColumns().at().get(column);
    return at == null ? "" : row.cell(at).text();
  }

  /** The key of the n-th row with the same contents, from 1. */
  public static String key(String fingerprint, int time) {
    return time == 1 ? fingerprint : fingerprint + "#" + time;
  }

  /** Whether these are keys of rows with the same contents. */
  public static boolean areEqual(String key, String other) {
    return fingerprintIn(key).equals(fingerprintIn(other));
  }

  /**
   * The row of a key that a write may have hit. A sort numbers equal rows anew, so it may be any of
   * those: first one that shows the check of another row.
   */
  public static Optional<ResponseRow> hit(
      List<ResponseRow> rows, String key, Predicate<ResponseRow> mayBe) {
    return rows.stream()
        .filter(row -> areEqual(row.key(), key))
        .filter(mayBe)
        .min(
            Comparator.comparing((ResponseRow row) -> !row.showsOthersCheck())
                .thenComparing(row -> !row.key().equals(key)));
  }

  /** The fingerprint in a key, without the number. */
  public static String fingerprintIn(String key) {
    int number = key.indexOf('#');
    return number < 0 ? key : key.substring(0, number);
  }

  /** Whether a cell shows what was written with the check beside it. */
  public boolean showsOwn(PersonColumn reported, SheetLayout layout) {
    int position = PersonColumn.REPORTED.indexOf(reported);
    String shown = text(sheetRow, layout, reported);
    return check.filter(c -> c.wrote(position, shown)).isPresent();
  }

  /**
   * Whether a cell shows, beside the row's own check, the text whose hash that has, as the daemon
   * wrote it: where something was typed there since, the row was put back as it had been before.
   *
   * @param shown the hash of what the cell shows
   */
  public boolean isAsChecked(int position, String shown) {
    return !shown.isEmpty() && ownCheck().filter(c -> c.hash(position).equals(shown)).isPresent();
  }

  /** What identified the contents beside which the row's check was written. */
  public Optional<String> fingerprintInCheck() {
    return check.flatMap(RowCheck::fingerprint);
  }

  /** The check that was written beside these contents, whichever reference is there now. */
  public Optional<RowCheck> ownCheck() {
    return check.filter(c -> c.fingerprint().filter(fingerprint::equals).isPresent());
  }

  /**
   * Whose row it says it is, were its contents unknown: a reference that is covered by a merged
   * cell, or cleared, is still in the check. Where the check is another row's, neither it nor the
   * reference that was written with it says anything: they were moved or copied there, or written
   * amiss. An erased row is nobody else's, whatever came beside it.
   *
   * @param present the contents of all rows
   */
  public String saidRef(Set<String> present) {
    Optional<String> checked =
        check.flatMap(c -> c.references().stream().findFirst()).filter(Reference::isValid);
    if (profile.isErased()) {
      return ownCheck().flatMap(own -> checked).orElse("");
    }
    Optional<String> shown = Reference.parse(shownRef);
    if (check.filter(c -> isAnothers(c, present)).isPresent()) {
      return shown.equals(checked) ? "" : shown.orElse(shownRef);
    }
    return shown.or(() -> checked).orElse(shownRef);
  }

  private boolean isAnothers(RowCheck check, Set<String> present) {
    return check.fingerprints().stream().anyMatch(other -> isMoved(other, present));
  }

  private boolean isMoved(String other, Set<String> present) {
    return !other.equals(fingerprint) && present.contains(other);
  }

  /** Whether the check of other contents is there: cells were moved. */
  public boolean showsOthersCheck() {
    return check.isPresent() && ownCheck().isEmpty();
  }

  /** Whether a row was copied from another: both show the very same check. */
  public boolean isCopyOf(ResponseRow original) {
    return showsOthersCheck() && check.equals(original.check);
  }

  /** The reference that the row's own check vouches for. */
  public Optional<String> vouchedRef() {
    return ownCheck().flatMap(c -> Reference.parse(shownRef));
  }

  /** Nothing about the person. */
  @Override
  public String toString() {
    return "ResponseRow[" + sheetRow.index() + "]";
  }
}
