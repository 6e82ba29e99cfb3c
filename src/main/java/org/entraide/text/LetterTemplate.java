package org.entraide.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The templates of letters, and the names of the values in them. */
public enum LetterTemplate {
  /** Introduces two people. */
  INTRODUCTION,
  /** Asks after a letter without an answer. */
  FOLLOWUP,
  /** Asks one person what their answer lacks. */
  QUESTION,
  /** What to mind before meeting; a part of others: {@code {{>advice}}}. */
  ADVICE;

  private static final List<String> QUESTION_VALUES =
      List.of("first", "form", "campaign", "delegate", "role", "controller", "privacy");

  private static final List<String> QUESTION_CONDITIONS =
      List.of("named", "titled", "askName", "askPlace", "askWishes", "askPhone", "askAge");

  private static final List<String> VALUES =
      List.of(
          "first",
          "second",
          "person",
          "helper",
          "absent",
          "phone",
          "opener",
          "needs",
          "km",
          "personArea",
          "helperArea",
          "emergency",
          "campaign",
          "delegate",
          "role",
          "controller",
          "privacy");

  private static final List<String> CONDITIONS =
      List.of(
          "named",
          "both",
          "shared",
          "toPerson",
          "toHelper",
          "absentNamed",
          "remote",
          "sameArea",
          "near",
          "vague",
          "areas",
          "mutual",
          "purchase",
          "keys",
          "titled");

  /**
   * Values that some letters do not have, and the sections inside of which each is there: {@code #}
   * or {@code ^} and a name. A section of the value's own name does, too.
   */
  public static final Map<String, List<String>> UNDER =
      Map.of(
          "second", List.of("#both"),
          "absent", List.of("^both", "#toPerson", "#toHelper"),
          "phone", List.of("^both", "#toPerson", "#toHelper"),
          "km", List.of("#near"),
          "personArea", List.of("#areas", "#sameArea"),
          "helperArea", List.of("#areas", "#sameArea"),
          "delegate", List.of(),
          "role", List.of(),
          "controller", List.of(),
          "privacy", List.of());

  /** What is written in place of {@code {{name}}}; as a condition, whether there is anything. */
  public List<String> placeholders() {
    return this == QUESTION ? QUESTION_VALUES : VALUES;
  }

  /** What only decides: {@code {{#name}}…{{/name}}} if so, {@code {{^name}}…{{/name}}} if not. */
  public List<String> conditions() {
    return this == QUESTION ? QUESTION_CONDITIONS : CONDITIONS;
  }

  /** The word in names of files, such as {@code introduction}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
