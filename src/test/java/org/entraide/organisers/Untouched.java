package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.entraide.organisers.Snapshot.Tab;

/**
 * Compares the whole spreadsheet right before and right after a write of the daemon: what is not
 * the daemon's must be as it was, and what a person typed in its columns, too.
 */
final class Untouched {

  private final IntSupplier answers;

  /** Always the daemon's, whatever is typed. */
  private static final Set<String> RESTORED = Set.of("ref", "check", "ledger_check");

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

  /** What the daemon wrote last as the value of a line that says who is barred, by its label. */
  private final Map<String, String> barValues = new HashMap<>();

  private Optional<Carrying> carrying = Optional.empty();
  private Optional<Snapshot> looked = Optional.empty();

  /**
   * Has seen nothing yet.
   *
   * @param answers the id of the response tab
   */
  Untouched(IntSupplier answers) {
    this.answers = answers;
  }

  /**
   * A cell that was written although it was not the daemon's to write, because people moved it
   * there after the daemon had looked for the last time.
   *
   * @param mark of the column, where what was hit is a word that a person typed for others
   * @param others those for whom it was typed, or may have been
   */
  private record Debt(
      int sheetId,
      int row,
      int column,
      JsonNode was,
      String what,
      String mark,
      List<String> others) {

    boolean isPaid(Tab tab) {
      return isBack(was, tab.cell(row, column))
          || others.stream()
              .anyMatch(
                  token ->
                      tab.rowsOf(token).stream()
                          .anyMatch(at -> tab.text(at, mark).equals(text(was))));
    }
  }

  /**
   * What people typed in the former tab comes into the tab that the form writes to now.
   *
   * @param into the id of the tab that the form writes to
   */
  private record Carrying(Tab former, int into) {}

  private Optional<Carrying> carrying(Snapshot before) {
    int into = answers.getAsInt();
    return before.former(into).map(former -> new Carrying(former, into));
  }

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
      if (now.tab(debt.sheetId()).filter(debt::isPaid).isEmpty()) {
        violations.add(debt.what() + ", and was not put right");
      }
    }
    debts.clear();
  }

  /** Whether a cell that was hit by mistake gets back what stood there. */
  private boolean pays(Tab tab, int row, int column, JsonNode now) {
    return debts.stream()
        .filter(debt -> debt.sheetId() == tab.id() && debt.row() == row && debt.column() == column)
        .anyMatch(debt -> isBack(debt.was(), now));
  }

  /** A formula that was hit comes back as its value, which is all that the daemon reads. */
  private static boolean isBack(JsonNode was, JsonNode now) {
    return value(now).equals(value(was))
        || (value(was).has("formulaValue") && text(now).equals(text(was)));
  }

  /** A cell that holds nothing is as one that is not there. */
  private static JsonNode value(JsonNode cell) {
    return cell.path("userEnteredValue");
  }

  private void owed(Tab tab, int row, int column, JsonNode was, String what) {
    owed(new Debt(tab.id(), row, column, was, what, "", List.of()));
  }

  private void owed(Debt debt) {
    if (looked.isPresent()) {
      debts.add(debt);
    } else {
      violations.add(debt.what());
    }
  }

  /** A tab in which the daemon's columns say what it wants, and all others are people's. */
  private static boolean wholly(Tab tab) {
    return tab.marks().keySet().stream()
        .anyMatch(mark -> mark.startsWith("dashboard_") || mark.startsWith("settings_"));
  }

  private void values(Tab was, Tab is) {
    Map<Integer, String> marks = is.marked();
    for (int i = 1; i < Math.max(was.rowCount(), is.rowCount()); i++) {
      for (int j = 0; j < Math.max(was.width(i), is.width(i)); j++) {
        String mark = marks.getOrDefault(j, "");
        boolean theirs = mark.isEmpty() || mark.equals("settings_value");
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

  private static String label(Tab tab, int row, Map<Integer, String> marks) {
    return marks.entrySet().stream()
        .filter(mark -> mark.getValue().equals("settings_label"))
        .map(mark -> text(tab.cell(row, mark.getKey())))
        .findFirst()
        .orElse("");
  }

  private static boolean isOurs(Tab tab) {
    return tab.marks().containsKey("ledger_ref")
        || tab.title().equals("Mises en relation")
        || (tab.id() >= Snapshot.LEDGER && tab.id() < Snapshot.LEDGER + 100);
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

  /** One that reaches over all columns may reach over those that are added, too. */
  private static JsonNode filter(Tab tab) {
    JsonNode filter = tab.json().path("basicFilter").deepCopy();
    if (filter.path("range") instanceof ObjectNode range
        && range.path("endColumnIndex").asInt() >= tab.gridColumns()) {
      range.remove("endColumnIndex");
    }
    return filter;
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

  /**
   * Into an empty cell of the newly linked tab comes what was typed for the same person in the
   * former tab, wherever a sort has brought it there; nothing else, and only once.
   */
  private boolean isCarriedOver(
      Tab was, int row, String mark, JsonNode old, JsonNode now, Truth truth) {
    Optional<Carrying> from = carrying.filter(one -> one.into() == was.id());
    Optional<String> owner = was.owner(row);
    if (from.isEmpty() || owner.isEmpty() || !isFree(old) || text(now).isEmpty()) {
      return false;
    }
    String token = owner.get();
    Set<String> may = words(truth.asked(token, mark));
    // nobody can say of whom it was typed for, and a lone tick that is gone while another came was
    // handed on: it counts where it stood
    if (!truth.sure(token) || mark.equals("checked")) {
      Tab former = from.get().former();
      former.rowsOf(token).forEach(at -> may.addAll(words(former.text(at, mark))));
    }
    return may.containsAll(words(text(now)));
  }

  /** Nothing, or a box that nobody ticked. */
  private static boolean isFree(JsonNode cell) {
    return text(cell).isEmpty()
        || cell.path("userEnteredValue").path("boolValue").asText().equals("false");
  }

  /** What a cell lists, without what is said by spaces and case alone. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split(",", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** What a person typed was overwritten. */
  private void typed(Tab was, Tab is, int row, int column, String mark, Truth truth, String what) {
    String text = was.text(row, column);
    Optional<String> owner = was.owner(row);
    if (looked.flatMap(l -> l.tab(was.id())).filter(l -> isNew(l, was, mark, text)).isPresent()) {
      // Sheets has no compare-and-set, and the answer to a write tells nothing of what it replaced
      owner.ifPresent(token -> truth.neverSeen(token, mark));
    } else if (!isPutRight(is, column, mark, text, owner, truth)
        && owner.filter(token -> isStillBeside(token, was, is, column, text)).isEmpty()
        && !((isDoubtful(owner, mark, truth)
                || truth.isAnybodys(mark, text)
                || truth.isTheAbsents(mark, text, was))
            && isStill(was, is, column, text))) {
      List<String> others =
          truth.humans().keySet().stream()
              .filter(token -> !owner.equals(Optional.of(token)))
              .filter(
                  token ->
                      truth.isAnybodys(mark, text)
                          || truth.typed(token, mark).filter(t -> t.contains(text)).isPresent())
              .toList();
      owed(new Debt(was.id(), row, column, was.cell(row, column), what, mark, others));
    }
  }

  /** Whether a word was typed after the daemon looked: it did not stand there as often by then. */
  private static boolean isNew(Tab looked, Tab was, String mark, String text) {
    Map<String, Integer> then = looked.marks();
    Map<String, Integer> now = was.marks();
    return now.containsKey(mark)
        && (!then.containsKey(mark)
            || count(looked, then.getOrDefault(mark, 0), text)
                < count(was, now.getOrDefault(mark, 0), text));
  }

  /** Whether a word stands beside somebody else for whom it was typed. */
  private static boolean isPutRight(
      Tab is, int column, String mark, String text, Optional<String> beside, Truth truth) {
    return beside.flatMap(token -> truth.typed(token, mark)).filter(t -> t.contains(text)).isEmpty()
        && IntStream.range(1, is.rowCount())
            .filter(i -> is.text(i, column).equals(text))
            .mapToObj(is::owner)
            .flatMap(Optional::stream)
            .anyMatch(token -> truth.maybeTyped(token, mark).contains(text));
  }

  /** Whether a word stands beside as many of somebody's answers as before. */
  private static boolean isStillBeside(String token, Tab was, Tab is, int column, String text) {
    return beside(token, is, column, text) >= beside(token, was, column, text);
  }

  private static long beside(String token, Tab tab, int column, String text) {
    return tab.rowsOf(token).stream().filter(i -> tab.text(i, column).equals(text)).count();
  }

  private static boolean isDoubtful(Optional<String> owner, String mark, Truth truth) {
    return owner.flatMap(token -> truth.typed(token, mark)).isEmpty();
  }

  private void learnTyped(Tab was, Map<Integer, String> ours) {
    ours.forEach(
        (column, mark) -> {
          for (int i = 1; Truth.REPORTED.contains(mark) && i < was.rowCount(); i++) {
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
    if (!Truth.REPORTED.contains(mark)
        && !old.path("userEnteredValue").equals(now.path("userEnteredValue"))) {
      wrong.accept(cell + " is the organisers' and was changed");
    }
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
