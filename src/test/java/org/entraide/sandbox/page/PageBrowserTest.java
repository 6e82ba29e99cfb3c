package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page in a real browser, on the sample campaign. */
@NullMarked
@Tag("browser")
class PageBrowserTest extends PageBrowserFixture {

  private static final String ASKED =
      """
      return [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')].map(e => [e.name, e.transferSize]);\
      """;

  @Test
  void thePageShowsEveryAnswer() {
    open();

    assertThat(answers()).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(text("#count-answers")).isEqualTo("" + answers());
    assertThat(rows()).allSatisfy(row -> assertThat(word(row, "Horodateur")).isNotEmpty());
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theDaemonsWordsAppearByThemselvesMarkedAndInView(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(PEOPLE, directory);
    open();
    sandbox.cycle();
    awaitStatuses();

    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(word(row, "Réf")).matches("[0-9A-Z]{5,}");
              assertThat(word(row, "Explication")).isNotBlank();
              assertThat(row.has("Contrôle")).as("hidden column").isFalse();
            });
    assertThat(browser.evaluate("return document.querySelectorAll('#grid .fresh').length;").asInt())
        .as("of the rows in sight, all that the daemon wrote")
        .isGreaterThan(20);
    browser.await(
        "statuses are coloured",
        () ->
            browser
                .evaluate(
                    """
                    const colours = [...document.querySelectorAll('#grid .own[role=gridcell]')]
                      .map(cell => getComputedStyle(cell).backgroundColor);
                    return new Set(colours).size > 2;\
                    """)
                .asBoolean());
    assertThat(
            browser
                .evaluate(
                    """
                    const cell = document.querySelector('.own[role=columnheader]').getBoundingClientRect();
                    const seen = document.querySelector('.scroller').getBoundingClientRect();
                    return seen.left <= cell.left && cell.right <= seen.right;\
                    """)
                .asBoolean())
        .isTrue();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aDraftIsReadSentAndTheRowsSayIntroduced() throws Exception {
    sandbox.cycle();
    open();
    awaitStatuses();
    Introduced first = withOneDraft();
    browser.await("drafts are listed", () -> letters("drafts") > 0);
    long sent = letters("sent");
    long drafts = letters("drafts");

    chooseLetter(first.letter());
    assertThat(text("#letter-subject")).contains(first.letter());
    assertThat(text("#letter-to")).contains("@example.org");
    assertThat(text("#letter-text")).contains("Merci d’avoir répondu");
    browser.click("#letter-send");
    // The page looks each second by itself: it may show the draft gone before it says why.
    browser.await("it is told", () -> text("#said").contains(first.letter()));
    assertThat(letters("drafts")).isEqualTo(drafts - 1);
    assertThat(letters("sent")).isEqualTo(sent + 1);
    sandbox.cycle();

    browser.await(
        "the row says so",
        () ->
            rows().stream()
                .filter(row -> word(row, "Réf").equals(first.person()))
                .allMatch(row -> word(row, "Statut").equals("Mis en relation")));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aDraftIsEditedAndDiscarded() {
    open();
    browser.await("drafts are listed", () -> letters("drafts") > 0);
    long trash = letters("trash");
    long drafts = letters("drafts");

    browser.click("#letter-edit");
    browser.find("#edit-text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "À très vite <b>");
    browser.click("#editor button[type=submit]");
    browser.await("the text is kept", () -> text("#letter-text").contains("À très vite <b>"));
    String subject = text("#letter-subject");
    browser.click("#letter-discard");
    browser.await("the draft has gone", () -> letters("drafts") == drafts - 1);

    assertThat(letters("trash")).isEqualTo(trash + 1);
    assertThat(subjects()).contains(subject);
    assertThat(text("#letters")).contains(subject.replaceFirst("^[^:]+:\\h", ""));
    assertThat(browser.errors()).isEmpty();
  }

  /** The whole subjects of the letters, which the list shows without the campaign's title. */
  private List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    browser
        .evaluate("return [...document.querySelectorAll('#letters button')].map(it => it.title);")
        .forEach(subject -> subjects.add(subject.asText()));
    return subjects;
  }

  @Test
  void anExamplePersonAnswersTheFormByTwoClicks() {
    open();
    int before = answers();

    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    String email = new SheetPage(browser).fillInExample();
    browser.click("#answers button[type=submit]");
    browser.await("there is another row", () -> rows().size() == before + 1);

    assertThat(answers()).isEqualTo(before + 1);
    assertThat(email).endsWith("@example.org");
    assertThat(word(rows().get(before), "Adresse e-mail")).isEqualTo(email);
    browser.await("it is in view", this::lastRowIsInView);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aLargeSheetIsPagedThrough(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(600, directory);
    browser.go(sandbox.root());
    browser.await("a first page is shown", () -> rows().size() == 500);

    browser.click("#page-after");
    browser.await("the rest is shown", () -> rows().size() == answers() - 500);

    assertThat(text("#grid [role=rowheader]")).isEqualTo("502");
    assertThat(browser.evaluate("return document.querySelectorAll('#grid .fresh').length;").asInt())
        .as("cells marked as news")
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  private boolean lastRowIsInView() {
    return browser
        .evaluate(
            """
            const row = Tabulator.findTable('#grid')[0].getRows().at(-1).getElement();
            const seen = document.querySelector('.scroller').getBoundingClientRect();
            return row.isConnected && row.getBoundingClientRect().bottom <= seen.bottom + 1;\
            """)
        .asBoolean();
  }

  @Test
  void theDaemonIsPausedStartedAndKilled() {
    open();
    browser.click("#engine-open");

    for (String[] step :
        new String[][] {{"pause", "en pause"}, {"start", "en marche"}, {"kill", "arrêté"}}) {
      browser.click("#daemon-" + step[0]);
      browser.await(step[1], () -> text("#daemon-state").equals(step[1]));
    }
    assertThat(browser.find("#daemon-state").isDisplayed()).isTrue();
    browser.click("#engine-close");
    assertThat(browser.find("#engine").isDisplayed()).isFalse();
    browser.click("#engine-open");
    browser.click("#daemon-start");
    browser.await("it runs for the others", () -> text("#daemon-state").equals("en marche"));
    assertThat(browser.errors()).isEmpty();
  }

  /** On each of the four places, what the browser itself tells of everything it asked for. */
  @Test
  void nothingIsAskedOfAnybodyElseAndThePageIsLight() throws Exception {
    sandbox.cycle();
    open();
    awaitStatuses();
    browser.click("#place-map");
    browser.await("people are on the map", () -> browser.find(".person").isDisplayed());
    browser.click("#place-sheet");
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    browser.click("#form-cancel");
    letters("drafts");

    List<String> addresses = new ArrayList<>();
    int bytes = 0;
    for (JsonNode entry : browser.evaluate(ASKED)) {
      addresses.add(entry.path(0).asText());
      if (entry.path(0).asText().matches(sandbox.root() + "(page/(?!lib/).*)?")) {
        bytes += entry.path(1).asInt();
      }
    }

    System.out.println("The page and its parts: " + bytes + " bytes as transferred");
    assertThat(addresses)
        .contains(sandbox.root(), sandbox.root() + "page/page.css")
        .contains(
            sandbox.root() + "office/campaigns",
            sandbox.root() + "office/map?sheet=sample-spreadsheet&most=2000")
        .allSatisfy(name -> assertThat(name).startsWith(sandbox.root()));
    assertThat(bytes).isBetween(10_000, 300_000);
    assertThat(browser.errors()).isEmpty();
  }
}
