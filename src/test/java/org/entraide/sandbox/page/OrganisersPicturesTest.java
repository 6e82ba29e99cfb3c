package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.page.SheetPage.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entraide.PicturedWords;
import org.entraide.sandbox.SandboxFixture;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.support.ui.Select;

/**
 * Makes the pictures in the organisers' pages, and writes down beside them which words they show:
 * {@code mvn -Dentraide.pictures=true -Dtest=OrganisersPicturesTest test}.
 */
@NullMarked
@EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
@Tag("browser")
class OrganisersPicturesTest {

  private static final int PEOPLE = 20;

  /**
   * About what a page of text is wide, so that words are read at the size at which it shows them.
   */
  private static final Map<String, Integer> WIDTHS =
      Map.of(
          "answers", 1030,
          "instructions", 1040,
          "todo", 1060,
          "ledger", 1245,
          "settings", 1015,
          "dashboard", 1145,
          "view", 1030);

  private static final int MOST_HEIGHT = 640;

  /** Of pictures with more to show. */
  private static final Map<String, Integer> HEIGHTS = Map.of("todo", 760, "dashboard", 1080);

  private static final int EVERYTHING = 2_000;

  /** Sharp on a screen with fine dots, and no larger than needed. */
  private static final double DOTS = 1.4;

  private static final Duration TWO_WEEKS = Duration.ofDays(15);

  private static final String SIDEWAYS =
      "const s = document.querySelector('.tabulator-tableholder'); return s.scrollWidth -"
          + " s.clientWidth;";

  /** What an organiser who wants to read all that Entraide says makes of the columns' widths. */
  private static final Map<String, Integer> ANSWERS =
      Map.of(
          "ref", 70,
          "status", 105,
          "place", 145,
          "introduced", 140,
          "explanation", 270);

  /** And of those that are theirs. */
  private static final Map<String, Integer> INSTRUCTIONS =
      Map.of(
          "ref", 70,
          "status", 115,
          "instruction", 150,
          "checked", 85,
          "with", 90,
          "never_with", 110,
          "group", 110,
          "corrected_place", 130);

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void thePicturesAreTaken(String language, @TempDir Path profile, @TempDir Path directory)
      throws Exception {
    try (Browser browser = Browser.openOrSkip(profile);
        SandboxFixture sandbox =
            language.equals("fr")
                ? SandboxFixture.open(PEOPLE, directory)
                : SandboxFixture.openEnglish(PEOPLE, directory)) {
      new Sitting(browser, sandbox, Texts.of(language), language).take();
    }
  }

  private record Sitting(Browser browser, SandboxFixture sandbox, Texts texts, String language) {

    void take() throws Exception {
      browser.size(1540, 900, DOTS);
      sandbox.cycle();
      browser.go(sandbox.root());
      awaitRows();
      sendLetters(4);
      sandbox.cycle();
      organise();
      sandbox.cycle();
      sandbox.cycle();
      sandbox.later(TWO_WEEKS); // letters and drafts have waited by then
      sandbox.cycle();
      sandbox.cycle();
      Map<String, String> words = new TreeMap<>();
      arrange(ANSWERS, true);
      opened();
      mailbox();
      browser.click("#enlarge");
      picture("answers", sheet().answersTab(), "column.explanation", words);
      filtered();
      arrange(INSTRUCTIONS, false);
      opened();
      browser.click("#enlarge");
      picture("instructions", sheet().answersTab(), "column.instruction", words);
      sheet().narrow(texts.get("todo.title"), 95, 175, 380, 90, 175, 95);
      picture("todo", texts.get("todo.title"), "todo.detail", words);
      picture("ledger", texts.get("ledger.title"), "ledger.explanation", words);
      picture("settings", texts.get("settings.title"), "settings.meaning", words);
      sheet().narrow(texts.get("dashboard.title"), 210, 150, 240, 90);
      sheet().closeUp(texts.get("dashboard.title"));
      picture("dashboard", texts.get("dashboard.title"), "dashboard.title", words);
      assertThat(browser.errors()).isEmpty();
      assertThat(words.keySet()).containsAll(PicturedWords.wanted(texts));
      Files.writeString(PicturedWords.file(language), PicturedWords.written(words), UTF_8);
    }

    private void opened() throws Exception {
      browser.size(1540, 900, DOTS);
      browser.go(sandbox.root());
      awaitRows();
    }

    /** The delegate's drafts, with the letter whole. */
    private void mailbox() throws Exception {
      browser.click("#letters li:last-child button"); // to both, for help at home
      browser.await("a draft", () -> browser.find("#letter-send").isDisplayed());
      browser.evaluate(
          """
          document.querySelector('.place.mail').style.cssText =
            'position:fixed;left:0;top:0;width:560px;height:1110px;z-index:99';
          document.querySelector('#letters').style.flex = '0 0 auto';
          return '';\
          """);
      browser.size(1540, 1130, DOTS);
      Files.write(
          PicturedWords.DIRECTORY.resolve("mailbox." + language + ".png"),
          browser.picture(".place.mail"));
    }

    /** The answers through one of the filter views. */
    private void filtered() throws Exception {
      String view = texts.get("todo.view.available");
      showViews();
      browser.await("the view is offered", () -> browser.find("#view").getText().contains(view));
      new Select(browser.find("#view")).selectByVisibleText(view);
      browser.await("the others are hidden", () -> shownRows() > 0 && shownRows() < PEOPLE / 2);
      fit(WIDTHS.getOrDefault("view", 0), MOST_HEIGHT);
      showViews();
      byte[] image = browser.picture(".place.sheet");
      Files.write(PicturedWords.DIRECTORY.resolve("view." + language + ".png"), image);
      browser.go(sandbox.root());
      awaitRows();
      browser.click("#enlarge");
    }

    /** The list of filter views, which a spreadsheet program has in a menu. */
    private void showViews() {
      browser.evaluate(
          """
          document.querySelector('.sheet .push').hidden = false;
          document.getElementById('sorting').hidden = true;
          return '';\
          """);
    }

    private int shownRows() {
      return browser
          .evaluate("return document.querySelectorAll('#grid .tabulator-row').length;")
          .asInt();
    }

    private PicturedSheet sheet() {
      return new PicturedSheet(sandbox, language, PEOPLE);
    }

    private SheetPage page() {
      return new SheetPage(browser);
    }

    private void awaitRows() {
      String status = texts.get("column.status");
      browser.await(
          "every row has a status",
          () ->
              !page().rows().isEmpty()
                  && page().rows().stream().noneMatch(row -> word(row, status).isEmpty()));
    }

    private void sendLetters(int count) {
      for (int i = 1; i <= count; i++) {
        String sent = "" + i;
        browser.await("a draft", () -> browser.find("#letter-send").isDisplayed());
        browser.click("#letter-send");
        browser.await(
            "it is sent",
            () ->
                browser
                    .evaluate("return document.getElementById('count-sent').textContent;")
                    .asText()
                    .equals(sent));
      }
    }

    /** A little of everything that organisers say. */
    private void organise() {
      String status = texts.get("column.status");
      String ref = texts.get("column.ref");
      List<JsonNode> rows = page().rows();
      List<String> waiting =
          rows.stream()
              .filter(row -> word(row, status).equals(texts.get("status.waiting")))
              .map(row -> word(row, ref))
              .toList();
      String drafted = word(page().row(status, texts.get("status.draft_ready")), ref);
      page()
          .type(
              Map.entry(ref, waiting.get(0)),
              texts.get("column.instruction"),
              texts.get("instruction.pause"));
      page()
          .type(
              Map.entry(ref, waiting.get(1)),
              texts.get("column.instruction"),
              texts.get("instruction.signposted"));
      page()
          .type(
              Map.entry(ref, waiting.get(2)),
              texts.get("column.corrected_place"),
              "51.4941, -0.1738");
      page().type(Map.entry(ref, drafted), texts.get("column.never_with"), waiting.get(2));
      page()
          .type(
              Map.entry(ref, drafted),
              texts.get("column.instruction"),
              language.equals("fr") ? "la rappeler lundi" : "ring her on Monday");
      String helper =
          word(
              page().row(texts.get("column.explanation"), texts.get("explain.waiting.helper")),
              ref);
      page()
          .type(
              Map.entry(ref, helper),
              texts.get("column.group"),
              language.equals("fr") ? "Croix-Rouge" : "Red Cross");
      page().goTo(ref, helper, texts.get("column.checked"));
      page().press(" ");
      page().open(texts.get("ledger.title"), texts.get("ledger.outcome"));
      String state = texts.get("ledger.state");
      String introduction = texts.get("ledger.ref");
      String sent = word(page().row(state, texts.get("state.sent")), introduction);
      page()
          .type(
              Map.entry(introduction, sent),
              texts.get("ledger.outcome"),
              texts.get("state.accepted"));
      page().open(texts.get("settings.title"), texts.get("settings.value"));
      String label = texts.get("settings.label");
      page()
          .type(
              Map.entry(label, texts.get("settings.label.max_km")),
              texts.get("settings.value"),
              "8");
      page()
          .type(
              Map.entry(label, texts.get("settings.label.hold_back")),
              texts.get("settings.value"),
              "2 h");
    }

    /**
     * Shows the person's name and some of our columns.
     *
     * @param wanted their widths, by mark
     * @param needs whether what people ask for is shown, too
     */
    private void arrange(Map<String, Integer> wanted, boolean needs) throws Exception {
      JsonNode columns = sheet().rows().path("columns");
      JsonNode headers = sheet().rows().path("rows").path(0).path("cells");
      List<String> kept =
          language.equals("fr")
              ? List.of("Prénom", "De quoi avez-vous besoin ?")
              : List.of(texts.get("form.ask.name"), texts.get("form.ask.needs"));
      sheet().narrow(texts.get("ledger.title"), 85, 115, 115, 155, 125, 80, 95, 90, 95, 235);
      sheet().narrow(texts.get("settings.title"), 220, 90, 170, 470);
      for (int i = 0; i < headers.size(); i++) {
        String mark = columns.path(i).path("mark").asText();
        String name = columns.path(i).path("name").asText();
        String title = headers.path(i).asText();
        boolean answered =
            mark.isEmpty() && (title.equals(kept.get(0)) || (needs && title.equals(kept.get(1))));
        boolean shown = answered || wanted.containsKey(mark);
        sheet().organiser("hideColumns", name, ",\"hidden\":" + !shown);
        if (answered) {
          sheet().wrap(name);
        }
        if (shown) {
          sheet().organiser("resizeColumns", name, ",\"pixels\":" + wanted.getOrDefault(mark, 125));
        }
      }
    }

    /** As high as what is on the tab, but no higher than a page is read. */
    private void fit(int width, int most) {
      browser.size(width, most, DOTS);
      int height =
          browser
              .evaluate(
                  """
                  // what only the sandbox has
                  document.querySelectorAll('.sheet .push, .under').forEach(e => e.hidden = true);
                  const scroller = document.querySelector('.tabulator-tableholder');
                  scroller.scrollLeft = 0;
                  return innerHeight - scroller.clientHeight
                    + document.querySelector('.tabulator-table').offsetHeight;\
                  """)
              .asInt();
      browser.size(width, Math.min(height, most), DOTS);
      assertThat(browser.evaluate(SIDEWAYS).asInt()).as("pixels out of sight").isLessThan(2);
    }

    private void picture(String name, String tab, String key, Map<String, String> words)
        throws Exception {
      page().open(tab, texts.get(key));
      int width = WIDTHS.getOrDefault(name, 0);
      fit(width, EVERYTHING); // rows that are far below are not made
      browser.await(
          "nothing is marked as news",
          () ->
              browser
                  .evaluate("return document.querySelectorAll('#grid .fresh').length;")
                  .asText()
                  .equals("0"));
      String shown =
          browser
              .evaluate(
                  """
                  const cells = [...document.querySelectorAll(
                    '#grid [data-head] span, #grid [role=gridcell], #charts figcaption, #charts th')];
                  return cells.map(cell => cell.textContent).join('\\n');\
                  """)
              .asText();
      PicturedWords.of(name, texts)
          .forEach(
              (word, text) -> {
                if (shown.lines().anyMatch(text::equals)) {
                  words.put(word, text);
                }
              });
      fit(width, HEIGHTS.getOrDefault(name, MOST_HEIGHT));
      Files.createDirectories(PicturedWords.DIRECTORY);
      byte[] image = browser.picture(".place.sheet");
      assertThat(image.length).as(name).isLessThan(PicturedWords.MOST_BYTES);
      Files.write(PicturedWords.DIRECTORY.resolve(name + "." + language + ".png"), image);
    }
  }
}
