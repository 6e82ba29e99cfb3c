package org.entraide.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A spreadsheet as the API tells it, with formats, notes, rules and everything that lies over it.
 */
public final class Snapshot {

  /** Heights and rules reach far below the answers and cost most: only in the long run. */
  private static final boolean ALL = Boolean.getBoolean("organisers.all");

  private static final String HEIGHTS = ALL ? "rowMetadata," : "";

  private static final String RULES = ALL ? "dataValidation," : "";

  /** What the snapshot asks for: everything but what is calculated. */
  public static final String FIELDS =
      "properties,namedRanges,sheets(properties,merges,basicFilter,filterViews,protectedRanges,"
          + "conditionalFormats,bandedRanges,charts,tables,data("
          + HEIGHTS
          + "columnMetadata,"
          + "rowData(values(userEnteredValue,formattedValue,userEnteredFormat,note,"
          + RULES
          + "textFormatRuns))))";

  /** The key of the daemon's marks on columns. */
  private static final String MARK_KEY = "entraide";

  /** Before the mark of a column in a tab from which everything was carried over. */
  private static final String LEFT = "left.";

  /** The daemon's and the organisers' columns beside answers that any tab of answers has. */
  private static final Set<String> PEOPLE = Set.of("ref", "status", "instruction", "check");

  /** Begins the daemon's own ids of tabs. */
  public static final int LEDGER = 741_852_001;

  private final JsonNode json;
  private final List<Tab> tabs = new ArrayList<>();

  /**
   * A spreadsheet as it is.
   *
   * @param json that changes no more
   */
  public Snapshot(JsonNode json) {
    this.json = json;
    json.path("sheets").forEach(sheet -> tabs.add(new Tab(sheet)));
  }

  public JsonNode json() {
    return json;
  }

  public List<Tab> tabs() {
    return Collections.unmodifiableList(tabs);
  }

  public Optional<Tab> tab(int id) {
    return tabs().stream().filter(t -> t.id() == id).findFirst();
  }

  /** The daemon's tab of introductions. */
  public Optional<Tab> ledger() {
    return tab(LEDGER)
        .or(() -> tabs().stream().filter(t -> t.marks().containsKey("ledger_ref")).findFirst())
        .or(() -> tabs().stream().filter(t -> t.title().equals("Mises en relation")).findFirst());
  }

  /**
   * The tab that was served before, while what people typed there is not yet carried over into the
   * tab of the answers: the daemon has written a check beside none of its answers, and has not said
   * in the former tab that it is done.
   *
   * @param answers the id of the response tab
   */
  public Optional<Tab> former(int answers) {
    boolean fresh =
        tab(answers)
            .filter(
                tab ->
                    IntStream.range(1, tab.rowCount())
                        .allMatch(row -> tab.text(row, "check").isEmpty()))
            .isPresent();
    return fresh
        ? tabs().stream().filter(tab -> tab.id() != answers && tab.isToBeLeft()).findFirst()
        : Optional.empty();
  }

  /** One tab. */
  public static final class Tab {
    private final JsonNode json;
    private final JsonNode data;
    private final JsonNode rows;
    private final Map<String, Integer> marks = new HashMap<>();
    private final Map<Integer, String> marked = new HashMap<>();
    private final Map<Integer, Set<String>> tokens = new HashMap<>();

    public Tab(JsonNode json) {
      this.json = json;
      this.data = json.path("data").path(0);
      this.rows = data.path("rowData");
      int column = 0;
      for (JsonNode metadata : data.path("columnMetadata")) {
        for (JsonNode entry : metadata.path("developerMetadata")) {
          if (isMark(entry) && !isPin(entry)) {
            String mark = entry.path("metadataValue").asText();
            marked.put(column, mark);
            // columns that were deleted came back beside those that replaced them: the first
            // that people see a title of
            marks.merge(
                mark, column, (a, b) -> text(0, a).isEmpty() && !text(0, b).isEmpty() ? b : a);
          }
        }
        column++;
      }
    }

    private static boolean isMark(JsonNode metadata) {
      return metadata.path("metadataKey").asText().equals(MARK_KEY);
    }

    /** Whose question a column of the form's is: the column stays the form's. */
    private static boolean isPin(JsonNode metadata) {
      return metadata.path("metadataValue").asText().startsWith("form:");
    }

    /** What others remember of a column. */
    public List<JsonNode> metadata(int column) {
      List<JsonNode> organisersEntries = new ArrayList<>();
      for (JsonNode entry : lines(false).path(column).path("developerMetadata")) {
        if (!isMark(entry) || !isPin(entry)) {
          organisersEntries.add(entry);
        }
      }
      return organisersEntries;
    }

    /** Whether it has the columns of answers, and not the mark of a tab that was left. */
    private boolean isToBeLeft() {
      return marks.keySet().stream().anyMatch(mark -> PEOPLE.contains(mark))
          && marks.keySet().stream().noneMatch(mark -> mark.startsWith(LEFT));
    }

    public JsonNode json() {
      return json;
    }

    public JsonNode lines(boolean ofRows) {
      return data.path(ofRows ? "rowMetadata" : "columnMetadata");
    }

    public int id() {
      return json.path("properties").path("sheetId").asInt();
    }

    public String title() {
      return json.path("properties").path("title").asText();
    }

    /** Columns by the daemon's mark, one for each. */
    public Map<String, Integer> marks() {
      return marks;
    }

    public int rowCount() {
      return rows.size();
    }

    /** Up to the last row in which there is a text; rules alone may reach further down. */
    public int filledRows() {
      for (int i = rowCount() - 1; i >= 0; i--) {
        for (JsonNode cell : rows.path(i).path("values")) {
          if (!cell.path("formattedValue").asText("").isEmpty()) {
            return i + 1;
          }
        }
      }
      return 0;
    }

    public int gridRows() {
      return json.path("properties").path("gridProperties").path("rowCount").asInt();
    }

    public int gridColumns() {
      return data.path("columnMetadata").size();
    }

    public int width(int row) {
      return rows.path(row).path("values").size();
    }

    /** A row as JSON: one and the same object as long as the row does not change. */
    public JsonNode row(int row) {
      return rows.path(row);
    }

    public JsonNode cell(int row, int column) {
      return rows.path(row).path("values").path(column);
    }

    public String text(int row, int column) {
      return cell(row, column).path("formattedValue").asText("");
    }

    /** What a column with a mark shows; empty without such a column. */
    public String text(int row, String mark) {
      Integer column = marks.get(mark);
      return column == null ? "" : text(row, column);
    }

    /** The daemon's marks by column: one that came back beside its successor has the same. */
    public Map<Integer, String> marked() {
      return marked;
    }

    /** Whether a cell of a column with a mark lies under another that it is merged into. */
    public boolean isCovered(int row, String mark) {
      return isCovered(row, marks.getOrDefault(mark, -1));
    }

    public boolean isCovered(int row, int column) {
      for (JsonNode merge : json.path("merges")) {
        int top = merge.path("startRowIndex").asInt();
        int left = merge.path("startColumnIndex").asInt();
        if (row >= top
            && row < merge.path("endRowIndex").asInt()
            && column >= left
            && column < merge.path("endColumnIndex").asInt()
            && (row != top || column != left)) {
          return true;
        }
      }
      return false;
    }

    /** The column under a title that the daemon did not give; -1 for none. */
    public int titled(String title) {
      for (int j = 0; j < width(0); j++) {
        if (!marked.containsKey(j) && text(0, j).equals(title)) {
          return j;
        }
      }
      return -1;
    }

    /** The latest time under a title; 0 for none. */
    public double newest(String title) {
      int column = titled(title);
      return IntStream.range(1, rowCount())
          .mapToDouble(
              row -> cell(row, column).path("userEnteredValue").path("numberValue").asDouble())
          .max()
          .orElse(0);
    }

    /** What people or the form wrote in a row. */
    public String writtenByPeople(int row) {
      StringBuilder all = new StringBuilder();
      for (int j = 0; j < width(row); j++) {
        if (!marked.containsKey(j)) {
          all.append(text(row, j)).append('\n');
        }
      }
      return all.toString();
    }

    /** Everything that is written in a row. */
    public String whole(int row) {
      return IntStream.range(0, width(row))
          .mapToObj(column -> text(row, column))
          .collect(Collectors.joining("\n"));
    }

    /** Whom a row names. */
    public Set<String> tokens(int row) {
      return row == 0
          ? Set.of()
          : tokens.computeIfAbsent(
              row, r -> Collections.unmodifiableSet(Human.tokens(writtenByPeople(r))));
    }

    /** The one whose whole row it is; empty for nobody's, and for a row of two. */
    public Optional<String> owner(int row) {
      Set<String> tokens = tokens(row);
      return tokens.size() == 1 ? Optional.of(tokens.iterator().next()) : Optional.empty();
    }

    /** The rows that are wholly somebody's. */
    public List<Integer> rowsOf(String token) {
      List<Integer> rows = new ArrayList<>();
      for (int i = 1; i < rowCount(); i++) {
        if (owner(i).filter(token::equals).isPresent()) {
          rows.add(i);
        }
      }
      return rows;
    }

    /** The rows of everybody, those that name two people left out. */
    public Map<String, List<Integer>> owners() {
      Map<String, List<Integer>> owners = new java.util.TreeMap<>();
      for (int i = 1; i < rowCount(); i++) {
        int row = i;
        owner(i).ifPresent(t -> owners.computeIfAbsent(t, k -> new ArrayList<>()).add(row));
      }
      return owners;
    }
  }
}
