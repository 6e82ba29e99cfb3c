package org.entraide.plan.todo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.todo.Task.Target;
import org.entraide.table.LinkFormula;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * The links of tasks. What a cell shows of one is the reference that it leads to.
 *
 * @param layout complete: {@link SheetLayout#prepared}
 * @param texts in which tabs that were just added are titled
 */
record TodoLinks(SheetLayout layout, Texts texts) {

  private static final String ANSWER = "A:";
  private static final String ENTRY = "E:";
  private static final String LETTER = "L:";
  private static final String TROUBLE = "T:";
  private static final String UNCOUNTED = "P:";
  private static final Pattern OF_TROUBLE =
      Pattern.compile("([TP]:)(\\d{4}-\\d\\d-\\d\\d):([^:]*+):(.++)");

  /** The link to a target; empty where there is nothing to open. */
  Optional<LinkFormula> of(Target target) {
    if (target instanceof Target.Answer answer) {
      return Optional.of(ofAnswer(answer.ref()));
    }
    if (target instanceof Target.Trouble trouble && !trouble.ref().isEmpty()) {
      return Optional.of(ofAnswer(trouble.ref()));
    }
    if (target instanceof Target.LedgerEntry entry) {
      return Optional.of(
          LinkFormula.toRow(
              layout.ledgerSheet(),
              ledgerTitle(),
              layout.ledgerColumns().of(LedgerColumn.REF),
              entry.ref(),
              entry.ref()));
    }
    return target instanceof Target.Letter letter && letter.mailbox().indexOf('@') >= 0
        ? Optional.of(LinkFormula.toLetter(letter.mailbox(), letter.ref(), letter.ref()))
        : Optional.empty();
  }

  private LinkFormula ofAnswer(String ref) {
    return LinkFormula.toRow(
        layout.responses().sheetId(),
        layout.responses().title(),
        layout.answerColumns().of(PersonColumn.REF),
        ref,
        ref);
  }

  private String ledgerTitle() {
    return layout
        .ledger()
        .map(Tab::title)
        .orElseGet(() -> OwnTabs.free(layout.workbook(), texts.get("ledger.title")));
  }

  /**
   * What makes the link to a target another one: tabs' titles are left out, which formulas follow
   * by themselves when people change them.
   */
  String key(Target target) {
    OptionalInt column = OptionalInt.empty();
    int sheet = 0;
    if (target instanceof Target.Answer
        || (target instanceof Target.Trouble trouble && !trouble.ref().isEmpty())) {
      sheet = layout.responses().sheetId();
      column = OptionalInt.of(layout.answerColumns().of(PersonColumn.REF));
    } else if (target instanceof Target.LedgerEntry) {
      sheet = layout.ledgerSheet();
      column = OptionalInt.of(layout.ledgerColumns().of(LedgerColumn.REF));
    }
    return text(target) + "@" + sheet + ":" + column.orElse(0);
  }

  /** A target as the hidden check remembers it. */
  static String text(Target target) {
    if (target instanceof Target.Answer answer) {
      return ANSWER + answer.ref();
    }
    if (target instanceof Target.LedgerEntry entry) {
      return ENTRY + entry.ref();
    }
    if (target instanceof Target.Trouble trouble) {
      String kind = trouble.uncounted() ? UNCOUNTED : TROUBLE;
      return kind + trouble.since() + ":" + trouble.ref() + ":" + trouble.cause();
    }
    return target instanceof Target.Letter letter
        ? LETTER + letter.ref() + ":" + letter.mailbox()
        : "";
  }

  /** The target that {@link #text} wrote. */
  static Target parse(String text) {
    if (text.startsWith(ANSWER)) {
      return new Target.Answer(text.substring(ANSWER.length()));
    }
    if (text.startsWith(ENTRY)) {
      return new Target.LedgerEntry(text.substring(ENTRY.length()));
    }
    Matcher trouble = OF_TROUBLE.matcher(text);
    if (trouble.matches()) {
      return new Target.Trouble(
          trouble.group(4),
          LocalDate.parse(trouble.group(2)),
          trouble.group(1).equals(UNCOUNTED),
          trouble.group(3));
    }
    int end = text.startsWith(LETTER) ? text.indexOf(':', LETTER.length()) : -1;
    return end < 0
        ? new Target.Nothing()
        : new Target.Letter(text.substring(end + 1), text.substring(LETTER.length(), end));
  }
}
