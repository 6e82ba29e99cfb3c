package org.entraide.form;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.people.profile.Field;

/**
 * What is remembered about a column of the response tab: its question, so that a new title in the
 * form or in the sheet does not change its meaning.
 *
 * @param question the question's id, {@link #TIME} or {@link #EMAIL}
 * @param field its field; empty for a question that is no field
 */
public record QuestionMark(String question, Optional<Field> field) {

  /** The column of times that the form adds by itself; no question has such an id. */
  public static final String TIME = "time";

  /** The column of addresses that a form adds where it collects them. */
  public static final String EMAIL = "email";

  private static final String PREFIX = "form:";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  /** The mark as a column has it. */
  public String mark() {
    return PREFIX + question + ":" + field.map(Field::key).orElse("");
  }

  /** The question that a column's mark names; empty for any other mark. */
  public static Optional<QuestionMark> parse(String mark) {
    int colon = mark.indexOf(':', PREFIX.length());
    if (!mark.startsWith(PREFIX) || colon < 0) {
      return Optional.empty();
    }
    String question = mark.substring(PREFIX.length(), colon);
    return ID.matcher(question).matches()
        ? Optional.of(new QuestionMark(question, Field.ofKey(mark.substring(colon + 1))))
        : Optional.empty();
  }
}
