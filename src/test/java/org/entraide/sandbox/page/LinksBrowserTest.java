package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.LinkFormula;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Cells with links, as the daemon writes them, on the page. */
@NullMarked
@Tag("browser")
class LinksBrowserTest extends PageBrowserFixture {

  private static final String TABS =
      """
      fetch('/office/sheets').then(answer => answer.json())
        .then(({ spreadsheets }) => fetch('/office/sheets/' + spreadsheets[0].id))
        .then(answer => answer.json()).then(({ tabs }) => tabs)\
      """;

  private static final Pattern REFERENCE = Pattern.compile("\\[(M-\\w+)]");

  /** Types a link into a cell of the first row, where it shows its label. */
  private SheetPage typed(String column, String formula, String label) {
    SheetPage page = new SheetPage(browser);
    String first = word(rows().get(0), "Réf");
    page.goTo("Réf", first, column);
    page.press(formula);
    page.press(Keys.ENTER);
    page.await("Réf", first, row -> word(row, column).equals(label));
    page.goTo("Réf", first, column);
    return page;
  }

  private String letterLink(String reference) {
    return LinkFormula.toLetter("delegue@example.org", reference, "Lettre " + reference).text();
  }

  @Test
  void aLinkToARowGoesThereByMouseAndByKeyboard() {
    open();
    awaitStatuses();
    String last = word(rows().get(PEOPLE - 1), "Réf");
    int gid = browser.settle(TABS).path(0).path("sheetId").asInt();
    String formula =
        LinkFormula.toRow(gid, text("#tabs button"), refColumn(), last, "Ligne " + last).text();

    SheetPage page = typed("Groupe", formula, "Ligne " + last);
    page.press(Keys.chord(Keys.ALT, Keys.ENTER));
    browser.await("the row, by keyboard", () -> shows(last));

    page.goTo("Réf", word(rows().get(0), "Réf"), "Réf");
    assertThat(shows(last)).isFalse();
    browser.click("#grid a");
    browser.await("the row, by mouse", () -> shows(last));
    assertThat(browser.errors()).isEmpty();
  }

  private boolean shows(String content) {
    return text("#cell-content").equals(content);
  }

  /** From 0, hidden columns included. */
  private int refColumn() {
    return browser
        .evaluate(
            """
            return Number(Tabulator.findTable('#grid')[0].getColumns()
              .find(c => c.getDefinition().title === 'Réf').getField().slice('cells.'.length));\
            """)
        .asInt();
  }

  @Test
  void aLinkToALetterOpensItAndOneToNoneSaysSo() {
    open();
    awaitStatuses();
    browser.click("#box-drafts");
    Matcher subject = REFERENCE.matcher(text("#letters li:last-child .subject"));
    assertThat(subject.find()).isTrue();
    String reference = subject.group(1);
    browser.click("#box-inbox");

    typed("Avec", letterLink(reference), "Lettre " + reference);
    follow("Lettre " + reference);
    browser.await("the letter", () -> text("#letter-subject").contains("[" + reference + "]"));

    typed("Avec", letterLink("M-ZZZZZ"), "Lettre M-ZZZZZ");
    follow("Lettre M-ZZZZZ");
    browser.await("nothing is found", () -> text("#said").contains("M-ZZZZZ"));

    typed("Avec", LinkFormula.toUrl("https://example.org/x", "Page").text(), "Page");
    follow("Page");
    browser.await("it stays closed", () -> text("#said").contains("https://example.org/x"));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aFilterViewShowsItsRowsUntilAnotherTabOrAllRowsAreChosen() {
    open();
    awaitStatuses();
    String status = word(rows().get(0), "Statut");
    long others = rows().stream().filter(row -> !word(row, "Statut").equals(status)).count();
    browser.settle(
        "import('/page/api.js').then(api =>"
            + " api.post('/office/sheets/sample-spreadsheet/filterView', { title: 'Les autres',"
            + " column: arguments[0], hide: [arguments[1]] }))",
        columnOf("Statut"),
        status);

    browser.await("the view is offered", () -> text("#view").contains("Les autres"));
    new Select(browser.find("#view")).selectByVisibleText("Les autres");
    browser.await("its rows alone", () -> rows().size() == others);
    assertThat(rows()).noneMatch(row -> word(row, "Statut").equals(status));

    new Select(browser.find("#view")).selectByVisibleText("toutes les lignes");
    browser.await("all rows", () -> rows().size() == answers());
    assertThat(browser.errors()).isEmpty();
  }

  /** A column's letters by its title. */
  private String columnOf(String title) {
    return browser
        .evaluate(
            """
            const title = arguments[0];
            return Tabulator.findTable('#grid')[0].getColumns()
              .find(c => c.getDefinition().title === title)
              .getElement().querySelector('small').textContent;\
            """,
            title)
        .asText();
  }

  private void follow(String label) {
    browser.evaluate(
        """
        [...document.querySelectorAll('#grid a')].find(a => a.textContent === arguments[0]).click();\
        """,
        label);
  }
}
