package org.entraide.text;

import java.util.List;
import java.util.Locale;

/** The templates of letters, and the names that stand in them for what is told. */
public enum LetterTemplate {
  /** Introduces two people. */
  INTRODUCTION,
  /** Asks after a letter of which nothing was heard. */
  FOLLOWUP,
  /** What to mind before meeting; a part of others: {@code {{>advice}}}. */
  ADVICE;

  /** What is written in place of {@code {{name}}}; as a condition, whether there is anything. */
  public static final List<String> VALUES =
      List.of(
          "first",
          "second",
          "person",
          "helper",
          "absent",
          "phone",
          "needs",
          "km",
          "personArea",
          "helperArea",
          "controller",
          "privacy");

  /** What only decides: {@code {{#name}}…{{/name}}} if so, {@code {{^name}}…{{/name}}} if not. */
  public static final List<String> CONDITIONS =
      List.of("both", "toPerson", "toHelper", "remote", "near", "vague", "areas", "mutual");

  /** The word in names of files, such as {@code introduction}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
