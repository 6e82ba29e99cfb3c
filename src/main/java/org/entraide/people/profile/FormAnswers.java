package org.entraide.people.profile;

import java.util.Map;
import java.util.Optional;
import org.entraide.table.Cell;

/**
 * What was really answered in one row, for the cells that still show what the form wrote there and
 * show it badly: a number that lost its zero, a list that is one text.
 *
 * @param texts by column, the answer as it was typed
 * @param lists by column, the ticked answers, one a line, without the commas in them
 */
public record FormAnswers(Map<Integer, String> texts, Map<Integer, String> lists) {

  /** The sheet alone is known. */
  public static final FormAnswers NOTHING = new FormAnswers(Map.of(), Map.of());

  public FormAnswers {
    texts = Map.copyOf(texts);
    lists = Map.copyOf(lists);
  }

  /** The cell to read instead of the one that is there. */
  Cell better(int column, Cell shown) {
    String text = texts.get(column);
    return text == null ? shown : Cell.text(text);
  }

  Optional<String> list(int column) {
    return Optional.ofNullable(lists.get(column));
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "FormAnswers[" + texts.size() + " texts, " + lists.size() + " lists]";
  }
}
