package org.entraide.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.openqa.selenium.Keys;

/** The sheet on the page, as an organiser sees it and types into it. */
@NullMarked
record SheetPage(Browser browser) {

  /** The grid's rows, each as an object by the columns' titles. */
  List<JsonNode> rows() {
    List<JsonNode> rows = new ArrayList<>();
    browser
        .evaluate(
            """
            // all rows, of which those near what is seen are in the document
            const table = Tabulator.findTable('#grid')[0];
            const columns = table.getColumns().map(c => c.getDefinition()).filter(c => c.field !== 'row');
            return table.getData().map(row => Object.fromEntries(columns.map(column =>
              [column.title, row.cells[Number(column.field.slice('cells.'.length))] ?? ''])));\
            """)
        .forEach(rows::add);
    return rows;
  }

  static String word(JsonNode row, String column) {
    return row.path(column).asText("");
  }

  /** The row where a column holds a text. */
  JsonNode row(String column, String text) {
    return first(row -> word(row, column).equals(text));
  }

  JsonNode first(Predicate<JsonNode> wanted) {
    return rows().stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no such row."));
  }

  /** Waits until the page has opened its story, and the sheet has scrolled to the story's row. */
  void awaitStory() {
    browser.await(
        "the story is open",
        () ->
            browser
                .evaluate("return document.getElementById('step-row').ariaPressed === 'false';")
                .asBoolean());
  }

  /** Has the form, which is open, filled in for an example person; returns their address. */
  String fillInExample() {
    browser.click("#form-example");
    browser.await(
        "the form is filled in",
        () -> !String.valueOf(browser.find("#answer-email").getDomProperty("value")).isEmpty());
    return String.valueOf(browser.find("#answer-email").getDomProperty("value"));
  }

  void await(String column, String text, Predicate<JsonNode> wanted) {
    browser.await(
        "the row answers", () -> rows().stream().filter(at(column, text)).anyMatch(wanted));
  }

  private static Predicate<JsonNode> at(String column, String text) {
    return row -> word(row, column).equals(text);
  }

  /** Opens a tab by its title and waits until it is shown. */
  void open(String tab, String header) {
    browser.evaluate(
        """
        [...document.querySelectorAll('#tabs button')]
          .find(button => button.textContent === arguments[0]).click();\
        """,
        tab);
    browser.await(tab, () -> rows().stream().limit(1).anyMatch(row -> row.has(header)));
  }

  /** Goes to a cell, as with arrows, of the row where a column holds a text. */
  void goTo(String column, String text, String into) {
    boolean cellFound =
        browser
            .evaluate(
                """
                const [column, text, into] = arguments;
                const table = Tabulator.findTable('#grid')[0];
                const field = title => table.getColumns().find(
                  c => c.getDefinition().title === title)?.getField();
                const index = title => Number(field(title).slice('cells.'.length));
                const row = table.getRows().find(r => r.getData().cells[index(column)] === text);
                row?.scrollTo('nearest', false);
                const cell = row?.getCell(field(into))?.getElement();
                cell?.focus();
                return Boolean(cell) && document.activeElement === cell;\
                """,
                column,
                text,
                into)
            .asBoolean();
    if (!cellFound) {
      throw new AssertionError("There is no cell %s beside that %s.".formatted(into, column));
    }
  }

  /** Types over a cell and waits until the sheet has it. */
  void type(Map.Entry<String, String> at, String into, String words) {
    goTo(at.getKey(), at.getValue(), into);
    press(words);
    press(Keys.ENTER);
    if (!into.equals(at.getKey())) {
      await(at.getKey(), at.getValue(), row -> word(row, into).equals(words));
    }
  }

  /** Empties a cell and waits until the sheet has it. */
  void clear(Map.Entry<String, String> at, String cell) {
    goTo(at.getKey(), at.getValue(), cell);
    press(Keys.DELETE);
    await(at.getKey(), at.getValue(), row -> word(row, cell).isEmpty());
  }

  void press(CharSequence... keys) {
    browser.find(":focus").sendKeys(keys);
  }
}
