package org.entraide.plan;

/**
 * A cell of the daemon's, by whom it is about and not by where it stands.
 *
 * @param reference the key of an answer's row ({@link ResponseRow#key}) or an introduction's
 *     reference
 * @param column the column's mark
 */
public record CellKey(String reference, String column) {}
