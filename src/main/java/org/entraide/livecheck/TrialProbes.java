package org.entraide.livecheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Row;

/**
 * What the daemon does without, since nobody knows how it turns out. They build on {@link
 * SheetProbes}: there are answers, and a column of ours.
 */
final class TrialProbes {

  private static final String MARK = "live-check-row";
  private static final String OFFERED = "yes";
  private static final String OTHER = "something else";
  private static final int FIRST_ROW = 1;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Set<RemoteFailure.Kind> REFUSALS =
      Set.of(RemoteFailure.Kind.REJECTED, RemoteFailure.Kind.CONFLICT);

  private final SheetProbes sheet;
  private final Table table;
  private final Trials trials;
  private final ClickWaiting patience;

  TrialProbes(SheetProbes sheet, Table table, Trials trials, BrowserUser human) {
    this.sheet = sheet;
    this.table = table;
    this.trials = trials;
    this.patience = new ClickWaiting(human);
  }

  List<Probe> probes() {
    return List.of(
        new Probe(
            "answers-table",
            "Are answers in a Table of Google's, and does it take in a column that a program writes"
                + " beside it?",
            "",
            Map.of(
                "NO_TABLE", "The tab is a plain one, as in the office.",
                "BESIDE", "There is a Table, and Entraide's columns stand beside it.",
                "TAKEN_IN",
                    "There is a Table, and it grew over Entraide's columns: see that words and"
                        + " drop-downs are still taken there."),
            this::answersTable),
        new Probe(
            "row-mark",
            "Does the mark of a row follow its answer when rows are sorted?",
            "",
            Map.of(
                "STAYS", "It stays where it was, beside somebody else's answer, as in the office.",
                "FOLLOWS", "It goes along: a row could be known by a mark.",
                "LOST", "It is gone."),
            this::rowMark),
        new Probe(
            "strict-list",
            "Does a strict drop-down refuse another word that a program writes?",
            "",
            Map.of(
                "ACCEPTED", "Any word is written, as in the office.",
                "REFUSED",
                    "A strict drop-down of the organisers' in Entraide's columns keeps words from"
                        + " being written: tell them to allow other words.",
                "LEFT", "The call passes and nothing is written: tell them to allow other words."),
            this::strictList));
  }

  private Optional<String> answersTable() throws RemoteFailure {
    Optional<Integer> ownColumn = SheetProbes.ownColumn(sheet.tab());
    List<Area> tables = trials.tables(sheet.sheetId());
    if (tables.isEmpty()) {
      return Optional.of("NO_TABLE");
    }
    return ownColumn.map(
        column ->
            tables.stream().anyMatch(it -> it.covers(sheet.sheetId(), 0, column))
                ? "TAKEN_IN"
                : "BESIDE");
  }

  private Optional<String> rowMark() throws RemoteFailure, InterruptedException {
    List<Row> answers = sheet.answers();
    boolean asAsked = true;
    for (Row row : answers) {
      asAsked &= NUMBER.matcher(sheet.answer(row).text()).matches();
    }
    if (answers.size() < 2 || !asAsked) {
      return Optional.empty();
    }
    Row top = answers.get(0);
    String marked = sheet.answer(top).text();
    boolean down = isLeast(marked, answers);
    trials.markRow(sheet.sheetId(), top.index(), MARK);
    Optional<Integer> moved =
        patience.until(
            down ? "sort-down" : "sort-up",
            "In the sheet, sort the tab of answers once more by “"
                + sheet.title()
                + (down ? "”, Z to A." : "”, A to Z."),
            () -> sheet.rowOf(marked).filter(row -> row != top.index()));
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> mark = trials.rowMarked(sheet.sheetId(), MARK);
    if (mark.isEmpty()) {
      return Optional.of("LOST");
    }
    return mark.equals(moved)
        ? Optional.of("FOLLOWS")
        : mark.filter(row -> row == top.index()).map(row -> "STAYS");
  }

  /** Whether an answer is above all others when they are sorted upwards, and moves downwards. */
  private boolean isLeast(String answer, List<Row> answers) throws RemoteFailure {
    for (Row row : answers) {
      if (Double.parseDouble(sheet.answer(row).text()) < Double.parseDouble(answer)) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> strictList() throws RemoteFailure {
    Optional<Integer> ownColumn = SheetProbes.ownColumn(sheet.tab());
    if (ownColumn.isEmpty()) {
      return Optional.empty();
    }
    int column = ownColumn.get();
    trials.strictChoices(Area.cell(sheet.sheetId(), FIRST_ROW, column), List.of(OFFERED));
    try {
      table.write(List.of(new Change.SetCell(sheet.sheetId(), FIRST_ROW, column, OTHER)), Map.of());
    } catch (RemoteFailure e) {
      if (REFUSALS.contains(e.kind())) {
        return Optional.of("REFUSED");
      }
      throw e;
    }
    List<Row> rows =
        table
            .reread(Map.of(sheet.sheetId(), Set.of(column)))
            .getOrDefault(sheet.sheetId(), List.of());
    boolean written =
        rows.stream()
            .filter(row -> row.index() == FIRST_ROW)
            .anyMatch(row -> row.cell(column).text().equals(OTHER));
    return Optional.of(written ? "ACCEPTED" : "LEFT");
  }
}
