package org.entraide.people.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References of letters. Subjects carry them in brackets. {@code M-7KQ47} is an introduction and
 * has its own code. {@code Q-7KQ47} is the first question to the person {@code 7KQ47}, and {@code
 * Q-7KQ47-2} the second.
 */
public final class LetterReference {

  private static final String INTRODUCTION = "M-";
  private static final Pattern QUESTION =
      Pattern.compile("Q-([0-9A-Z]{2,12})(?:-([1-9][0-9]{0,3}))?");
  private static final int SECOND = 2;

  private LetterReference() {}

  /** Whether it is the reference of an introduction. */
  public static boolean isIntroduction(String reference) {
    return reference.startsWith(INTRODUCTION)
        && Reference.isValid(reference.substring(INTRODUCTION.length()));
  }

  /** Whether it is the reference of a question. */
  public static boolean isQuestion(String reference) {
    Matcher parts = QUESTION.matcher(reference);
    return parts.matches()
        && Reference.isValid(parts.group(1))
        && (parts.group(2) == null || Integer.parseInt(parts.group(2)) >= SECOND);
  }

  /** Whether it is the reference of any letter. */
  public static boolean isLetter(String reference) {
    return isIntroduction(reference) || isQuestion(reference);
  }

  /**
   * The reference of a question.
   *
   * @param person the reference of who is asked
   * @param number how many questions that person had by then, with this one
   */
  public static String question(String person, int number) {
    return "Q-" + person + (number < SECOND ? "" : "-" + number);
  }

  /**
   * How many questions the person had by then, with this one.
   *
   * @throws IllegalArgumentException where this is no question's reference
   */
  public static int number(String question) {
    String number = parts(question).group(2);
    return number == null ? 1 : Integer.parseInt(number);
  }

  /**
   * The code in it: an introduction's own, or the reference of who is asked.
   *
   * @throws IllegalArgumentException where this is no letter's reference
   */
  public static String code(String reference) {
    return isIntroduction(reference)
        ? reference.substring(INTRODUCTION.length())
        : parts(reference).group(1);
  }

  private static Matcher parts(String question) {
    Matcher parts = QUESTION.matcher(question);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no reference of a letter: " + question);
    }
    return parts;
  }
}
