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
            const table = document.getElementById('grid');
            const titles = [...table.querySelectorAll('thead th span')].map(s => s.textContent);
            return [...table.tBodies[0].rows].map(row => Object.fromEntries(
              [...row.cells].map((cell, i) => [titles[i], cell.textContent])));\
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
    browser.await(tab, () -> !rows().isEmpty() && rows().get(0).has(header));
  }

  /** Goes to a cell, as with arrows, of the row where a column holds a text. */
  void goTo(String column, String text, String into) {
    boolean found =
        browser
            .evaluate(
                """
                const [column, text, into] = arguments;
                const table = document.getElementById('grid');
                const titles = [...table.querySelectorAll('thead th span')].map(s => s.textContent);
                const row = [...table.tBodies[0].rows].find(row =>
                  row.cells[titles.indexOf(column)].textContent === text);
                const cell = row?.cells[titles.indexOf(into)];
                cell?.focus();
                return Boolean(cell) && document.activeElement === cell;\
                """,
                column,
                text,
                into)
            .asBoolean();
    if (!found) {
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
