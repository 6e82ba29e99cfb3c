package org.entraide.simulation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Desk;

/** Holds the tab À faire against itself: its order, its dates, and where its links lead. */
final class TodoTabWatch {

  static final int MOST = 200;

  /** The most urgent first. */
  static final List<String> KINDS =
      List.of(
          "Réparer",
          "Confirmer",
          "Téléphoner",
          "Demander",
          "Relire et envoyer",
          "Noter la suite",
          "Orienter",
          "Vérifier");

  /** What introductions and questions are called. */
  private static final Pattern LETTER = Pattern.compile("[MQ]-");

  /** The day from which sheets count. */
  private static final ZonedDateTime FIRST_DAY =
      LocalDate.of(1899, 12, 30).atStartOfDay(ZoneOffset.UTC);

  /** The day of a number that a sheet shows as a date. */
  static LocalDate day(double number) {
    return FIRST_DAY.toLocalDate().plusDays((long) number);
  }

  /** A row of the tab. */
  record TodoLine(String what, String who, String detail) {}

  private final Site site;
  private final InstantSource clock;
  private final List<String> wrong = new ArrayList<>();
  private int urgency;

  TodoTabWatch(Site site, InstantSource clock) {
    this.site = site;
    this.clock = clock;
  }

  /** What is wrong with what was read. */
  List<String> wrong() {
    return wrong;
  }

  private void wrong(String what) {
    wrong.add(what);
  }

  /**
   * The rows of the tab that the daemon wrote.
   *
   * @param ledger if there is one
   */
  List<TodoLine> read(Desk.Tab tab, Desk.Tab answers, Optional<Desk.Tab> ledger) {
    List<TodoLine> lines = new ArrayList<>();
    for (int row = 1; row < tab.rows(); row++) {
      String what = tab.text(row, "todo_what");
      if (tab.text(row, "todo_check").isEmpty()) {
        continue; // a note of an organiser's below the tasks, or sorted in between
      }
      String who = tab.text(row, "todo_who");
      String detail = tab.text(row, "todo_detail");
      boolean last = what.startsWith("et ") && tab.rows() > MOST;
      if (!KINDS.contains(what) && !last) {
        wrong("has a row of what is to be done that is no task: " + what);
      }
      if (List.of(what, who, detail, tab.text(row, "todo_since"), tab.text(row, "todo_link"))
          .contains(TodoDeeds.SCRIBBLED)) {
        wrong("keeps what was typed over what is to be done");
      }
      if (tab.text(row, "todo_link").equals("#REF!")) {
        wrong("leaves a link to a tab that was deleted");
      }
      ordered(last ? KINDS.size() : KINDS.indexOf(what));
      leads(tab, answers, ledger, row);
      lines.add(new TodoLine(what, who, detail));
    }
    if (lines.size() > MOST + 1) {
      wrong("shows more tasks than anybody reads");
    }
    if (new HashSet<>(lines).size() < lines.size()) {
      wrong("shows a task twice");
    }
    return lines;
  }

  /** The most urgent come first, until people sort the tab; then it waits for its next write. */
  private void ordered(int kind) {
    if (kind < urgency && !site.todo.wasSorted()) {
      wrong("has what is more urgent below what is less: " + KINDS.get(kind));
    }
    urgency = kind;
  }

  /** A link shows the reference of an answer or of a letter that is there. */
  private void leads(Desk.Tab tab, Desk.Tab answers, Optional<Desk.Tab> ledger, int row) {
    String ref = tab.text(row, "todo_link");
    boolean ofLetter = LETTER.matcher(ref).lookingAt();
    Desk.Tab tabOfRef = ofLetter && ledger.isPresent() ? ledger.get() : answers;
    String mark = ofLetter ? "ledger_ref" : "ref";
    int[] at =
        IntStream.range(1, tabOfRef.rows())
            .filter(r -> tabOfRef.text(r, mark).equals(ref))
            .toArray();
    if (!ref.isEmpty() && at.length == 0) {
      wrong("leads to no row: " + ref);
    }
    String delegate = tab.text(row, "todo_delegate");
    if (ofLetter
        && IntStream.of(at).noneMatch(r -> tabOfRef.text(r, "ledger_delegate").equals(delegate))) {
      wrong("names another delegate than the ledger does of " + ref);
    }
    String since = tab.text(row, "todo_since");
    long today = ChronoUnit.DAYS.between(FIRST_DAY, clock.instant().atZone(ZoneOffset.UTC));
    if (!since.isEmpty() && Double.parseDouble(since) > today + 1) {
      wrong("has had something to do since a day to come");
    }
  }
}
