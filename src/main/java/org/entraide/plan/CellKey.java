package org.entraide.plan;

/**
 * A cell of the daemon's, by whom it is about and not by where it stands.
 *
 * @param reference a person's or an introduction's
 * @param column the column's mark
 */
public record CellKey(String reference, String column) {}
