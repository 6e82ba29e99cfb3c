package org.entraide.plan.authorship;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/**
 * What came into one of the daemon's columns with a row that people copied, check and all, and
 * typed over.
 */
record CopiedCells(CellAuthorship authorship, ResponseTabState tabState, PersonColumn column) {

  /** Before the hash of what came with another row's check, and is no copy. */
  private static final String MOVED = "~";

  /** Whether that came with a copied row whose original still shows it, typed or ours. */
  boolean came(ResponseRow row, int position, String hash) {
    return row
        .check()
        .filter(check -> row.ownCheck().isEmpty())
        .filter(check -> check.knows(position))
        .filter(c -> Set.of("", hash).contains(c.hash(position)) || cameUnchecked(row, hash))
        .flatMap(RowCheck::fingerprint)
        .stream()
        .flatMap(fingerprint -> originals(fingerprint))
        .anyMatch(original -> authorship.shownHash(original, column).equals(hash));
  }

  /**
   * Whether that came with the check of a row where it had been typed, although the check does not
   * have its hash yet.
   */
  boolean cameUnchecked(ResponseRow row, String hash) {
    return row.showsOthersCheck()
        && (wasThere(row) || !tabState.history().lastLook().stoodBeside(row))
        && row.fingerprintInCheck().stream()
            .flatMap(fingerprint -> tabState.history().answers().withContents(fingerprint).stream())
            .filter(tabState.history().lastLook()::isAhead)
            .anyMatch(
                original ->
                    hash.equals(tabState.history().remembered(original, column.typedMark())));
  }

  /**
   * Whether a row was copied, check and all, and shows a text since that neither the check nor the
   * original has: somebody typed it into the copy. Where the original was edited or is gone,
   * another copy is compared.
   *
   * @param copies see {@link AnswersByContent#shownBesideOthers}
   */
  boolean isTypedOver(ResponseRow row, int position, Set<RowCheck> copies) {
    String hash = authorship.shownHash(row, column);
    Optional<RowCheck> copied =
        row.check()
            .filter(check -> row.ownCheck().isEmpty() && check.knows(position))
            .filter(check -> !check.hash(position).equals(hash));
    return copied.flatMap(RowCheck::fingerprint).stream()
            .flatMap(fingerprint -> originals(fingerprint))
            .anyMatch(original -> !authorship.shownHash(original, column).equals(hash))
        || copied.filter(copies::contains).isPresent();
  }

  /**
   * Whether a cell still shows, beside the check of another row, what was not typed there when the
   * journal last looked.
   */
  boolean wasThere(ResponseRow row) {
    return wasCopy(row) || isRemembered(row, MOVED + authorship.shownHash(row, column));
  }

  /**
   * Whether that is a copy of what was typed in the other row, where it may be cleared or changed
   * by now.
   */
  boolean wasCopy(ResponseRow row) {
    return isRemembered(row, authorship.shownHash(row, column));
  }

  private boolean isRemembered(ResponseRow row, String shown) {
    return row.showsOthersCheck() && shown.equals(tabState.history().journalled(key(row)));
  }

  /**
   * For the next time.
   *
   * @param copy whether a cell shows what was typed in another row and is still there
   * @param typed whether it shows what was typed there
   */
  void remember(ResponseRow row, boolean copy, boolean typed) {
    String shown = authorship.shownHash(row, column);
    String movedHash = row.showsOthersCheck() && !typed && !shown.isEmpty() ? MOVED + shown : "";
    authorship.remember(key(row), copy || wasCopy(row) ? shown : movedHash);
  }

  private CellKey key(ResponseRow row) {
    return new CellKey(row.key(), column.strayMark());
  }

  /** The rows that have these contents, and the check that was written beside them. */
  private Stream<ResponseRow> originals(String fingerprint) {
    return tabState.history().answers().withContents(fingerprint).stream()
        .filter(row -> row.ownCheck().isPresent());
  }
}
