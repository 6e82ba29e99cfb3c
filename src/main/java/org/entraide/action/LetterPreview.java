package org.entraide.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.google.gmail.ReceivedLetter;
import org.entraide.plan.letter.Letter;
import org.entraide.plan.letter.LetterCases;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.text.typed.Links;

/** Letters with fictitious people, as text. */
final class LetterPreview {

  /** In characters, without the foot. */
  static final int LONGEST = 1_200;

  private static final String FOOT = "\n--\n";

  private final LetterComposer letters;

  LetterPreview(LetterComposer letters) {
    this.letters = letters;
  }

  /**
   * One letter.
   *
   * @param number from 1
   * @return headers, what to mind and the body, as they arrive
   */
  String of(int number, LetterCases.Case one) {
    return of("=== %d. %s%n".formatted(number, one.title()), letter(one), Optional.of(one));
  }

  /**
   * One letter with a question.
   *
   * @param number from 1
   * @return headers and the body, as they arrive
   */
  String of(int number, LetterCases.QuestionCase one) {
    String title = "=== %d. %s%n".formatted(number, one.title());
    return of(title, letters.ask(one.question()), Optional.empty());
  }

  private static String of(
      String title, Optional<Letter> letter, Optional<LetterCases.Case> introduction) {
    Optional<ReceivedLetter> arrival = letter.flatMap(ReceivedLetter::of);
    StringBuilder text = new StringBuilder(title);
    if (arrival.isEmpty()) {
      return text.append("(no letter)\n").toString();
    }
    ReceivedLetter mail = arrival.get();
    text.append("From: ").append(mail.from()).append('\n');
    text.append("To: ").append(mail.to()).append('\n');
    mail.replyTo().ifPresent(to -> text.append("Reply-To: ").append(to).append('\n'));
    text.append("Subject: ").append(mail.subject()).append('\n');
    text.append("Length: ").append(length(mail.body())).append(" characters without the foot\n");
    introduction
        .map(one -> remarks(one, mail.body()))
        .orElse(List.of())
        .forEach(r -> text.append("! ").append(r).append('\n'));
    return text.append('\n').append(mail.body()).toString();
  }

  /** The letter of a case; nothing where the templates leave none. */
  Optional<Letter> letter(LetterCases.Case one) {
    Optional<Letter> introduction = letters.introduce(one.facts());
    return one.followUp()
        ? introduction.flatMap(
            sent ->
                letters.followUp(
                    one.facts(),
                    new Letter.Thread("thread", "<sent@example.org>", sent.subject(), Set.of())))
        : introduction;
  }

  /** Characters as people count them, up to the foot. */
  static int length(String body) {
    int foot = body.indexOf(FOOT);
    String text = (foot < 0 ? body : body.substring(0, foot)).strip();
    return text.codePointCount(0, text.length());
  }

  /** What an administrator may not have meant; the letter is valid all the same. */
  private static List<String> remarks(LetterCases.Case one, String body) {
    List<String> remarks = new ArrayList<>();
    int length = length(body);
    if (length > LONGEST) {
      remarks.add("longer than %,d characters".formatted(LONGEST));
    }
    LetterComposer.Facts facts = one.facts();
    if (!names(body, facts.person())) {
      remarks.add("does not name who needs help");
    }
    if (!names(body, facts.helper())) {
      remarks.add("does not name who helps");
    }
    if (!(tellsNumber(body, facts.person()) && tellsNumber(body, facts.helper()))) {
      remarks.add("does not tell the telephone number");
    }
    return remarks;
  }

  /** Whether a letter has the name, or leaves it out since it looks like a link. */
  private static boolean names(String body, LetterComposer.Party party) {
    return Links.isIn(party.firstName()) || body.contains(party.firstName());
  }

  /** For who has an address, the number is not needed. */
  private static boolean tellsNumber(String body, LetterComposer.Party party) {
    String digits = String.valueOf(party.phone()).replaceAll("\\D", "");
    return party.email() != null || body.replaceAll("\\D", "").contains(digits);
  }
}
