package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.CellFormat;
import org.entraide.sandbox.office.sheets.book.GridArea;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.value.CellValue;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;
import org.entraide.sandbox.office.sheets.value.SheetLocale;

/** {@code findReplace}: what is found is replaced as if a person typed the new content. */
public final class FindReplace {

  private final Pattern pattern;
  private final String replacement;
  private final boolean entireCell;
  private final boolean formulas;
  private final Book book;
  private final InputParser parser;

  private final Set<Integer> sheets = new HashSet<>();
  private int occurrences;
  private int values;
  private int formulasChanged;
  private int rows;

  private FindReplace(Book book, ObjectNode body, SheetsWorld world) {
    String find = OfficeJson.text(body, "find").orElse("");
    if (find.isEmpty()) {
      throw new InvalidRequest("The value to find must not be empty.");
    }
    boolean regex = body.path("searchByRegex").asBoolean();
    int flags = Pattern.UNICODE_CASE;
    try {
      this.pattern =
          Pattern.compile(
              regex ? find : Pattern.quote(find),
              body.path("matchCase").asBoolean() ? flags : flags | Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new InvalidRequest("The regular expression to find is malformed.");
    }
    String with = OfficeJson.text(body, "replacement").orElse("");
    this.replacement = regex ? with : Matcher.quoteReplacement(with);
    this.entireCell = body.path("matchEntireCell").asBoolean();
    this.formulas = body.path("includeFormulas").asBoolean();
    this.book = book;
    this.parser = InputParser.of(book, world);
  }

  public static ObjectNode apply(Book book, ObjectNode body, SheetsWorld world) {
    FindReplace search = new FindReplace(book, body, world);
    areas(book, body).forEach(search::replace);
    ObjectNode reply = OfficeJson.object();
    search.report(reply.putObject("findReplace"));
    return reply;
  }

  private static List<GridArea> areas(Book book, ObjectNode body) {
    if (body.hasNonNull("range")) {
      return List.of(GridRanges.area(book, body.get("range")));
    }
    if (body.hasNonNull("sheetId")) {
      return List.of(book.sheet(body.get("sheetId").asInt()).whole());
    }
    if (body.path("allSheets").asBoolean()) {
      return book.sheets().stream().map(Sheet::whole).toList();
    }
    throw new InvalidRequest("A scope must be set: range, sheetId or allSheets.");
  }

  private void replace(GridArea area) {
    Sheet sheet = book.sheet(area.sheetId());
    CellFormat format = new CellFormat(SheetLocale.of(book.locale()));
    for (int i = area.startRow(); i < area.endRow(); i++) {
      boolean changed = false;
      int end = Math.min(area.endColumn(), sheet.row(i).width());
      for (int j = area.startColumn(); j < end; j++) {
        changed |= replace(sheet, i, j, format);
      }
      rows += changed ? 1 : 0;
    }
  }

  private boolean replace(Sheet sheet, int row, int column, CellFormat format) {
    OfficeCell cell = sheet.cell(row, column);
    boolean formula = cell.entered() instanceof CellValue.Formula;
    if (cell.isBlank() || (formula && !formulas)) {
      return false;
    }
    String text = cell.entered() instanceof CellValue.Formula f ? f.text() : format.show(cell);
    Matcher matcher = pattern.matcher(text);
    long matches = entireCell ? (matcher.matches() ? 1 : 0) : matcher.results().count();
    if (matches == 0) {
      return false;
    }
    matcher.reset();
    sheet.set(row, column, parser.type(cell, matcher.replaceAll(replacement)));
    occurrences += (int) matches;
    values += formula ? 0 : 1;
    formulasChanged += formula ? 1 : 0;
    sheets.add(sheet.id());
    return true;
  }

  /** As elsewhere, Google leaves out what is zero. */
  private void report(ObjectNode reply) {
    if (occurrences == 0) {
      return;
    }
    if (values > 0) {
      reply.put("valuesChanged", values);
    }
    if (formulasChanged > 0) {
      reply.put("formulasChanged", formulasChanged);
    }
    reply
        .put("rowsChanged", rows)
        .put("sheetsChanged", sheets.size())
        .put("occurrencesChanged", occurrences);
  }
}
