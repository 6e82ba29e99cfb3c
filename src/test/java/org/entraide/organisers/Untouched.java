package org.entraide.organisers;

import static org.entraide.organisers.LookedCells.contains;
import static org.entraide.organisers.LookedCells.filter;
import static org.entraide.organisers.LookedCells.isBack;
import static org.entraide.organisers.LookedCells.isOurs;
import static org.entraide.organisers.LookedCells.label;
import static org.entraide.organisers.LookedCells.letters;
import static org.entraide.organisers.LookedCells.named;
import static org.entraide.organisers.LookedCells.text;
import static org.entraide.organisers.LookedCells.wholly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;

/**
 * Compares the whole spreadsheet right before and right after a write of the daemon: what is not
 * the daemon's must be as it was, and what a person typed in its columns, too.
 */
final class Untouched extends KnownWords {

  /** Always the daemon's, whatever is typed. */
  private static final Set<String> RESTORED = Set.of("ref", "check", "ledger_check");

  private static final Set<String> LEDGER_REPORTED =
      Set.of(
          "ledger_state",
          "ledger_sent_on",
          "ledger_explanation",
          "ledger_person",
          "ledger_helper",
          "ledger_delegate");

  private static final List<String> OVERLAYS =
      List.of(
          "merges",
          "filterViews",
          "protectedRanges",
          "conditionalFormats",
          "bandedRanges",
          "tables");

  /** What the daemon wrote last as the value of a line that says who is barred, by its label. */
  private final Map<String, String> barValues = new HashMap<>();

  /**
   * Has seen nothing yet.
   *
   * @param answers the id of the response tab
   */
  Untouched(IntSupplier answers) {
    super(answers);
  }

  /**
   * Compares.
   *
   * @param seen what the daemon saw last, where people did something between that look and this
   *     write: what it wrote to the wrong place by that, it must put right
   */
  void compare(Snapshot before, Snapshot after, Optional<Snapshot> seen, Truth truth) {
    looked = seen;
    carrying = carrying(before);
    before.tabs().stream()
        .filter(tab -> !wholly(tab) && !isOurs(tab))
        .forEach(tab -> learnTyped(tab, tab.marked()));
    same("the settings", before.json().path("properties"), after.json().path("properties"));
    same("the named ranges", named(before), named(after));
    for (Tab was : before.tabs()) {
      Optional<Tab> is = after.tab(was.id());
      if (is.isEmpty()) {
        violations.add("the tab " + was.title() + " is gone");
      } else if (wholly(was)) {
        values(was, is.get());
      } else if (isOurs(was)) {
        ledger(was, is.get());
      } else {
        tab(was, is.get(), truth);
      }
    }
    after.tabs().stream().filter(t -> before.tab(t.id()).isEmpty()).forEach(this::learn);
  }

  /** Whether a cell that was hit by mistake gets back what stood there. */
  private boolean pays(Tab tab, int row, int column, JsonNode now) {
    return debts.stream()
        .filter(debt -> debt.sheetId() == tab.id() && debt.row() == row && debt.column() == column)
        .anyMatch(debt -> isBack(debt.was(), now));
  }

  private void values(Tab was, Tab is) {
    Map<Integer, String> marks = is.marked();
    for (int i = 1; i < Math.max(was.rowCount(), is.rowCount()); i++) {
      for (int j = 0; j < Math.max(was.width(i), is.width(i)); j++) {
        String mark = marks.getOrDefault(j, "");
        // what a write puts amiss where somebody deletes a column in that instant hits nobody's
        // text
        boolean amiss = mark.isEmpty() && looked.isPresent() && text(was.cell(i, j)).isEmpty();
        boolean theirs = (mark.isEmpty() && !amiss) || mark.equals("settings_value");
        boolean bar = isValueOfBar(was, is, i, j, marks);
        if (theirs && !bar && !text(was.cell(i, j)).equals(text(is.cell(i, j)))) {
          owed(was, i, j, was.cell(i, j), "in " + was.title() + " " + letters(j) + (i + 1));
        }
      }
    }
  }

  /**
   * Whether that is of a line that says who is barred. The daemon adds it whole, and says itself
   * that somebody is barred no longer, or again, unless a person typed the value.
   */
  private boolean isValueOfBar(Tab was, Tab is, int row, int column, Map<Integer, String> marks) {
    String label = label(is, row, marks);
    String before = text(was.cell(row, column));
    boolean ours =
        label.startsWith("Exclu")
            && (before.isEmpty()
                || (label.equals(label(was, row, marks)) && before.equals(barValues.get(label))));
    if (ours && "settings_value".equals(marks.get(column))) {
      barValues.put(label, text(is.cell(row, column)));
    }
    return ours;
  }

  private void tab(Tab was, Tab is, Truth truth) {
    String where = "in " + was.title() + " ";
    for (String property : List.of("title", "index", "hidden", "tabColorStyle")) {
      same(
          where + property,
          was.json().path("properties").path(property),
          is.json().path("properties").path(property));
    }
    for (String property : List.of("rowCount", "frozenRowCount", "frozenColumnCount")) {
      same(
          where + property,
          was.json().path("properties").path("gridProperties").path(property),
          is.json().path("properties").path("gridProperties").path(property));
    }
    if (!was.json().path("basicFilter").equals(is.json().path("basicFilter"))) {
      same(where + "the filter", filter(was), filter(is));
    }
    for (String overlay : OVERLAYS) {
      was.json()
          .path(overlay)
          .forEach(
              one -> {
                if (!contains(is.json().path(overlay), one)) {
                  violations.add(where + "one of the " + overlay + " is gone");
                }
              });
    }
    same(where + "the rows' heights", was.lines(true), is.lines(true));
    columns(where, was, is);
    cells(where, was, is, truth);
  }

  private void columns(String where, Tab was, Tab is) {
    Map<Integer, String> ours = is.marked();
    for (int j = 0; j < was.gridColumns(); j++) {
      JsonNode old = was.lines(false).path(j);
      JsonNode now = is.lines(false).path(j);
      String what = where + "column " + letters(j);
      boolean fresh = ours.containsKey(j) && !was.marked().containsKey(j);
      if (!fresh) {
        same(what + "'s width", old.path("pixelSize"), now.path("pixelSize"));
        same(what + " hidden", old.path("hiddenByUser"), now.path("hiddenByUser"));
      }
      if (!ours.containsKey(j)) {
        same(what + "'s metadata", was.metadata(j), is.metadata(j));
      }
    }
  }

  private void cells(String where, Tab was, Tab is, Truth truth) {
    Map<Integer, String> ours = is.marked();
    learnTyped(was, ours);
    for (int row = 0; row < Math.max(was.rowCount(), is.rowCount()); row++) {
      if (was.row(row).equals(is.row(row))) {
        continue;
      }
      for (int column = 0; column < Math.max(was.width(row), is.width(row)); column++) {
        int i = row;
        int j = column;
        JsonNode old = was.cell(i, j);
        JsonNode now = is.cell(i, j);
        if (old.equals(now) || (old.isEmpty() && now.isEmpty()) || pays(was, i, j, now)) {
          continue;
        }
        String cell = where + letters(j) + (i + 1);
        String mark = ours.get(j);
        if (mark == null) {
          // what was dragged under merged cells is not kept, whoever writes in its row
          if (!was.isCovered(i, j)) {
            owed(was, i, j, old, cell + " is not the daemon's and was changed");
          }
        } else if (i == 0) {
          header(cell, old, now);
        } else {
          Consumer<String> wrong = what -> owed(was, i, j, old, what);
          if (was.marks().containsKey(mark)) { // a new column comes with its looks
            same(cell + "'s format", old.path("userEnteredFormat"), now.path("userEnteredFormat"));
          }
          if (!isCarriedOver(was, i, mark, old, now, truth)) {
            ours(cell, mark, old, now, wrong);
          }
          if (Truth.REPORTED.contains(mark)) {
            overwritten(
                cell, mark, text(old), text(now), what -> typed(was, is, i, j, mark, truth, what));
          }
        }
      }
    }
  }

  private void header(String cell, JsonNode old, JsonNode now) {
    if (!text(old).isEmpty()) {
      same(cell, old.path("userEnteredValue"), now.path("userEnteredValue"));
    }
    if (old.has("note")) {
      same(cell + "'s note", old.path("note"), now.path("note"));
    }
  }

  private void ours(String cell, String mark, JsonNode old, JsonNode now, Consumer<String> wrong) {
    same(cell + "'s note", old.path("note"), now.path("note"));
    if (old.has("dataValidation")) {
      same(cell + "'s rule", old.path("dataValidation"), now.path("dataValidation"));
    }
    if (RESTORED.contains(mark)) {
      return;
    }
    if (!Truth.REPORTED.contains(mark)
        && !old.path("userEnteredValue").equals(now.path("userEnteredValue"))) {
      wrong.accept(cell + " is the organisers' and was changed");
    }
  }

  private void ledger(Tab was, Tab is) {
    Map<Integer, String> marks = is.marked();
    for (int i = 1; i < Math.max(was.rowCount(), is.rowCount()); i++) {
      if (was.row(i).equals(is.row(i))) {
        continue;
      }
      boolean appended = i >= was.rowCount();
      for (int j = 0; j < Math.max(was.width(i), is.width(i)); j++) {
        String mark = marks.getOrDefault(j, "");
        String old = text(was.cell(i, j));
        String now = text(is.cell(i, j));
        String cell = "in " + was.title() + " " + letters(j) + (i + 1);
        if (LEDGER_REPORTED.contains(mark)) {
          int row = i;
          int column = j;
          overwritten(
              cell,
              mark,
              old,
              now,
              what -> {
                // see typed
                if (looked
                    .flatMap(l -> l.tab(was.id()))
                    .filter(l -> isNew(l, was, mark, old))
                    .isEmpty()) {
                  owed(was, row, column, was.cell(row, column), what);
                }
              });
        } else if (!appended && !old.isEmpty() && !old.equals(now) && !RESTORED.contains(mark)) {
          owed(was, i, j, was.cell(i, j), cell + " was changed");
        }
      }
    }
  }

  /** A tab that the daemon has just made. */
  private void learn(Tab tab) {
    Map<Integer, String> marks = tab.marked();
    for (int i = 1; i < tab.rowCount(); i++) {
      for (int j = 0; j < tab.width(i); j++) {
        written
            .computeIfAbsent(marks.getOrDefault(j, ""), m -> new HashSet<>())
            .add(text(tab.cell(i, j)));
      }
    }
  }

  private void same(String what, Object was, Object is) {
    if (!was.equals(is)) {
      violations.add(what + " changed");
    }
  }
}
