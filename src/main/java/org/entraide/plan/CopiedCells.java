package org.entraide.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came into one of the daemon's columns with a row that people copied, check and all, and
 * typed over.
 */
record CopiedCells(Hands hands, Standing standing, PersonColumn column) {

  /** Whether that came with a copied row whose original still shows it, typed or ours. */
  boolean came(ResponseRow row, int position, String hash) {
    return row
        .check()
        .filter(check -> row.ownCheck().isEmpty())
        .filter(check -> check.knows(position) && Set.of("", hash).contains(check.hash(position)))
        .flatMap(RowCheck::fingerprint)
        .stream()
        .flatMap(contents -> originals(contents))
        .anyMatch(original -> hands.shownHash(original, column).equals(hash));
  }

  /**
   * Whether that came with a row that was copied after it was typed there, although the check that
   * was copied along does not tell it yet.
   */
  boolean cameUnchecked(ResponseRow row, String hash) {
    return !standing.past().saw(row)
        && row.checked().stream()
            .flatMap(contents -> originals(contents))
            .filter(standing.past().lastLook()::isAhead)
            .anyMatch(original -> hash.equals(standing.past().remembered(original, column.typedMark())));
  }

  /**
   * Whether a row was copied, check and all, and shows since what neither the check tells nor the
   * original shows: somebody typed it into the copy. Where the original was edited or is gone,
   * another copy tells.
   *
   * @param copies see {@link Past#shownBesideOthers}
   */
  boolean isTypedOver(ResponseRow row, int position, Set<RowCheck> copies) {
    String hash = hands.shownHash(row, column);
    Optional<RowCheck> copied =
        row.check()
            .filter(check -> row.ownCheck().isEmpty() && check.knows(position))
            .filter(check -> !check.hash(position).equals(hash));
    return copied.flatMap(RowCheck::fingerprint).stream()
            .flatMap(contents -> originals(contents))
            .anyMatch(original -> !hands.shownHash(original, column).equals(hash))
        || copied.filter(copies::contains).isPresent();
  }

  /** The rows that have these contents, and the check that was written beside them. */
  private Stream<ResponseRow> originals(String contents) {
    return standing.past().withContents(contents).stream().filter(row -> row.ownCheck().isPresent());
  }
}
