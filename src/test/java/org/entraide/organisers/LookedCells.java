package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;

/** Cells, as a look shows them. */
final class LookedCells {

  /** How the marks begin of tabs that are the daemon's own, but for the ledger. */
  private static final List<String> OWN = List.of("dashboard_", "settings_", "todo_");

  /** All but the daemon's own. */
  static List<JsonNode> named(Snapshot snapshot) {
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

  /** A formula that was hit comes back as its value, which is all that the daemon reads. */
  static boolean isBack(JsonNode was, JsonNode now) {
    return value(now).equals(value(was))
        || (value(was).has("formulaValue") && text(now).equals(text(was)));
  }

  /** A cell that holds nothing is as one that is not there. */
  static JsonNode value(JsonNode cell) {
    return cell.path("userEnteredValue");
  }

  /** A tab in which the daemon's columns say what it wants, and all others are people's. */
  static boolean wholly(Tab tab) {
    return tab.marks().keySet().stream().anyMatch(mark -> OWN.stream().anyMatch(mark::startsWith));
  }

  static String label(Tab tab, int row, Map<Integer, String> marks) {
    return marks.entrySet().stream()
        .filter(mark -> mark.getValue().equals("settings_label"))
        .map(mark -> text(tab.cell(row, mark.getKey())))
        .findFirst()
        .orElse("");
  }

  static boolean isOurs(Tab tab) {
    return tab.marks().containsKey("ledger_ref")
        || tab.title().equals("Mises en relation")
        || (tab.id() >= Snapshot.LEDGER && tab.id() < Snapshot.LEDGER + 100);
  }

  /** One that reaches over all columns may reach over those that are added, too. */
  static JsonNode filter(Tab tab) {
    JsonNode filter = tab.json().path("basicFilter").deepCopy();
    if (filter.path("range") instanceof ObjectNode range
        && range.path("endColumnIndex").asInt() >= tab.gridColumns()) {
      range.remove("endColumnIndex");
    }
    return filter;
  }

  /** Nothing, or a box that nobody ticked. */
  static boolean isFree(JsonNode cell) {
    return text(cell).isEmpty()
        || cell.path("userEnteredValue").path("boolValue").asText().equals("false");
  }

  /** What a cell lists, without what is said by spaces and case alone. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split(",", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Whether a word is beside as many of somebody's answers as before. */
  static boolean isStillBeside(String token, Tab was, Tab is, int column, String text) {
    return beside(token, is, column, text) >= beside(token, was, column, text);
  }

  private static long beside(String token, Tab tab, int column, String text) {
    return tab.rowsOf(token).stream().filter(i -> tab.text(i, column).equals(text)).count();
  }

  /** Whether a typed word stands in its column as often as before: it may have been put right. */
  static boolean isStill(Tab was, Tab is, int column, String text) {
    return !text.isEmpty() && count(is, column, text) >= count(was, column, text);
  }

  static long count(Tab tab, int column, String text) {
    return IntStream.range(1, tab.rowCount()).filter(i -> tab.text(i, column).equals(text)).count();
  }

  static boolean contains(JsonNode list, JsonNode one) {
    for (JsonNode other : list) {
      if (other.equals(one)) {
        return true;
      }
    }
    return false;
  }

  static String text(JsonNode cell) {
    return cell.path("formattedValue").asText("");
  }

  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }

  private LookedCells() {}
}
