package org.entraide.sandbox.office.forms;

/**
 * What a question becomes in the linked sheet.
 *
 * @param header the question's title; for a row of a grid, {@code title [row]}
 */
public record FormColumn(String questionId, String header) {}
