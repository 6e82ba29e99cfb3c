package org.entraide.form;

import java.util.List;

/**
 * A question; a grid is one question a row.
 *
 * @param id never changes, and is never given to another question
 * @param title as the sheet's header has it, {@code Title [Row]} for a grid's row
 * @param choices what can be ticked, none for free text
 * @param several whether more than one can be ticked
 */
public record Question(String id, String title, List<String> choices, boolean several) {
  public Question {
    choices = List.copyOf(choices);
  }
}
