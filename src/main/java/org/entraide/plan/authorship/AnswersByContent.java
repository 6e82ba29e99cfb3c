package org.entraide.plan.authorship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/** The answers by their contents, and which of them show the check of another. */
public final class AnswersByContent {

  private final List<ResponseRow> rows;
  private final Map<String, List<ResponseRow>> byContent = new HashMap<>();
  private final Map<String, Set<String>> beside = new HashMap<>(); // contents by a check's

  public AnswersByContent(List<ResponseRow> rows) {
    this.rows = rows;
    for (ResponseRow row : rows) {
      byContent.computeIfAbsent(row.fingerprint(), f -> new ArrayList<>()).add(row);
      row.fingerprintInCheck()
          .ifPresent(
              fingerprint ->
                  beside.computeIfAbsent(fingerprint, c -> new HashSet<>()).add(row.fingerprint()));
    }
  }

  /** The rows with the same contents, itself among them. */
  List<ResponseRow> sameAs(ResponseRow row) {
    return withContents(row.fingerprint());
  }

  public List<ResponseRow> withContents(String fingerprint) {
    return byContent.getOrDefault(fingerprint, List.of());
  }

  /**
   * Whether a cell came beside this row's person with the check of another row, which shows the
   * same: a block was copied there.
   */
  boolean isCopied(ResponseRow row, Function<ResponseRow, String> shown) {
    return row.showsOthersCheck()
        && row.fingerprintInCheck().stream()
            .flatMap(fingerprint -> withContents(fingerprint).stream())
            .anyMatch(other -> shown.apply(other).equals(shown.apply(row)));
  }

  /**
   * Whether a text was copied together with the check of another row. The check has the hash of the
   * text, and the other row still shows the very same check, even if its text changed since.
   *
   * @param shown the hash of what the cell shows
   */
  boolean isCheckCopied(ResponseRow row, PersonColumn column, int position, String shown) {
    return row.ownCheck().isEmpty()
        && row.check()
            .filter(
                check ->
                    shown.equals(check.hash(position))
                        || shown.equals(check.displaced(column).stray()))
            .isPresent()
        && !wholeOriginals(row).isEmpty();
  }

  /** Rows that show the very check of this one, which names their contents. */
  List<ResponseRow> wholeOriginals(ResponseRow row) {
    return row.fingerprintInCheck().stream()
        .flatMap(fingerprint -> withContents(fingerprint).stream())
        .filter(original -> original.check().equals(row.check()))
        .toList();
  }

  /**
   * The checks of other rows that came beside a cell and have the hash of what it shows: the text
   * was moved or copied along with them.
   *
   * @param shown the hash of what the cell of a row shows
   */
  Set<RowCheck> shownBesideOthers(int position, Function<ResponseRow, String> shown) {
    Set<RowCheck> checks = new HashSet<>();
    for (ResponseRow row : rows) {
      row.check()
          .filter(check -> row.showsOthersCheck())
          .filter(check -> shown.apply(row).equals(check.hash(position)))
          .ifPresent(checks::add);
    }
    return checks;
  }

  /**
   * Whether rows of several contents have one check of contents that are gone: all but one are
   * copies.
   */
  boolean isContested(ResponseRow row) {
    return row.fingerprintInCheck()
        .filter(fingerprint -> !byContent.containsKey(fingerprint))
        .filter(fingerprint -> beside.getOrDefault(fingerprint, Set.of()).size() > 1)
        .isPresent();
  }

  /**
   * The row from which another was copied that still shows what a person had typed in the first.
   * Both have the very same check. The copy was typed over, so that the reference beside it is not
   * its person's. The original may have been edited since, which makes it the newer answer; where
   * nothing remembers it, it may be either, and what is typed counts in both.
   *
   * @param shown the hash of what the cell of a row shows
   * @param remembered whether the journal has a row
   */
  Optional<ResponseRow> originalOf(
      ResponseRow row,
      int position,
      Predicate<ResponseRow> aligned,
      Predicate<ResponseRow> remembered,
      Function<ResponseRow, String> shown) {
    boolean checkedAsEmpty =
        row.check()
            .filter(check -> check.knows(position) && check.hash(position).isEmpty())
            .isPresent();
    if (!checkedAsEmpty || aligned.test(row)) {
      return Optional.empty();
    }
    return rows.stream()
        .filter(other -> other.check().equals(row.check()) && aligned.test(other))
        .filter(other -> !isContested(row) || remembered.test(other) || !isNewer(row, other))
        .filter(other -> shown.apply(other).equals(shown.apply(row)))
        .findFirst();
  }

  private static boolean isNewer(ResponseRow row, ResponseRow other) {
    Instant one = row.profile().timestamp();
    Instant two = other.profile().timestamp();
    return one != null && two != null && one.isAfter(two);
  }

  /** The check beside a row: its own, or one of contents that are gone, as where it was edited. */
  Optional<RowCheck> checkOfNobodyElse(ResponseRow row) {
    return row.ownCheck()
        .or(
            () ->
                row.check()
                    .filter(c -> c.fingerprints().stream().noneMatch(byContent::containsKey)));
  }
}
