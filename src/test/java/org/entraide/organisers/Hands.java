package org.entraide.organisers;

import static org.entraide.organisers.Ranges.isWithin;
import static org.entraide.organisers.Ranges.letters;
import static org.entraide.organisers.Ranges.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.entraide.organisers.World.Impossible;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Human;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Snapshot.Tab;

/**
 * What an organiser's hands do to the sheet; all that is left to chance comes from one generator.
 */
final class Hands {

  /** The status that was typed before anything else, and for whom. */
  static final String TYPED = "Vu au téléphone";

  static final int TYPED_FOR = 8;

  /** Rows of a ledger that is as long as these histories need. */
  private static final int SHORT = 100;

  private static final int MOST_PAGES = 1_000_000;

  final World world;
  private final RandomGenerator random;

  Hands(World world, RandomGenerator random) {
    this.world = world;
    this.random = random;
  }

  /** What the organisers did before anything else: instructions, colours, a column of their own. */
  void begin() {
    Tab tab = answers();
    begin(tab, 10, "instruction", "Pause");
    begin(tab, 2, "with", tab.text(4, "ref"));
    begin(tab, 0, "never_with", tab.text(11, "ref"));
    begin(tab, 5, "checked", "oui");
    begin(tab, 9, "corrected_place", "Ouest");
    begin(tab, 7, "group", "Croix-Rouge");
    begin(tab, TYPED_FOR, "status", TYPED);
    String remarks = "'" + tab.title() + "'!" + letters(tab.gridColumns() - 2);
    paste(remarks + "1", List.of(List.of("Remarques"), List.of("à rappeler")));
    note(1, 2, "rappelé hier");
    colour(3, 4);
    look();
  }

  /** The ledger's empty rows, nine hundred with a rule each, cost a trial most of its time. */
  void shortenLedger() {
    Tab ledger = world.look().ledger().orElseThrow(() -> new Impossible("there is no ledger"));
    api(
        request(
            "deleteDimension",
            """
            {"range": {"sheetId": %d, "dimension": "ROWS", "startIndex": %d, "endIndex": %d}}
            """
                .formatted(ledger.id(), SHORT, ledger.gridRows())));
  }

  /** The rows stand as the form wrote them. */
  private void begin(Tab tab, int number, String mark, String text) {
    int column = tab.marks().getOrDefault(mark, 0);
    type("'" + tab.title() + "'!" + letters(column) + (number + 2), text);
  }

  // ---- where things are

  RandomGenerator random() {
    return random;
  }

  Tab answers() {
    return world.answers();
  }

  /** Somebody whose row is wholly theirs. */
  String anyone() {
    return among(List.copyOf(answers().owners().keySet()));
  }

  <T> T among(List<T> some) {
    if (some.isEmpty()) {
      throw new Impossible("there is none");
    }
    return some.get(random.nextInt(some.size()));
  }

  /** Counted from 1, as people do. */
  int row(String token) {
    List<Integer> rows = answers().rowsOf(token);
    if (rows.isEmpty()) {
      throw new Impossible(token + " has no row");
    }
    return rows.get(0) + 1;
  }

  /** An answer that nobody has seen tells who it is by its contact and its name alone. */
  void seen(String token) {
    Tab answers = answers();
    if (answers.rowsOf(token).stream().allMatch(i -> answers.text(i, "ref").isEmpty())) {
      throw new Impossible("nobody could know that they are the same");
    }
  }

  /** Whose address and telephone number change before anybody looks is a stranger. */
  void reached(String token, String title) {
    Tab answers = answers();
    Human human = world.truth.humans().get(token);
    boolean known =
        human != null
            && answers.rowsOf(token).stream()
                .allMatch(i -> human.isReachedBy(answers.text(i, answers.titled(title))));
    if (!known || world.truth.isCorrectedUnread()) {
      throw new Impossible("nobody could know that they are the same");
    }
  }

  int lastRow() {
    return answers().filledRows();
  }

  /** The index of the daemon's column with a mark. */
  int column(String mark) {
    Integer column = answers().marks().get(mark);
    if (column == null) {
      throw new Impossible("there is no column " + mark);
    }
    return column;
  }

  /** Its letters. */
  String own(String mark) {
    return letters(column(mark));
  }

  /** The letters of a column that people or the form titled. */
  String theirs(String title) {
    int column = answers().titled(title);
    if (column < 0) {
      throw new Impossible("there is no column " + title);
    }
    return letters(column);
  }

  /** The letters of an empty column right of all others. */
  String free() {
    Tab answers = answers();
    int column = answers.gridColumns() - 1;
    for (int i = 0; i < answers.rowCount(); i++) {
      if (answers.marks().containsValue(column) || !answers.text(i, column).isEmpty()) {
        throw new Impossible("there is no empty column");
      }
    }
    return letters(column);
  }

  String ref(String token) {
    String ref = answers().text(row(token) - 1, "ref");
    if (ref.isEmpty()) {
      throw new Impossible(token + " has no reference");
    }
    return ref;
  }

  /** A range of the response tab. */
  String tabbed(String range) {
    return "'" + answers().title().replace("'", "''") + "'!" + range;
  }

  /**
   * The first and the last of the form's columns, which stand together unless people moved them.
   */
  String formColumns(int fromRow, int toRow) {
    Tab answers = answers();
    int first = answers.titled("Horodateur");
    int last = answers.titled(Human.CONSENT);
    if (first < 0
        || last < first
        || !Human.QUESTIONS.stream().allMatch(t -> isWithin(answers.titled(t), first, last))
        || !isWithin(answers.titled("Adresse e-mail"), first, last)
        || answers.marks().values().stream().anyMatch(c -> c >= first && c <= last)) {
      throw new Impossible("the form's columns do not stand together");
    }
    return tabbed(letters(first) + fromRow + ":" + letters(last) + toRow);
  }

  /** The daemon's and the organisers' own columns, in the order in which they were added. */
  String ownColumns(int fromRow, int toRow) {
    return own("ref", "check", fromRow, toRow);
  }

  /** From one of the daemon's columns to another, where nobody else's is in between. */
  String own(String firstMark, String lastMark, int fromRow, int toRow) {
    int first = column(firstMark);
    int last = column(lastMark);
    Tab answers = answers();
    for (int j = first; j <= last; j++) {
      if (!answers.marks().containsValue(j) && !answers.text(0, j).isEmpty()) {
        throw new Impossible("our columns do not stand together");
      }
    }
    if (last < first) {
      throw new Impossible("our columns are in another order");
    }
    return tabbed(letters(first) + fromRow + ":" + letters(last) + toRow);
  }

  // ---- what they do

  /** An operation of docs/office-api.md, which can be undone. */
  void sheet(String operation, ObjectNode body) {
    world.truth.step(answers());
    try {
      world.people("POST", "sheets/" + Premises.SPREADSHEET + "/" + operation, body);
    } catch (Impossible e) {
      world.truth.noStep();
      throw e;
    }
  }

  /** Leaves all as it is. */
  void nothing() {}

  void undo() {
    Map<String, String> before = statuses();
    boolean undone =
        world
            .people("POST", "sheets/" + Premises.SPREADSHEET + "/undo", OfficeJson.object())
            .path("undone")
            .asBoolean();
    if (!undone) {
      throw new Impossible("nothing to undo");
    }
    if (world.truth.undone()) {
      world.truth.shuffled(answers());
      world.truth.doubled(answers());
    } else {
      look();
    }
    statuses()
        .forEach(
            (token, status) -> {
              // a status of the daemon's that comes back looks as if somebody had typed it
              if (!status.equals(before.get(token)) && ExpectedWords.isOrdered(status)) {
                world.truth.typedStatus(token);
              }
            });
  }

  private Map<String, String> statuses() {
    Map<String, String> statuses = new HashMap<>();
    world
        .look()
        .tab(world.premises.answers())
        .ifPresent(
            tab ->
                tab.owners()
                    .forEach(
                        (token, rows) -> statuses.put(token, tab.text(rows.get(0), "status"))));
    return statuses;
  }

  /** What is beside people now is what is asked for them. */
  void look() {
    world.truth.look(answers());
  }

  void type(String token, String mark, String text) {
    type(tabbed(own(mark) + row(token)), text);
  }

  void typeTheirs(String token, String title, String text) {
    type(tabbed(theirs(title) + row(token)), text);
  }

  void type(String range, String text) {
    sheet("type", OfficeJson.object().put("range", range).put("value", text));
  }

  void clear(String range) {
    sheet("clear", OfficeJson.object().put("range", range));
  }

  void paste(String from, List<List<String>> lines) {
    sheet("paste", OfficeJson.object().put("range", from).set("values", texts(lines)));
  }

  /** Some text; never the same twice, of which nobody could say where it had been meant to be. */
  List<List<String>> page(int lines, int columns) {
    int page = random.nextInt(MOST_PAGES);
    return IntStream.range(0, lines)
        .mapToObj(
            line ->
                IntStream.range(0, columns)
                    .mapToObj(column -> (char) ('a' + line * columns + column) + "" + page)
                    .toList())
        .toList();
  }

  void sort(String column, boolean descending) {
    sort(List.of(column), descending, "");
  }

  /**
   * Sorts.
   *
   * @param range empty for all below the header
   */
  void sort(List<String> columns, boolean descending, String range) {
    ObjectNode body = OfficeJson.object().put("tab", answers().title());
    for (String column : columns) {
      body.withArray("by").addObject().put("column", column).put("descending", descending);
    }
    if (!range.isEmpty()) {
      body.put("range", range);
    }
    sheet("sort", body);
  }

  /** Rows of the response tab: insertRows, deleteRows, moveRows, cutRows, copyRows, hideRows. */
  void rows(String operation, Map<String, Object> body) {
    if (body.get("to") instanceof Integer to && !operation.equals("moveRows")) {
      room(to + (body.get("count") instanceof Integer count ? count : 1));
    }
    lines(operation, answers().title(), body);
  }

  /** « Add more rows at the bottom », where the tab ends above a row. */
  void room(int row) {
    int missing = row - answers().gridRows();
    if (missing > 0) {
      api(
          request(
              "appendDimension",
              "{\"sheetId\": %d, \"dimension\": \"ROWS\", \"length\": %d}"
                  .formatted(answers().id(), missing)));
    }
  }

  void lines(String operation, String tab, Map<String, Object> body) {
    ObjectNode json = OfficeJson.object().put("tab", tab);
    body.forEach((name, value) -> json.putPOJO(name, value));
    sheet(operation, json);
  }

  void api(ObjectNode... requests) {
    world.api(requests);
  }

  ObjectNode request(String kind, String json) {
    ObjectNode request = OfficeJson.object();
    request.set(kind, OfficeJson.parse(json));
    return request;
  }

  /** A note on a cell, by row and column from 0. */
  void note(int row, int column, String text) {
    api(
        request(
            "updateCells",
            """
            {"start": {"sheetId": %d, "rowIndex": %d, "columnIndex": %d}, "fields": "note",
             "rows": [{"values": [{"note": "%s"}]}]}
            """
                .formatted(answers().id(), row, column, text)));
  }

  /** Paints a block, by row and column from 0. */
  void colour(int row, int column) {
    api(
        request(
            "repeatCell",
            """
            {"range": {"sheetId": %d, "startRowIndex": %d, "endRowIndex": %d,
              "startColumnIndex": %d, "endColumnIndex": %d},
             "cell": {"userEnteredFormat": {"backgroundColor": {"red": 1}}},
             "fields": "userEnteredFormat.backgroundColor"}
            """
                .formatted(answers().id(), row, row + 2, column, column + 12)));
  }
}
