package org.entraide.form.questionnaire;

import java.util.List;

/**
 * A part of a questionnaire that is to be made.
 *
 * @param title on one line
 * @param description below the title, on one line; may be empty
 */
public record QuestionnairePart(
    String title,
    String description,
    Kind kind,
    List<String> choices,
    boolean other,
    boolean required) {

  /** What it is. */
  public enum Kind {
    /** A new page, which asks nothing. */
    SECTION,
    LINE,
    PARAGRAPH,
    /** One of the choices. */
    RADIO,
    /** One of many choices. */
    DROP_DOWN,
    /** Any of the choices. */
    BOXES
  }

  public QuestionnairePart {
    choices = List.copyOf(choices);
  }

  static QuestionnairePart section(String title, String description) {
    return new QuestionnairePart(title, description, Kind.SECTION, List.of(), false, false);
  }

  static QuestionnairePart text(Kind kind, String title, String description) {
    return new QuestionnairePart(title, description, kind, List.of(), false, false);
  }

  static QuestionnairePart choice(
      Kind kind, String title, String description, List<String> choices) {
    return new QuestionnairePart(title, description, kind, choices, false, false);
  }

  /** The same, with « Autre » and room to say what. */
  QuestionnairePart withOther() {
    return new QuestionnairePart(title, description, kind, choices, true, required);
  }

  /** The same, without which the form cannot be sent. */
  QuestionnairePart asRequired() {
    return new QuestionnairePart(title, description, kind, choices, other, true);
  }

  public boolean asks() {
    return kind != Kind.SECTION;
  }
}
