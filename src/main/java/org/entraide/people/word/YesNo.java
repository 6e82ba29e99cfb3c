package org.entraide.people.word;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.table.Cell;

/** Answers that are a yes or a no, by the words in {@code yes-no.txt}. */
public final class YesNo {

  private static final List<WordFile.SectionLine> LINES = WordFile.read("yes-no");

  private static final Set<String> NO_WORDS = Set.copyOf(WordFile.section(LINES, "no"));
  private static final Pattern NO_START = WordFile.startsWith(LINES, "no-start");
  private static final Pattern UNSURE = WordFile.anyOf(LINES, "unsure");
  private static final Pattern YES_START = WordFile.startsWith(LINES, "yes-start");
  private static final Pattern YES_INSIDE = WordFile.anyOf(LINES, "yes-inside");
  private static final Pattern REFUSAL = WordFile.anyOf(LINES, "refusal");
  private static final Pattern CONDITION = WordFile.anyOf(LINES, "condition");
  private static final Pattern NO_TOO = WordFile.anyOf(LINES, "no-too");
  private static final Pattern NO_IN_FEW = WordFile.anyOf(LINES, "no-in-few");
  private static final int A_FEW_WORDS = 8;
  private static final Pattern TICK = Pattern.compile("[✓✔☑✅🗸]\\x{FE0F}?");

  private YesNo() {}

  /** Whether something was refused, denied or left open. */
  public static boolean isNo(Cell cell) {
    if (cell.isBlank() || (cell.kind() == Cell.Kind.BOOLEAN && !cell.isTrue())) {
      return true;
    }
    String words = Fold.words(cell.text());
    return NO_WORDS.contains(words)
        || NO_START.matcher(words).find()
        || UNSURE.matcher(words).find();
  }

  /**
   * Consent is only what says so: a condition (« oui, mais… ») is asked about, not understood as
   * either.
   */
  public static CellReading<Consent> consent(Cell cell) {
    if (cell.isBlank()) {
      return CellReading.none();
    }
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return CellReading.of(cell.isTrue() ? Consent.YES : Consent.NO);
    }
    String words = Fold.words(cell.text());
    if (NO_WORDS.contains(words) || NO_START.matcher(words).find()) {
      return CellReading.of(Consent.NO);
    }
    if (CONDITION.matcher(words).find() || UNSURE.matcher(words).find()) {
      return CellReading.problem("people.consent.unclear");
    }
    if (YES_START.matcher(words).find()) {
      return saysNoToo(words)
          ? CellReading.problem("people.consent.unclear")
          : CellReading.of(Consent.YES);
    }
    if (REFUSAL.matcher(words).find()) {
      return CellReading.of(Consent.NO);
    }
    return YES_INSIDE.matcher(words).find() || isTick(cell)
        ? CellReading.of(Consent.YES)
        : CellReading.problem("people.consent.unclear");
  }

  /** « OK, non », « ( ) oui (x) non », « oui, je refuse ». */
  private static boolean saysNoToo(String words) {
    return NO_TOO.matcher(words).find()
        || (Splitter.on(' ').splitToList(words).size() <= A_FEW_WORDS
            && NO_IN_FEW.matcher(words).find());
  }

  private static boolean isTick(Cell cell) {
    return TICK.matcher(cell.text().strip()).matches();
  }
}
