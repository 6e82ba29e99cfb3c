package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** The request about the spreadsheet as a whole. */
final class BookRequests {

  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "locale",
          "timeZone",
          "autoRecalc",
          "iterativeCalculationSettings",
          "spreadsheetTheme",
          "importFunctionsExternalUrlAccessAllowed");
  private static final Set<String> RECALCULATIONS = Set.of("ON_CHANGE", "MINUTE", "HOUR");
  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

  private BookRequests() {}

  static ObjectNode update(Book book, ObjectNode body, SheetsWorld world) {
    ObjectNode requested = OfficeJson.child(body, "properties");
    FieldTree fields = CellData.fields(body, FIELDS);
    String title = value(requested, fields, "title", book.title());
    String locale = value(requested, fields, "locale", book.locale());
    String timeZone = value(requested, fields, "timeZone", book.timeZone());
    String recalculation = value(requested, fields, "autoRecalc", book.autoRecalc());
    if (!LOCALE.matcher(locale).matches()) {
      throw new InvalidRequest("Unsupported locale: " + locale);
    }
    if (!RECALCULATIONS.contains(recalculation)) {
      throw new InvalidRequest("Unsupported autoRecalc: " + recalculation);
    }
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException unknown) {
      throw new InvalidRequest("Unsupported time zone: " + timeZone);
    }
    book.describe(title, locale, timeZone);
    book.autoRecalc(recalculation);
    return OfficeJson.object();
  }

  private static String value(ObjectNode requested, FieldTree fields, String name, String old) {
    return fields.has(name) ? OfficeJson.text(requested, name).orElse(old) : old;
  }
}
