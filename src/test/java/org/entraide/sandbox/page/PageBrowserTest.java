package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.SandboxFixture;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page in a real browser, on the sample campaign. */
@NullMarked
@Tag("browser")
class PageBrowserTest {

  private static final ReadmePicture PICTURE = new ReadmePicture("sandbox");
  private static final ReadmePicture FORM = new ReadmePicture("sandbox-form");
  private static final int PEOPLE = 120;
  private static final String ANSWER =
      """
      fetch(arguments[0], {method: 'POST', headers: {'Content-Type': 'text/plain', ...arguments[1]},
        body: '{"email": "eve@example.org", "answers": {"Prénom": "Eve", "Nom": "Roy"}}'})
        .then(r => r.status)\
      """;

  private static final String ASKED =
      """
      return [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')].map(e => [e.name, e.transferSize]);\
      """;

  /** The one sentence of somebody who has one draft and nothing else to wait for. */
  private static final Pattern ONE_DRAFT =
      Pattern.compile("Brouillon (M-\\w+) chez le délégué : [^.]*\\.");

  private static Optional<Browser> opened = Optional.empty();

  /** One world after a first cycle, for all tests that do not mind what others did to it. */
  private static Optional<SandboxFixture> shared = Optional.empty();

  private final Browser browser = opened.orElseThrow();
  private SandboxFixture sandbox = shared.orElseThrow();

  @BeforeAll
  static void openBrowser(@TempDir Path profile, @TempDir Path directory) throws Exception {
    opened = Optional.of(Browser.openOrSkip(profile));
    shared = Optional.of(SandboxFixture.open(PEOPLE, directory));
    shared.get().cycle();
  }

  @AfterAll
  static void closeBrowser() throws IOException {
    opened.ifPresent(Browser::close);
    if (shared.isPresent()) {
      shared.get().close();
    }
  }

  @BeforeEach
  void setSize() {
    browser.size(1280, 800);
  }

  @AfterEach
  void close() throws IOException {
    browser.go("about:blank");
    if (sandbox != shared.orElseThrow()) {
      sandbox.close();
    }
  }

  private void open() {
    browser.go(sandbox.root());
    browser.await("the page shows the answers", () -> rows().size() == answers());
  }

  private int answers() {
    return sandbox.sample().form().responses().size();
  }

  /** The grid's rows, each as an object by the columns' titles. */
  private List<JsonNode> rows() {
    return new SheetPage(browser).rows();
  }

  private String text(String css) {
    return browser
        .evaluate("return document.querySelector(arguments[0]).textContent;", css)
        .asText();
  }

  private long letters(String box) {
    browser.click("#box-" + box);
    return browser.evaluate("return document.querySelectorAll('#letters li').length;").asLong();
  }

  private void awaitStatuses() {
    browser.await(
        "every row has a status",
        () -> rows().stream().noneMatch(r -> word(r, "Statut").isEmpty()));
  }

  private static String word(JsonNode row, String column) {
    return row.path(column).asText("");
  }

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
    assertThat(browser.find(".own[role=gridcell][style*=background-color]").isDisplayed()).isTrue();
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
    browser.await("the draft has gone", () -> letters("drafts") == drafts - 1);
    assertThat(letters("sent")).isEqualTo(sent + 1);
    assertThat(text("#said")).contains(first.letter());
    sandbox.cycle();

    browser.await(
        "the row says so",
        () ->
            rows().stream()
                .filter(row -> word(row, "Réf").equals(first.person()))
                .allMatch(row -> word(row, "Statut").equals("Mis en relation")));
    assertThat(browser.errors()).isEmpty();
  }

  private record Introduced(String person, String letter) {}

  private Introduced withOneDraft() {
    for (JsonNode row : rows()) {
      Matcher sentence = ONE_DRAFT.matcher(word(row, "Explication"));
      if (sentence.matches()) {
        return new Introduced(word(row, "Réf"), sentence.group(1));
      }
    }
    throw new AssertionError("Nobody has one draft and nothing else.");
  }

  private void chooseLetter(String reference) {
    browser.evaluate(
        """
        for (const button of document.querySelectorAll('#letters button')) {
          if (button.textContent.includes(arguments[0])) {
            button.click();
          }
        }\
        """,
        reference);
    browser.await("the letter is open", () -> text("#letter-subject").contains(reference));
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
    assertThat(text("#letters")).contains(subject);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void anExamplePersonAnswersTheFormByTwoClicks() {
    open();
    int before = answers();

    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    browser.click("#form-example");
    browser.click("#answers button[type=submit]");
    browser.await("there is another row", () -> rows().size() == before + 1);

    assertThat(answers()).isEqualTo(before + 1);
    assertThat(rows())
        .anySatisfy(
            row -> assertThat(word(row, "Adresse e-mail")).endsWith(before + "@example.org"));
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
    browser.evaluate("document.querySelector('#grid [tabindex=\"0\"][role=gridcell]').focus();");

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

  @Test
  void theDaemonIsPausedStartedAndKilled() {
    open();

    for (String[] step :
        new String[][] {{"pause", "en pause"}, {"start", "en marche"}, {"kill", "mort"}}) {
      browser.click("#daemon-" + step[0]);
      browser.await(step[1], () -> text("#daemon-state").equals(step[1]));
    }
    browser.click("#language");

    assertThat(text("#daemon-state")).isEqualTo("dead");
    assertThat(browser.evaluate("return document.documentElement.lang;").asText()).isEqualTo("en");
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

    List<String> asked = new ArrayList<>();
    int bytes = 0;
    for (JsonNode entry : browser.evaluate(ASKED)) {
      asked.add(entry.path(0).asText());
      if (entry.path(0).asText().matches(sandbox.root() + "(page/(?!lib/).*)?")) {
        bytes += entry.path(1).asInt();
      }
    }

    System.out.println("The page and its parts: " + bytes + " bytes as transferred");
    assertThat(asked)
        .contains(sandbox.root(), sandbox.root() + "page/page.css")
        .contains(sandbox.root() + "office/mailboxes", sandbox.root() + "office/map?most=2000")
        .allSatisfy(name -> assertThat(name).startsWith(sandbox.root()));
    assertThat(bytes).isBetween(10_000, 300_000);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aNarrowScreenNeedsNoSidewaysScroll() throws Exception {
    sandbox.cycle();
    browser.size(320, 640);
    open();
    awaitStatuses();

    assertThat(browser.evaluate("return innerWidth;").asInt()).isEqualTo(320);
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    assertThat(width()).isLessThanOrEqualTo(320);
    assertThat(
            browser
                .evaluate(
                    "const f = document.getElementById('form'); return f.scrollWidth -"
                        + " f.clientWidth;")
                .asInt())
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  private int width() {
    return browser.evaluate("return document.documentElement.scrollWidth;").asInt();
  }

  @Test
  void anotherSitesPageChangesNothing() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>Other</title>".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    other.start();
    try {
      String form = sandbox.root() + "office/forms/sample-form/responses";
      int before = answers();
      browser.go("http://127.0.0.1:" + other.getAddress().getPort() + "/");
      assertThat(browser.settle(ANSWER, form, Map.of()).asText()).isEqualTo("failed");
      assertThat(answers()).isEqualTo(before);

      open();
      assertThat(browser.settle(ANSWER, form, Map.of()).asInt()).as("without token").isEqualTo(403);
      String token =
          browser
              .evaluate("return document.querySelector('[name=entraide-token]').content;")
              .asText();
      Map<String, String> with = Map.of("X-Entraide-Token", token);
      assertThat(browser.settle(ANSWER, form, with).asInt()).as("the page itself").isEqualTo(200);
      assertThat(answers()).isEqualTo(before + 1);
    } finally {
      other.stop(0);
      browser.errors();
    }
  }

  /** Makes two of the README's pictures: {@code mvn -Dentraide.pictures=true …}. */
  @Test
  @EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
  void thePictureIsTaken(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(PEOPLE, directory);
    sandbox.cycle();
    open();
    awaitStatuses();
    Introduced first = withOneDraft();
    chooseLetter(first.letter());
    browser.click("#letter-send");
    browser.await("it is sent", () -> text("#count-sent").equals("1"));
    sandbox.cycle();
    open();
    awaitStatuses();
    browser.await("drafts are listed", () -> letters("drafts") > 0);

    PICTURE.take(browser);
    openForm();
    FORM.take(browser);
  }

  @Test
  void thePictureInTheReadmeIsOfToday() throws Exception {
    sandbox.cycle();
    open();
    awaitStatuses();
    browser.await("drafts are listed", () -> letters("drafts") > 0);

    PICTURE.isOfToday(browser);
    openForm();
    FORM.isOfToday(browser);
  }

  /** As people see it on a telephone. */
  private void openForm() {
    browser.size(390, 844);
    browser.click("#fold summary");
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    browser.click("#form-example");
  }

  /** What an organiser does in another window, written with apostrophes for quotes. */
  private void organiser(String operation, String body) {
    OfficeResponse answer =
        sandbox
            .sample()
            .office()
            .handle(
                OfficeRequest.of(
                    "POST",
                    "/office/sheets/" + SampleOffice.SPREADSHEET + "/" + operation,
                    Map.of("Host", List.of("localhost")),
                    body.replace('\'', '"').getBytes(UTF_8)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void coloursNotesOffersAndChartsAreThere(@TempDir Path directory) throws Exception {
    sandbox = SandboxFixture.open(5, directory);
    organiser("note", "{'range':'B1','text':'Ce que la personne a écrit'}");
    organiser("colourWhen", "{'range':'A2:A3','formula':'=TRUE','background':'#ff0000'}");
    organiser("dropDown", "{'range':'B2','values':['Pause','Retirer']}");
    organiser("paste", "{'range':'X1','values':[['Besoin','Combien'],['Courses','3']]}");
    organiser("chart", "{'title':'Besoins','labels':'X1:X2','values':'Y1:Y2'}");
    open();

    assertThat(
            browser
                .evaluate(
                    """
                    const heads = document.querySelectorAll('#grid [data-head]');
                    const cells = document.querySelectorAll('#grid [data-slot="0"][role=gridcell]');
                    return [heads[1].title,
                      getComputedStyle(cells[0]).backgroundColor,
                      getComputedStyle(cells[1]).backgroundColor !== 'rgb(255, 0, 0)'];\
                    """)
                .toString())
        .isEqualTo("[\"Ce que la personne a écrit\",\"rgb(255, 0, 0)\",true]");

    browser.await("the chart is drawn", () -> text("#charts").contains("Courses3"));
    assertThat(
            browser
                .evaluate(
                    """
                    const canvas = document.querySelector('#charts canvas');
                    const chart = Chart.getChart(canvas);
                    const pixels = canvas.getContext('2d')
                      .getImageData(0, 0, canvas.width, canvas.height).data;
                    return [chart.data.labels, chart.data.datasets.map(d => d.data),
                      pixels.some(value => value !== 0)];\
                    """)
                .toString())
        .isEqualTo("[[\"Courses\"],[[3]],true]");
    browser.evaluate(
        "document.querySelectorAll('#grid [data-slot=\"0\"][role=gridcell]')[1]"
            + ".dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));");
    assertThat(
            browser
                .evaluate(
                    "return [...document.querySelector('#grid input').list.options].map(o =>"
                        + " o.value);")
                .toString())
        .isEqualTo("[\"Pause\",\"Retirer\"]");
    assertThat(browser.errors()).isEmpty();
  }
}
