package org.entraide.livecheck;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** How a form writes into its sheet. The probes build on one another, in this order. */
final class SheetProbes {

  static final String NEW_QUESTION = "Entraide live-check";
  private static final String OURS = "live-check";
  private static final String FIRST = "007";
  private static final String SECOND = "008";
  private static final String EDITED = "900";

  private final Table table;
  private final SheetAppearance appearance;
  private final ClickWaiting patience;
  private final int sheetId;
  private final String title;

  /**
   * @param sheetId the tab of the form's answers, without any
   * @param title the column of a question that takes a text
   */
  SheetProbes(
      Table table, SheetAppearance appearance, BrowserUser human, int sheetId, String title) {
    this.table = table;
    this.appearance = appearance;
    this.patience = new ClickWaiting(human);
    this.sheetId = sheetId;
    this.title = title;
  }

  List<Probe> probes() {
    return List.of(
        new Probe(
            "stored-answer",
            "Is an answer read as if it had been typed into the sheet?",
            "answersParsed",
            Map.of(
                "true", "007 becomes 7: telephone numbers lose zeros, and the form knows better.",
                "false", "007 stays 007: what the sheet shows is what was answered."),
            this::storedAnswer),
        new Probe(
            "inherited-format",
            "Does a new answer's row take formats and rules from the row above in other columns?",
            "inheritsFormats",
            Map.of(
                "true", "Boxes and drop-downs of the organisers' columns go on by themselves.",
                "false", "Rules have to cover rows that do not exist yet."),
            this::inheritedFormat),
        editing(),
        new Probe(
            "new-question",
            "Where does the column of a new question appear?",
            "newColumn",
            Map.of(
                "AFTER_LAST", "Right of the form's last column: the organisers' columns move.",
                "FAR_RIGHT", "Right of everything: it is among Entraide's columns."),
            this::newQuestion),
        new Probe(
            "duplicated-tab",
            "Does a duplicated tab have copies of the marks by which columns are known?",
            "duplicateCopiesMetadata",
            Map.of(
                "true", "Two tabs have marks: the linked one counts.",
                "false", "The copy is nobody's."),
            this::duplicatedTab));
  }

  private Probe editing() {
    return new Probe(
        "edited-answer",
        "Where does an edited answer land, once rows were sorted?",
        "editMode",
        Map.of(
            "TRACKED", "In its own row, wherever that is now.",
            "BY_POSITION",
                "In the row where it was first written: over somebody else's answer. Ask people"
                    + " not to edit answers, or not to sort.",
            "APPEND", "In a new row; the earlier one stays and counts as a duplicate."),
        this::editedAnswer);
  }

  private Optional<String> storedAnswer() throws RemoteFailure, InterruptedException {
    Optional<Cell> stored =
        patience.until(
            "answer-first",
            "Answer the form: write "
                + FIRST
                + " at “"
                + title
                + "”, and keep the link “Edit your response” that is shown afterwards.",
            () -> answers().size() == 1 ? Optional.of(answer(0)) : Optional.empty());
    return stored.map(cell -> String.valueOf(cell.kind() == Cell.Kind.NUMBER));
  }

  private Optional<String> inheritedFormat() throws RemoteFailure, InterruptedException {
    Tab tab = tab();
    int column = ownColumn(tab).orElseGet(() -> width(tab));
    if (ownColumn(tab).isEmpty()) {
      List<Change.Column> columns = List.of(new Change.Column(OURS, NEW_QUESTION + " (us)", false));
      int rows = tab.rows().size();
      table.write(
          List.of(
              new Change.AddColumns(sheetId, column, tab.columnCount(), columns),
              new Change.TickBoxes(new Area(sheetId, 1, rows, column, column + 1))),
          Map.of());
    }
    Optional<Integer> row =
        patience.until(
            "answer-second",
            "Answer the form once more, as somebody else: write " + SECOND + " at “" + title + "”.",
            () -> answers().size() == 2 ? Optional.of(answers().get(1).index()) : Optional.empty());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Area cell = Area.cell(sheetId, row.get(), column);
    boolean helped =
        appearance.decorations(Set.of(sheetId)).helped().keySet().stream().anyMatch(cell::meets);
    return Optional.of(String.valueOf(helped));
  }

  private Optional<String> editedAnswer() throws RemoteFailure, InterruptedException {
    List<Row> written = answers();
    if (written.size() != 2) {
      return Optional.empty();
    }
    int first = written.get(0).index();
    Optional<Integer> moved =
        patience.until(
            "sort",
            "In the sheet, sort the tab of answers by “"
                + title
                + "”, Z to A (right click on the column's letter › Sort sheet Z to A).",
            () -> rowOf(FIRST).filter(row -> row != first));
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> edited =
        patience.until(
            "edit",
            "Open the link “Edit your response” of the first answer, and change "
                + FIRST
                + " to "
                + EDITED
                + ".",
            () -> rowOf(EDITED));
    return edited.flatMap(row -> landed(row, first, moved.get(), written.size()));
  }

  private Optional<String> landed(int row, int first, int moved, int rowsWritten) {
    if (row == moved) {
      return Optional.of("TRACKED");
    }
    if (row == first) {
      return Optional.of("BY_POSITION");
    }
    return row > rowsWritten ? Optional.of("APPEND") : Optional.empty();
  }

  private Optional<String> newQuestion() throws RemoteFailure, InterruptedException {
    return patience.until(
        "question",
        "In the form, add a question at the end, a short answer with the title “"
            + NEW_QUESTION
            + "”. If no column appears in the sheet, answer the form once.",
        () -> {
          Tab tab = tab();
          Optional<Integer> ownColumn = ownColumn(tab);
          Optional<Integer> questionColumn = column(tab, NEW_QUESTION);
          return ownColumn.isPresent() && questionColumn.isPresent()
              ? Optional.of(questionColumn.get() < ownColumn.get() ? "AFTER_LAST" : "FAR_RIGHT")
              : Optional.empty();
        });
  }

  private Optional<String> duplicatedTab() throws RemoteFailure, InterruptedException {
    Set<Integer> tabsBefore =
        table.read().tabs().stream().map(Tab::sheetId).collect(Collectors.toSet());
    return patience.until(
        "duplicate",
        "In the sheet, duplicate the tab of answers (right click on its name › Duplicate).",
        () ->
            table.read().tabs().stream()
                .filter(tab -> !tabsBefore.contains(tab.sheetId()))
                .findFirst()
                .map(copy -> String.valueOf(!copy.columnMarks().isEmpty())));
  }

  int sheetId() {
    return sheetId;
  }

  String title() {
    return title;
  }

  Tab tab() throws RemoteFailure {
    return table
        .read()
        .tab(sheetId)
        .orElseThrow(
            () ->
                RemoteFailure.of(
                    RemoteFailure.Kind.NOT_FOUND,
                    "The tab of answers is gone from the scratch sheet."));
  }

  List<Row> answers() throws RemoteFailure {
    Tab tab = tab();
    int column = column(tab, title).orElse(0);
    return tab.body().stream().filter(row -> !row.cell(column).isBlank()).toList();
  }

  private Cell answer(int number) throws RemoteFailure {
    return answer(answers().get(number));
  }

  /** What was answered in a row. */
  Cell answer(Row row) throws RemoteFailure {
    return row.cell(column(tab(), title).orElse(0));
  }

  /** The row of an answer, whether it is kept as a text or as a number. */
  Optional<Integer> rowOf(String answer) throws RemoteFailure {
    double number = Double.parseDouble(answer);
    int column = column(tab(), title).orElse(0);
    return answers().stream()
        .filter(
            row -> {
              Cell cell = row.cell(column);
              boolean same = cell.kind() == Cell.Kind.NUMBER && cell.number() == number;
              return same || cell.text().equals(answer);
            })
        .map(Row::index)
        .findFirst();
  }

  static Optional<Integer> ownColumn(Tab tab) {
    return tab.columnMarks().entrySet().stream()
        .filter(mark -> mark.getValue().equals(OURS))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Optional<Integer> column(Tab tab, String title) {
    return IntStream.range(0, tab.header().cells().size())
        .boxed()
        .filter(i -> Objects.equals(tab.header().cell(i).text().strip(), title.strip()))
        .findFirst();
  }

  private static int width(Tab tab) {
    return tab.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }
}
