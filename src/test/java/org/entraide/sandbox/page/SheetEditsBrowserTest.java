package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What people do in the sheet of the page, by mouse and by keyboard. */
@NullMarked
@Tag("browser")
class SheetEditsBrowserTest extends PageBrowserFixture {

  @Test
  void theSheetIsSortedByAButton() {
    open();
    List<String> names = rows().stream().map(row -> word(row, "Prénom")).toList();

    browser.find("#sort-by").sendKeys("Prénom");
    browser.click("#sort");
    browser.await(
        "the first row is another", () -> !word(rows().get(0), "Prénom").equals(names.get(0)));

    assertThat(rows().stream().map(row -> word(row, "Prénom")).toList())
        .containsExactlyInAnyOrderElementsOf(names)
        .isNotEqualTo(names);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aCellIsTypedIntoByKeyboardAlone() {
    open();
    browser.evaluate("document.querySelector('#grid [tabindex=\"0\"]').focus();");

    type(Keys.chord(Keys.CONTROL, Keys.HOME));
    type(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);
    type("Zoé", Keys.ENTER);
    browser.await("the cell is written", () -> word(rows().get(1), "Prénom").equals("Zoé"));
    type(Keys.F2);
    type("Nobody", Keys.ESCAPE);

    assertThat(word(rows().get(1), "Prénom")).isEqualTo("Zoé");
    assertThat(text("#cell-name")).isEqualTo("C3");
    assertThat(text("#cell-content")).isEqualTo("Zoé");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aCellIsTypedIntoAfterADoubleClick() {
    open();
    browser.evaluate("document.querySelector('#grid [tabindex=\"0\"]').focus();");
    type(Keys.chord(Keys.CONTROL, Keys.HOME));
    type(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    browser.doubleClick("#grid .at");
    browser.await(
        "it is open",
        () -> new Sight(browser).count("#grid input[list], #grid input:not([type])") > 0);
    browser.keys("Zelda");
    browser.keys(Keys.ENTER);

    browser.await("the cell is written", () -> word(rows().get(1), "Prénom").equals("Zelda"));
  }

  @Test
  void theArrowOfACellThatOffersWordsOpensIt() {
    browser.size(1900, 900); // so that instructions are drawn
    open();
    Sight sight = new Sight(browser);
    browser.await("instructions are offered", () -> sight.count("#grid .offering") > 0);

    browser.await(
        "it is open",
        () -> {
          browser.clickRightEdge("#grid .offering"); // rows may just be drawn anew
          return sight.count("#grid input[list]") > 0;
        });
  }

  /** Rows that were too far away are drawn first, which takes the focus from those before. */
  @Test
  void whoeverGoesFarByKeyboardStaysInTheSheet() {
    open();
    browser.evaluate("document.querySelector('#grid [tabindex=\"0\"]').focus();");
    type(Keys.chord(Keys.CONTROL, Keys.HOME));

    for (int page = 1; page <= 9; page++) {
      type(Keys.PAGE_DOWN);
      String cell = "A" + (2 + 10 * page);
      browser.await(cell, () -> text("#cell-name").equals(cell) && isSeenWithFocus());
    }
  }

  private boolean isSeenWithFocus() {
    return browser.evaluate("return document.activeElement.matches('#grid .at');").asBoolean()
        && new Sight(browser).sees("#grid .at");
  }

  /** The page opens its story when there is one, and nobody who types is taken there. */
  @Test
  void whoeverIsAtWorkIsNotTakenToTheStory(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(PEOPLE, directory);
    open();
    browser.evaluate("document.querySelector('#grid [tabindex=\"0\"]').focus();");
    type(Keys.chord(Keys.CONTROL, Keys.HOME), Keys.ARROW_DOWN);

    sandbox.cycle();
    browser.await("there is a story", () -> !text("#told-status").isEmpty());
    awaitStatuses();
    browser.await("its letter is lit", () -> !text("#letters").isEmpty());

    assertThat(text("#cell-name")).isEqualTo("A3");
    assertThat(browser.evaluate("return document.activeElement.matches('#grid .at');").asBoolean())
        .isTrue();
    assertThat(new Sight(browser).sees(".tabulator-row:has(.at) [role=rowheader]")).isTrue();
  }

  /** What a spreadsheet program puts on the clipboard, and takes from there. */
  @Test
  void blocksAreCopiedPastedClearedAndUndone(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(5, directory);
    open();
    SheetPage page = new SheetPage(browser);
    List<JsonNode> before = rows();
    String first = word(before.get(0), "Prénom");
    String second = word(before.get(1), "Prénom");
    String name = word(before.get(0), "Nom");

    page.goTo("Prénom", first, "Prénom");
    type(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN), Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    type(Keys.chord(Keys.CONTROL, "c"));
    page.goTo("Prénom", word(before.get(2), "Prénom"), "Prénom");
    type(Keys.chord(Keys.CONTROL, "v"));
    browser.await("the block is there", () -> word(rows().get(3), "Prénom").equals(second));
    assertThat(word(rows().get(2), "Prénom")).isEqualTo(first);
    assertThat(word(rows().get(2), "Nom")).isEqualTo(name);

    paste("Zoé\tLe \"Grand\"\r\n\"Deux\nlignes\"\tPetit\r\n");
    browser.await("foreign text is there", () -> word(rows().get(2), "Prénom").equals("Zoé"));
    assertThat(word(rows().get(2), "Nom")).isEqualTo("Le \"Grand\"");
    assertThat(word(rows().get(3), "Prénom")).isEqualTo("Deux\nlignes");

    type(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN), Keys.DELETE);
    browser.await("it is empty", () -> word(rows().get(3), "Prénom").isEmpty());
    type(Keys.chord(Keys.CONTROL, "z"));
    browser.await("it is back", () -> word(rows().get(3), "Prénom").equals("Deux\nlignes"));
    assertThat(browser.errors()).isEmpty();
  }

  /** A paste as the browser tells the page of it. */
  private void paste(String text) {
    browser.evaluate(
        """
        const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste',
          {clipboardData: data, bubbles: true, cancelable: true}));\
        """,
        text);
  }

  @Test
  void rowsAreInsertedDeletedAndUndone(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(5, directory);
    open();
    List<JsonNode> before = rows();
    String second = word(before.get(1), "Prénom");

    new SheetPage(browser).goTo("Prénom", second, "Prénom");
    browser.click("#insert-row");
    browser.await("there is a row more", () -> rows().size() == before.size() + 1);
    assertThat(word(rows().get(1), "Prénom")).isEmpty();
    browser.click("#delete-rows");
    browser.await("it has gone", () -> rows().equals(before));

    browser.click("#delete-rows");
    browser.await("the person's row has gone", () -> rows().size() == before.size() - 1);
    browser.click("#undo");
    browser.await("it is back", () -> rows().equals(before));
    browser.click("#redo");
    browser.await("and gone again", () -> rows().size() == before.size() - 1);
    assertThat(browser.errors()).isEmpty();
  }

  private void type(CharSequence... keys) {
    browser.find(":focus").sendKeys(keys);
  }
}
