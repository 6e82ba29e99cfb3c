package org.entraide.sandbox.office.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.entraide.sandbox.office.sheets.batch.InputParser;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridRow;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.SerialDate;

/**
 * The response tab of one form: how its responses land in a spreadsheet.
 *
 * <p>A new response is inserted right after the last row that the form wrote, so that what people
 * typed below moves down. Columns are known by identity: they may be renamed and moved, and one
 * that was deleted comes back at the right. Everything unsettled is in {@link RowSwitches}.
 *
 * <p>Not safe for several threads by itself; the office serves one request at a time.
 */
public final class FormRows {

  private final Spreadsheet spreadsheet;
  private final SheetsWorld world;
  private final int sheetId;
  private final ResponseColumns columns;
  private final Map<String, Long> rowOfResponse = new HashMap<>();
  private final Set<Long> written = new HashSet<>();
  private final long headerRow;
  private RowSwitches switches;

  private FormRows(
      Spreadsheet spreadsheet,
      SheetsWorld world,
      RowSwitches switches,
      int sheetId,
      ResponseColumns columns,
      long headerRow) {
    this.spreadsheet = spreadsheet;
    this.world = world;
    this.switches = switches;
    this.sheetId = sheetId;
    this.columns = columns;
    this.headerRow = headerRow;
  }

  /**
   * Links a form to a spreadsheet: makes a tab named as Google names it, with all responses so far.
   *
   * @param earlier in the order in which they were submitted
   */
  public static FormRows link(
      Spreadsheet spreadsheet,
      SheetsWorld world,
      RowSwitches switches,
      boolean collectsEmail,
      List<AskedQuestion> questions,
      List<AnswerRow> earlier) {
    FormRows rows =
        spreadsheet.change(
            book -> {
              ResponseWords words = ResponseWords.of(book.locale());
              Sheet sheet = ResponseWords.addTab(book, questions.size() + 2);
              ResponseColumns columns = new ResponseColumns(words, collectsEmail, questions);
              columns.lay(sheet);
              long header = sheet.row(0).id();
              return new FormRows(spreadsheet, world, switches, sheet.id(), columns, header);
            });
    rows.submitAll(earlier);
    return rows;
  }

  /** Of the response tab; never changes. */
  public int sheetId() {
    return sheetId;
  }

  /** What holds now. */
  public RowSwitches switches() {
    return switches;
  }

  /** Changes what holds from now on. */
  public void switches(RowSwitches others) {
    switches = others;
  }

  /** Whether the tab is still there; a form whose tab was deleted writes nowhere. */
  public boolean isLinked() {
    return spreadsheet.book().find(sheetId).isPresent();
  }

  /** A new response. */
  public void submit(AnswerRow answer) {
    submitAll(List.of(answer));
  }

  /** Several new responses in their order, in one change of the spreadsheet. */
  public void submitAll(List<AnswerRow> answers) {
    if (!answers.isEmpty() && isLinked()) {
      spreadsheet.change(
          book -> {
            Sheet sheet = book.sheet(sheetId);
            columns.restore(sheet, headerIndex(sheet));
            insert(book, sheet, answers);
            return sheet;
          });
    }
  }

  /** A respondent edits a response: its row is overwritten and its timestamp is the edit's. */
  public void edit(AnswerRow answer) {
    if (!isLinked()) {
      return;
    }
    spreadsheet.change(
        book -> {
          Sheet sheet = book.sheet(sheetId);
          columns.restore(sheet, headerIndex(sheet));
          int row = rowToEdit(sheet, answer.responseId());
          if (row < 0) {
            insert(book, sheet, List.of(answer));
          } else {
            sheet.setRow(row, write(book, sheet, sheet.row(row), answer));
          }
          return sheet;
        });
  }

  /**
   * The questions after an edit of the form: a new title goes to its header, a new question gets a
   * column, a deleted one keeps its column and is no longer filled.
   */
  public void questions(List<AskedQuestion> questions) {
    if (isLinked()) {
      spreadsheet.change(
          book -> {
            Sheet sheet = book.sheet(sheetId);
            columns.change(sheet, headerIndex(sheet), questions, switches.newColumn());
            return sheet;
          });
    }
  }

  /** Where an answer is now, its row counted from 1; empty where the sheet has lost it. */
  OptionalInt rowOf(String response) {
    if (!isLinked()) {
      return OptionalInt.empty();
    }
    Sheet sheet = spreadsheet.book().sheet(sheetId);
    int row = tracked(sheet, response);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row + 1);
  }

  private int headerIndex(Sheet sheet) {
    return sheet.indexOf(Dimension.ROWS, headerRow);
  }

  private int rowToEdit(Sheet sheet, String response) {
    return switch (switches.editMode()) {
      case APPEND -> -1;
      case BY_POSITION -> firstWritten(sheet, response);
      case TRACKED -> tracked(sheet, response);
    };
  }

  private int tracked(Sheet sheet, String response) {
    int row = rowWithContent(sheet, response);
    return row >= 0 ? row : firstWritten(sheet, response);
  }

  private int firstWritten(Sheet sheet, String response) {
    Long row = rowOfResponse.get(response);
    return row == null ? -1 : sheet.indexOf(Dimension.ROWS, row);
  }

  private int rowWithContent(Sheet sheet, String response) {
    int timestamp = columns.timestamp(sheet);
    for (int i = 0; i < sheet.rowCount(); i++) {
      if (response.equals(sheet.cell(i, timestamp).origin())) {
        return i;
      }
    }
    return -1;
  }

  /** All rows at once: references to rows below are moved once and not for each of them. */
  private void insert(Book book, Sheet sheet, List<AnswerRow> answers) {
    int at = afterLastWritten(sheet);
    sheet.insert(Dimension.ROWS, at, answers.size());
    for (AnswerRow answer : answers) {
      GridRow fresh = sheet.row(at);
      if (switches.inheritsFormats() && at > 0 && written.contains(sheet.row(at - 1).id())) {
        fresh = inherit(sheet, fresh, sheet.row(at - 1));
      }
      sheet.setRow(at, write(book, sheet, fresh, answer));
      rowOfResponse.put(answer.responseId(), fresh.id());
      written.add(fresh.id());
      at++;
    }
  }

  private int afterLastWritten(Sheet sheet) {
    for (int i = sheet.rowCount() - 1; i >= 0; i--) {
      if (written.contains(sheet.row(i).id())) {
        return i + 1;
      }
    }
    return headerIndex(sheet) + 1;
  }

  private GridRow inherit(Sheet sheet, GridRow fresh, GridRow above) {
    Set<Integer> forms = columns.indices(sheet);
    OfficeCell[] cells = fresh.cells(above.width());
    for (int i = 0; i < cells.length; i++) {
      var extras = above.cell(i).extras();
      if (extras != null && !forms.contains(i)) {
        // notes belong to one cell
        cells[i] = OfficeCell.EMPTY.withExtras(extras.deepCopy().without("note"));
      }
    }
    return fresh.withCells(cells);
  }

  private GridRow write(Book book, Sheet sheet, GridRow row, AnswerRow answer) {
    InputParser parser = InputParser.of(book, world);
    OfficeCell[] cells = row.cells(sheet.columnCount());
    columns.fill(sheet, cells, answer, (cell, text) -> typed(parser, cell, text));
    int timestamp = columns.timestamp(sheet);
    CellValue time = new CellValue.Num(SerialDate.of(answer.submitted(), book.timeZone()));
    cells[timestamp] =
        cells[timestamp]
            .withValue(time)
            .withExtras(columns.timeFormat())
            .withOrigin(answer.responseId());
    return row.withCells(cells);
  }

  private OfficeCell typed(InputParser parser, OfficeCell cell, String text) {
    if (text.isEmpty()) {
      return cell.withValue(null);
    }
    // a cell takes no more; the form itself keeps the whole answer
    String fitting = text.substring(0, Math.min(text.length(), OfficeCell.MOST_CHARACTERS));
    return switches.answersParsed()
        ? parser.type(cell, fitting)
        : cell.withValue(new CellValue.Text(fitting));
  }
}
