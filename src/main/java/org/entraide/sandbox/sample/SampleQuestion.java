package org.entraide.sandbox.sample;

import java.util.List;

/**
 * A question of the sample form.
 *
 * @param title as people read it, unique in the form
 * @param choices the options in order; empty for questions answered in free text
 */
public record SampleQuestion(String title, Kind kind, List<String> choices, boolean required) {

  /** How it is answered, as Google Forms distinguishes it. */
  public enum Kind {
    TEXT,
    PARAGRAPH,
    /** One of the choices. */
    RADIO,
    /** Any number of the choices. */
    CHECKBOXES
  }

  public SampleQuestion {
    choices = List.copyOf(choices);
  }

  static SampleQuestion text(String title, boolean required) {
    return new SampleQuestion(title, Kind.TEXT, List.of(), required);
  }

  static SampleQuestion paragraph(String title) {
    return new SampleQuestion(title, Kind.PARAGRAPH, List.of(), false);
  }

  static SampleQuestion radio(String title, List<String> choices) {
    return new SampleQuestion(title, Kind.RADIO, choices, false);
  }

  static SampleQuestion checkboxes(String title, List<String> choices) {
    return new SampleQuestion(title, Kind.CHECKBOXES, choices, false);
  }
}
