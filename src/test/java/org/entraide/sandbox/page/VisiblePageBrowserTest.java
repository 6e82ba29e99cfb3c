package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What there is to see on the page before anybody does anything, on each screen. */
@NullMarked
@Tag("browser")
class VisiblePageBrowserTest extends PlayedPages {

  private static final int LETTERS = 10;
  private static final int ROWS = 6;

  /** Words that only one of the languages has, and letters that English has not. */
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(the|with|from|your?|are|this|that|was|is|sent|draft|ready)\\b");

  private static final Pattern FRENCH =
      Pattern.compile(
          "[àâçéèêëîïôùû«]|\\b(les|des|une|est|pour|avec|dans|vous|qui|jamais|Brouillon)\\b");

  static List<PageMatrix> looks() {
    return PageMatrix.of(PageMatrix.MIDDLE, PageMatrix.TELEPHONE);
  }

  static List<PageMatrix> two() {
    return PageMatrix.of(PageMatrix.LARGE, PageMatrix.ENGLISH_TELEPHONE);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void thePageOpensOnAStorysRowAndLetter(PageMatrix look) {
    load(look);

    for (String part : List.of("#told-answer", "#told-status", "#told-row", "#told-letter")) {
      assertThat(sight.sees(part)).as(part).isTrue();
    }
    if (look.isNarrow()) {
      browser.click("#step-row");
    }
    browser.await("the row", () -> sight.count("#grid .tabulator-row .lit") > 2);
    JsonNode story =
        browser.evaluate(
            """
            const lit = document.querySelector('#grid .tabulator-cell.lit').closest('.tabulator-row');
            return [...lit.children].map(cell => cell.textContent);\
            """);
    List<String> cells = new ArrayList<>();
    story.forEach(cell -> cells.add(cell.asText()));
    assertThat(cells).contains(sight.text("#told-status"));
    assertThat(cells).anyMatch(name -> sight.text("#who-answers").startsWith(name + " "));
    String email = cells.stream().filter(cell -> cell.contains("@")).findFirst().orElseThrow();
    assertThat(sight.seesLit(spreadsheet(look), email, List.of("ref", "status"))).isTrue();
    if (look.isNarrow()) {
      browser.click("#place-story");
      browser.click("#step-letter");
    }
    assertThat(sight.seesLetterTo(email)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void tenLettersAndSixRowsAreSeen(PageMatrix look) {
    load(look);

    goTo(look, "mail");
    assertThat(sight.count("#letters button")).isGreaterThanOrEqualTo(LETTERS);
    goTo(look, "sheet");
    browser.await("rows", () -> sight.count("#grid [role=rowheader]") >= ROWS);
    assertThat(browser.evaluate(TOO_HIGH, look.isNarrow() ? 2 : 3)).isEmpty();
  }

  /** Rows that are higher than the highest of their cells, and cells of too many lines. */
  private static final String TOO_HIGH =
      """
      const problems = [];
      for (const row of document.querySelectorAll('#grid .tabulator-tableholder .tabulator-row')) {
        const texts = [...row.querySelectorAll('.tabulator-cell > :is(span, a, input)')];
        const needed = Math.max(...texts.map(text => {
          const { paddingTop, paddingBottom, lineHeight } = getComputedStyle(text.parentElement);
          if (text.tagName !== 'INPUT' && text.offsetHeight > arguments[0] * Math.ceil(parseFloat(lineHeight))) {
            problems.push('lines: ' + text.textContent);
          }
          return text.offsetHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
        }));
        if (row.offsetHeight > needed + 3) {
          problems.push(row.offsetHeight + ' px for ' + needed);
        }
      }
      return problems;\
      """;

  @ParameterizedTest
  @MethodSource("two")
  void toolsAreOfferedOnlyWhereTheyWork(PageMatrix look) {
    load(look);
    goTo(look, "sheet");
    assertThat(sight.sees("#sorting")).isTrue();
    assertThat(sight.sees("#row-tools")).isTrue();

    new SheetPage(browser).open(say(look, "Réglages", "Settings"), say(look, "Réglage", "Setting"));

    browser.await("no sort", () -> !browser.find("#sorting").isDisplayed());
    assertThat(browser.find("#row-tools").isDisplayed()).isFalse();
    assertThat(sight.sees("#undo")).isTrue();
    assertThat(browser.find("#language").isDisplayed()).as("with one campaign").isFalse();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void troubleIsSeenAtOnceInRedWords(PageMatrix look) {
    load(look);
    assertThat(sight.text("#trouble-words")).isEmpty();

    post("daemon/pause", "{}");
    browser.await("paused", () -> isTrouble(say(look, "est en pause", "is paused")));
    post("daemon/start", "{}");
    browser.await("no trouble", () -> sight.text("#trouble-words").isEmpty());

    post("faults", "{\"effect\": \"UNAUTHENTICATED\", \"times\": 0}");
    browser.await("revoked", () -> isTrouble(say(look, "accès est révoqué", "access is revoked")));
    browser.settle("import('/page/api.js').then(api => api.remove('/office/faults'))");
    browser.await("no trouble any more", () -> sight.text("#trouble-words").isEmpty());
  }

  private void post(String path, String json) {
    browser.settle(
        "import('/page/api.js').then(api => api.post('/office/' + arguments[0],"
            + " JSON.parse(arguments[1])))",
        path,
        json);
  }

  private boolean isTrouble(String words) {
    return sight.sees("#trouble-words")
        && sight.text("#trouble-words").contains(words)
        && "alert".equals(browser.find("#trouble-words").getDomAttribute("role"))
        && browser
            .evaluate(
                """
                const [r, g, b] = getComputedStyle(document.getElementById('trouble-words')).color.match(/\\d+/g);
                return r - g > 60 && r - b > 60;\
                """)
            .asBoolean();
  }

  @ParameterizedTest
  @MethodSource("two")
  void nothingIsInTheOtherLanguage(PageMatrix look) {
    load(look);
    Pattern others = look.language().equals("fr") ? ENGLISH : FRENCH;
    List<String> foreignWords = new ArrayList<>();
    int tabs = browser.evaluate("return document.querySelectorAll('#tabs button').length;").asInt();
    look(others, "story", foreignWords);
    goTo(look, "sheet");
    for (int tab = 1; tab <= tabs; tab++) {
      String title = sight.text("#tabs button:nth-child(" + tab + ")");
      browser.click("#tabs button:nth-child(" + tab + ")");
      browser.await("the tab", () -> !new SheetPage(browser).rows().isEmpty());
      look(others, title, foreignWords);
    }
    browser.click("#place-map");
    browser.await("people are on the map", () -> browser.find(".person").isDisplayed());
    look(others, "map", foreignWords);
    goTo(look, "mail");
    look(others, "mail", foreignWords);
    browser.click("#letters button");
    look(others, "letter", foreignWords);
    browser.click("#engine-open");
    look(others, "engine room", foreignWords);
    browser.click("#engine-close");
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    look(others, "form", foreignWords);
    browser.click("#form-cancel");
    browser.click("#scenes-open");
    look(others, "scenes", foreignWords);
    browser.click("#scenes-close");

    assertThat(foreignWords).isEmpty();
  }

  /**
   * Every line of the page that has words of the other language, also those that are only heard.
   */
  private void look(Pattern others, String where, List<String> foreignWords) {
    for (JsonNode line : browser.evaluate(SAID)) {
      Matcher foreign = others.matcher(line.asText());
      if (foreign.find()) {
        foreignWords.add(where + ": " + foreign.group() + ": " + line.asText());
      }
    }
  }

  private static final String SAID =
      """
      const said = document.body.innerText.split('\\n');
      for (const element of document.querySelectorAll('[aria-label], [title]')) {
        if (element.checkVisibility()) {
          said.push(element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '');
        }
      }
      return [...new Set(said.map(line => line.trim()))].filter(Boolean);\
      """;
}
