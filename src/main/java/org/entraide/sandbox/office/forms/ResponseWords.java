package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/**
 * What Google writes into a response tab, in the language of its owner.
 *
 * @param responses behind the form's title in the name of a new spreadsheet
 * @param tab without its number
 * @param timePattern how timestamps are shown
 */
record ResponseWords(
    String responses, String tab, String timestamp, String email, String timePattern) {

  private static final int FIRST_ROWS = 100;

  static ResponseWords of(String locale) {
    SheetLocale rules = SheetLocale.of(locale);
    return rules.isFrench()
        ? new ResponseWords(
            "réponses", "Réponses au formulaire", "Horodateur", "Adresse e-mail", rules.dateTime())
        : new ResponseWords(
            "Responses", "Form Responses", "Timestamp", "Email Address", rules.dateTime());
  }

  /** Of a new spreadsheet for a form. */
  String title(String form) {
    return form + " (" + responses + ")";
  }

  /** A new tab under the first number that is free, its header row frozen. */
  static Sheet addTab(Book book, int columns) {
    String tab = of(book.locale()).tab();
    int number = 1;
    while (book.find(tab + " " + number).isPresent()) {
      number++;
    }
    int width = Math.max(Sheet.DEFAULT_COLUMNS, columns);
    Sheet sheet = book.addSheet(tab + " " + number, FIRST_ROWS, width);
    ObjectNode frozen = OfficeJson.object().put("frozenRowCount", 1);
    sheet.gridProperties(frozen);
    return sheet;
  }
}
