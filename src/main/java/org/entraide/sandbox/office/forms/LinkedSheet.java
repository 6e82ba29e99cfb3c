package org.entraide.sandbox.office.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;

/** The spreadsheet that a form is linked to: each response goes into its response tab. */
public final class LinkedSheet implements ResponseSink {

  private final FormRows rows;

  private LinkedSheet(FormRows rows) {
    this.rows = rows;
  }

  /** Links a form to a spreadsheet, as « Link to Sheets » does: all its responses so far, too. */
  public static LinkedSheet link(
      OfficeForm form, Spreadsheet spreadsheet, SheetsWorld world, RowSwitches switches) {
    LinkedSheet sheet =
        new LinkedSheet(
            FormRows.link(
                spreadsheet,
                world,
                switches,
                form.collectsEmail(),
                questions(form),
                form.responses().stream().map(r -> row(form, r)).toList()));
    form.linkedTo(spreadsheet.id(), sheet);
    return sheet;
  }

  /**
   * Links a form to a new spreadsheet, whose only tab is then the form's.
   *
   * @param locale as Google writes it, such as {@code fr_FR}
   * @param timeZone a CLDR name, such as {@code Europe/London}
   */
  public static LinkedSheet linkNew(
      OfficeForm form,
      String spreadsheetId,
      String locale,
      String timeZone,
      SheetsWorld world,
      RowSwitches switches) {
    Spreadsheet spreadsheet =
        world.create(
            spreadsheetId, ResponseWords.of(locale).title(form.title()), locale, timeZone, " ");
    LinkedSheet linked = link(form, spreadsheet, world, switches);
    spreadsheet.change(book -> book.sheets().remove(0));
    return linked;
  }

  /** The response tab. */
  public FormRows rows() {
    return rows;
  }

  @Override
  public void submitted(OfficeForm form, FormResponse response) {
    rows.submit(row(form, response));
  }

  @Override
  public void edited(OfficeForm form, FormResponse response) {
    rows.edit(row(form, response));
  }

  @Override
  public void changed(OfficeForm form) {
    rows.questions(questions(form));
  }

  private static List<AskedQuestion> questions(OfficeForm form) {
    return form.columns().stream().map(c -> new AskedQuestion(c.questionId(), c.header())).toList();
  }

  @Override
  public void deleted(OfficeForm form, FormResponse response) {
    // Google leaves the row where it is
  }

  private static AnswerRow row(OfficeForm form, FormResponse response) {
    Map<String, List<String>> answers = response.answers();
    List<AnswerRow.Answer> cells = new ArrayList<>();
    for (FormColumn column : form.columns()) {
      List<String> values = answers.get(column.questionId());
      if (values != null) {
        cells.add(new AnswerRow.Answer(column.questionId(), column.header(), values));
      }
    }
    return new AnswerRow(
        response.id(),
        response.submitted(),
        cells,
        response.email().isEmpty() ? null : response.email());
  }
}
