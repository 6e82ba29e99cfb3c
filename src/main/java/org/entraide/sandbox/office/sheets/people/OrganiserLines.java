package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.DimensionRequests;
import org.entraide.sandbox.office.sheets.book.Dimension;
import org.entraide.sandbox.office.sheets.book.GridRanges;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What organisers do to whole rows and columns. */
final class OrganiserLines {

  private OrganiserLines() {}

  /** Inserts {@code count} lines before {@code at}. */
  static void insert(OrganiserTable table, Dimension dimension) {
    Sheet sheet = table.sheet();
    int at = table.line(dimension, "at");
    if (at > sheet.count(dimension)) {
      throw new InvalidRequest("The field at is outside the grid.");
    }
    DimensionRequests.insert(sheet, dimension, at, table.count(), false);
  }

  static void delete(OrganiserTable table, Dimension dimension) {
    GridRanges.Span span = table.span(dimension);
    DimensionRequests.delete(span.sheet(), dimension, span.start(), span.end());
  }

  /** Drags lines so that they are before what is at {@code to} now. */
  static void move(OrganiserTable table, Dimension dimension) {
    GridRanges.Span span = table.span(dimension);
    int to = table.line(dimension, "to");
    if (to > span.sheet().count(dimension)) {
      throw new InvalidRequest("The field to is outside the grid.");
    }
    span.sheet().move(dimension, span.start(), span.end(), to);
  }

  /** Hides lines, or shows them again when {@code hidden} is false. */
  static void hide(OrganiserTable table, Dimension dimension) {
    GridRanges.Span span = table.span(dimension);
    ObjectNode properties = OfficeJson.object();
    if (table.body().path("hidden").asBoolean(true)) {
      properties.put("hiddenByUser", true);
    }
    FieldTree fields = FieldTree.parse("hiddenByUser");
    for (int i = span.start(); i < span.end(); i++) {
      DimensionRequests.set(span.sheet(), dimension, i, properties, fields);
    }
  }
}
