package org.entraide.people;

import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.table.Cell;

/** Answers that are a yes or a no, in French and English. */
final class YesNo {

  private static final Set<String> NO_WORDS =
      Set.of(
          "non",
          "no",
          "n",
          "false",
          "faux",
          "0",
          "aucun",
          "aucune",
          "rien",
          "none",
          "jamais",
          "never",
          "na",
          "n a",
          "pas du tout",
          "not at all",
          "not applicable",
          "neither");

  private static final Pattern NO_START =
      Pattern.compile("(non|no|nope|aucun|aucune|none|je refuse|i refuse|i do not|i don t)\\b.*");

  private static final Pattern UNSURE =
      Pattern.compile(
          ".*\\b(ne sais pas|sais pas|don t know|not sure|prefere ne pas|ne souhaite pas"
              + "|ne pas repondre|rather not|prefer not|peut etre|maybe|not say)\\b.*");

  private static final Pattern YES_START =
      Pattern.compile(
          "(oui|yes|ok|okay|true|vrai|d accord|entendu|x|1|j accepte|j autorise|je consens|j ai lu"
              + " et j accepte|lu et accepte|lu et approuve|je suis d accord|bien sur|volontiers|i"
              + " agree|i accept|i consent|agreed|accepted|of course|sure)\\b.*");

  private static final Pattern YES_INSIDE =
      Pattern.compile(".*\\b(j accepte|j autorise|je consens|i agree|i accept|i consent)\\b.*");

  private static final Pattern REFUSAL =
      Pattern.compile(
          ".*\\b((ne|n) (suis |accepte |autorise |consens |souhaite |veux )?pas|n accepte"
              + "|n autorise|ne consens|ne suis pas|pas d accord|refuse|disagree"
              + "|(do not|don t|not) (agree|accept|consent))\\b.*");

  private static final Pattern CONDITION =
      Pattern.compile(".*\\b(mais|sauf|excepte|a condition|but|except|unless|only if)\\b.*");

  private YesNo() {}

  /** Whether something was refused, denied or left open. */
  static boolean isNo(Cell cell) {
    if (cell.isBlank() || (cell.kind() == Cell.Kind.BOOLEAN && !cell.isTrue())) {
      return true;
    }
    String words = Fold.words(cell.text());
    return NO_WORDS.contains(words)
        || NO_START.matcher(words).matches()
        || UNSURE.matcher(words).matches();
  }

  /**
   * Consent is only what says so: a condition (« oui, mais… ») is asked about, not understood as
   * either.
   */
  static Answer<Consent> consent(Cell cell) {
    if (cell.isBlank()) {
      return Answer.none();
    }
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return Answer.of(cell.isTrue() ? Consent.YES : Consent.NO);
    }
    String words = Fold.words(cell.text());
    if (NO_WORDS.contains(words) || NO_START.matcher(words).matches()) {
      return Answer.of(Consent.NO);
    }
    if (CONDITION.matcher(words).matches() || UNSURE.matcher(words).matches()) {
      return Answer.problem("people.consent.unclear");
    }
    if (YES_START.matcher(words).matches()) {
      return Answer.of(Consent.YES);
    }
    if (REFUSAL.matcher(words).matches()) {
      return Answer.of(Consent.NO);
    }
    return YES_INSIDE.matcher(words).matches() || isTick(cell)
        ? Answer.of(Consent.YES)
        : Answer.problem("people.consent.unclear");
  }

  private static boolean isTick(Cell cell) {
    return cell.text().strip().matches("[✓✔☑✅🗸]\\x{FE0F}?");
  }
}
