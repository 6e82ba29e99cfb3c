package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.entraide.organisers.Snapshot.Tab;

/**
 * Compares the whole spreadsheet right before and right after a write of the daemon: what is not
 * the daemon's must be as it was, and what a person typed in its columns, too.
 */
final class Untouched {

  /** Always the daemon's, whatever is typed. */
  private static final Set<String> RESTORED = Set.of("ref", "check", "ledger_check");

  private static final Set<String> REPORTED =
      Set.of("status", "place", "introduced", "explanation");

  private static final Set<String> LEDGER_REPORTED =
      Set.of("ledger_state", "ledger_sent_on", "ledger_explanation");

  private static final List<String> OVERLAYS =
      List.of(
          "merges",
          "filterViews",
          "protectedRanges",
          "conditionalFormats",
          "bandedRanges",
          "tables");

  /** By column, every text that the daemon ever wrote. */
  private final Map<String, Set<String>> written = new HashMap<>();

  /** By column, the texts that stood there and that the daemon had not written by then. */
  private final Map<String, Set<String>> typed = new HashMap<>();

  private final List<String> violations = new ArrayList<>();
  private final List<Debt> debts = new ArrayList<>();
  private boolean excused;

  /**
   * A cell that was written although it was not the daemon's to write, because people moved it
   * there after the daemon had looked for the last time.
   */
  private record Debt(int sheetId, int row, int column, JsonNode was, String what) {}

  /** What was touched that is not the daemon's, in words; empty if nothing was. */
  List<String> violations() {
    return violations;
  }

  /** Whether the daemon ever wrote that text into a column with that mark. */
  boolean wrote(String mark, String text) {
    return written.getOrDefault(mark, Set.of()).contains(text);
  }

  /**
   * Compares.
   *
   * @param disturbed whether people did something between the daemon's last look and this write:
   *     what it wrote to the wrong place by that, it must put right
   */
  void compare(Snapshot before, Snapshot after, boolean disturbed) {
    excused = disturbed;
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
        tab(was, is.get());
      }
    }
    after.tabs().stream().filter(t -> before.tab(t.id()).isEmpty()).forEach(this::learn);
  }

  /** All but the daemon's own. */
  private static List<JsonNode> named(Snapshot snapshot) {
    List<JsonNode> names = new ArrayList<>();
    snapshot
        .json()
        .path("namedRanges")
        .forEach(
            range -> {
              if (!range.path("name").asText().equals("entraide_heartbeat")) {
                names.add(range);
              }
            });
    return names;
  }

  /** What was written to the wrong place must have been put right by now. */
  void settleDebts(Snapshot now) {
    for (Debt debt : debts) {
      boolean paid =
          now.tab(debt.sheetId())
              .map(tab -> value(tab.cell(debt.row(), debt.column())))
              .filter(value -> value.equals(value(debt.was())))
              .isPresent();
      if (!paid) {
        violations.add(debt.what() + ", and was not put right");
      }
    }
    debts.clear();
  }

  /** Whether a cell that was hit by mistake gets back what stood there. */
  private boolean pays(Tab tab, int row, int column, JsonNode now) {
    return debts.stream()
        .filter(debt -> debt.sheetId() == tab.id() && debt.row() == row && debt.column() == column)
        .anyMatch(debt -> value(debt.was()).equals(value(now)));
  }

  /** A cell that holds nothing is as one that is not there. */
  private static JsonNode value(JsonNode cell) {
    return cell.path("userEnteredValue");
  }

  private void owed(Tab tab, int row, int column, JsonNode was, String what) {
    if (excused) {
      debts.add(new Debt(tab.id(), row, column, was, what));
    } else {
      violations.add(what);
    }
  }

  /** A tab in which the daemon's columns say what it wants, and all others are people's. */
  private static boolean wholly(Tab tab) {
    return tab.marks().keySet().stream()
        .anyMatch(mark -> mark.startsWith("dashboard_") || mark.startsWith("settings_"));
  }

  private void values(Tab was, Tab is) {
    Map<Integer, String> marks = byColumn(is);
    for (int i = 1; i < Math.max(was.rowCount(), is.rowCount()); i++) {
      for (int j = 0; j < Math.max(was.width(i), is.width(i)); j++) {
        String mark = marks.getOrDefault(j, "");
        boolean theirs = mark.isEmpty() || mark.equals("settings_value");
        if (theirs && !text(was.cell(i, j)).equals(text(is.cell(i, j)))) {
          owed(was, i, j, was.cell(i, j), "in " + was.title() + " " + letters(j) + (i + 1));
        }
      }
    }
  }

  private static boolean isOurs(Tab tab) {
    return tab.marks().containsKey("ledger_ref")
        || tab.title().equals("Mises en relation")
        || (tab.id() >= Snapshot.LEDGER && tab.id() < Snapshot.LEDGER + 100);
  }

  private void tab(Tab was, Tab is) {
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
    same(where + "the filter", was.json().path("basicFilter"), is.json().path("basicFilter"));
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
    cells(where, was, is);
  }

  private void columns(String where, Tab was, Tab is) {
    Map<Integer, String> ours = byColumn(is);
    for (int j = 0; j < was.gridColumns(); j++) {
      JsonNode old = was.lines(false).path(j);
      JsonNode now = is.lines(false).path(j);
      String what = where + "column " + letters(j);
      boolean fresh = ours.containsKey(j) && !was.marks().containsValue(j);
      if (!fresh) {
        same(what + "'s width", old.path("pixelSize"), now.path("pixelSize"));
        same(what + " hidden", old.path("hiddenByUser"), now.path("hiddenByUser"));
      }
      if (!ours.containsKey(j)) {
        same(what + "'s metadata", old.path("developerMetadata"), now.path("developerMetadata"));
      }
    }
  }

  private static Map<Integer, String> byColumn(Tab tab) {
    Map<Integer, String> columns = new HashMap<>();
    tab.marks().forEach((mark, column) -> columns.put(column, mark));
    return columns;
  }

  private void cells(String where, Tab was, Tab is) {
    Map<Integer, String> ours = byColumn(is);
    learnTyped(was, ours);
    for (int row = 0; row < Math.max(was.rowCount(), is.rowCount()); row++) {
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
          owed(was, i, j, old, cell + " is not the daemon's and was changed");
        } else if (i == 0) {
          header(cell, old, now);
        } else {
          Consumer<String> wrong = what -> owed(was, i, j, old, what);
          if (was.marks().containsKey(mark)) { // a new column comes with its looks
            same(cell + "'s format", old.path("userEnteredFormat"), now.path("userEnteredFormat"));
          }
          ours(
              cell,
              mark,
              old,
              now,
              REPORTED.contains(mark) && isStill(was, is, j, text(old)) ? what -> {} : wrong);
        }
      }
    }
  }

  private void learnTyped(Tab was, Map<Integer, String> ours) {
    ours.forEach(
        (column, mark) -> {
          for (int i = 1; REPORTED.contains(mark) && i < was.rowCount(); i++) {
            String text = was.text(i, column);
            if (!text.isEmpty() && !wrote(mark, text)) {
              typed.computeIfAbsent(mark, m -> new HashSet<>()).add(text);
            }
          }
        });
  }

  /** Whether a typed word stands in its column as often as before: it may have been put right. */
  private static boolean isStill(Tab was, Tab is, int column, String text) {
    return !text.isEmpty() && count(is, column, text) >= count(was, column, text);
  }

  private static long count(Tab tab, int column, String text) {
    return IntStream.range(1, tab.rowCount()).filter(i -> tab.text(i, column).equals(text)).count();
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
    if (!REPORTED.contains(mark)) {
      if (!old.path("userEnteredValue").equals(now.path("userEnteredValue"))) {
        wrong.accept(cell + " is the organisers' and was changed");
      }
      return;
    }
    overwritten(cell, mark, text(old), text(now), wrong);
  }

  private void overwritten(
      String cell, String mark, String old, String now, Consumer<String> wrong) {
    if (old.equals(now)) {
      return;
    }
    if (!old.isEmpty() && !wrote(mark, old)) {
      wrong.accept(cell + " held what a person typed and was overwritten");
    }
    if (!typed.getOrDefault(mark, Set.of()).contains(now)) {
      written.computeIfAbsent(mark, m -> new HashSet<>()).add(now);
    }
  }

  private void ledger(Tab was, Tab is) {
    Map<Integer, String> marks = byColumn(is);
    for (int i = 1; i < Math.max(was.rowCount(), is.rowCount()); i++) {
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
              cell, mark, old, now, what -> owed(was, row, column, was.cell(row, column), what));
        } else if (!appended && !old.isEmpty() && !old.equals(now) && !RESTORED.contains(mark)) {
          owed(was, i, j, was.cell(i, j), cell + " was changed");
        }
      }
    }
  }

  /** A tab that the daemon has just made. */
  private void learn(Tab tab) {
    Map<Integer, String> marks = byColumn(tab);
    for (int i = 1; i < tab.rowCount(); i++) {
      for (int j = 0; j < tab.width(i); j++) {
        written
            .computeIfAbsent(marks.getOrDefault(j, ""), m -> new HashSet<>())
            .add(text(tab.cell(i, j)));
      }
    }
  }

  private static boolean contains(JsonNode list, JsonNode one) {
    for (JsonNode other : list) {
      if (other.equals(one)) {
        return true;
      }
    }
    return false;
  }

  private void same(String what, Object was, Object is) {
    if (!was.equals(is)) {
      violations.add(what + " changed");
    }
  }

  private static String text(JsonNode cell) {
    return cell.path("formattedValue").asText("");
  }

  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
