package org.entraide.sandbox.office.forms;

/**
 * A question of a form as its response tab knows it; each row of a grid question is a separate one,
 * titled {@code Title [GridRow]}.
 *
 * @param id never changes
 * @param title the header of its column
 */
public record AskedQuestion(String id, String title) {}
