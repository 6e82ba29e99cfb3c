package org.entraide.sandbox.office.sheets.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.batch.TabRequests;
import org.entraide.sandbox.office.sheets.book.Book;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What organisers do to whole tabs and to the spreadsheet. */
final class OrganiserTabs {

  private OrganiserTabs() {}

  static void add(OrganiserTable table) {
    table.book().addSheet(table.text("title"), Sheet.DEFAULT_ROWS, Sheet.DEFAULT_COLUMNS);
  }

  static void rename(OrganiserTable table) {
    Sheet sheet = table.sheet();
    String title = table.text("title");
    if (!title.equalsIgnoreCase(sheet.title())) {
      table.book().requireFreeTitle(title);
    }
    table.book().rename(sheet, title);
  }

  /** Hides a tab, or shows it again when {@code hidden} is false. */
  static void hide(OrganiserTable table) {
    Sheet sheet = table.sheet();
    ObjectNode properties = sheet.properties().deepCopy();
    properties.remove("hidden");
    if (table.body().path("hidden").asBoolean(true)) {
      properties.put("hidden", true);
    }
    sheet.properties(properties);
    if (table.book().sheets().stream().allMatch(Sheet::isHidden)) {
      throw new InvalidRequest("You can't hide all the sheets in a document.");
    }
  }

  static void delete(OrganiserTable table) {
    TabRequests.delete(
        table.book(), OfficeJson.object().put("sheetId", table.sheet().id()), table.world());
  }

  /** Copies a tab; the copy is right of it. */
  static void duplicate(OrganiserTable table) {
    Book book = table.book();
    Sheet source = table.sheet();
    String title =
        OfficeJson.text(table.body(), "title").orElseGet(() -> TabRequests.copyTitle(book, source));
    int index = book.sheets().indexOf(source) + 1;
    TabRequests.duplicate(book, source, book.freshId(), title, index, table.world());
  }

  /** Drags a tab so that it is the one number {@code to}, counted from 1. */
  static void move(OrganiserTable table) {
    List<Sheet> tabs = table.book().sheets();
    int to = table.body().path("to").asInt();
    if (to < 1 || to > tabs.size()) {
      throw new InvalidRequest("The field to must be the number of a tab.");
    }
    Sheet sheet = table.sheet();
    tabs.remove(sheet);
    tabs.add(to - 1, sheet);
  }

  static void colour(OrganiserTable table) {
    ObjectNode properties = table.sheet().properties().deepCopy();
    properties.set("tabColor", OrganiserFormatting.colour(table.text("colour")));
    table.sheet().properties(properties);
  }

  /**
   * Brings a deleted tab back from the version history, as it was when it was deleted, with what
   * lay on it and with the metadata of its lines.
   */
  static void restore(Book book, Book earlier, String title) {
    Sheet lost = earlier.find(title).orElseThrow(() -> new InvalidRequest("There is no such tab."));
    book.requireFreeTitle(title);
    book.attach(earlier.sheets().indexOf(lost), lost.copy());
    earlier.metadata().stream()
        .filter(entry -> entry.place().sheetId() != null && entry.place().sheetId() == lost.id())
        .filter(entry -> book.metadata().stream().noneMatch(m -> m.id() == entry.id()))
        .forEach(book.metadata()::add);
    book.overlays().restore(earlier.overlays(), lost.id());
  }

  /** Changes {@code title}, {@code locale} or {@code timeZone} of the spreadsheet. */
  static void settings(OrganiserTable table) {
    Book book = table.book();
    book.describe(
        OfficeJson.text(table.body(), "title").orElse(book.title()),
        OfficeJson.text(table.body(), "locale").orElse(book.locale()),
        OfficeJson.text(table.body(), "timeZone").orElse(book.timeZone()));
  }
}
