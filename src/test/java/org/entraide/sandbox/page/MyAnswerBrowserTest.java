package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What whoever fills in the form sees come of it, without looking for it. */
@NullMarked
@Tag("browser")
class MyAnswerBrowserTest extends PlayedPages {

  static List<PageMatrix> looks() {
    return PageMatrix.of(PageMatrix.TELEPHONE);
  }

  static List<PageMatrix> telephone() {
    return PageMatrix.of(PageMatrix.ENGLISH_TELEPHONE);
  }

  /** Fills the form in, and sends it; returns the address. */
  private String answer(String address) {
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    String email = new SheetPage(browser).fillInExample();
    if (!address.isEmpty()) {
      browser.find("#answer-10000004").clear();
      browser.find("#answer-10000004").sendKeys(address);
    }
    browser.click("#answers button[type=submit]");
    return email;
  }

  private String progress() {
    StringBuilder done = new StringBuilder();
    browser
        .evaluate("return [...document.querySelectorAll('#progress .done')].map(s => s.innerText);")
        .forEach(step -> done.append(step.asText()));
    return done.toString();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theStripFollowsTheAnswerToItsRowAndItsLetter(PageMatrix look) throws Exception {
    load(look);

    // somebody who needs help, and then, at the same place, somebody who offers it
    String place = say(look, "Islington", "Leyton");
    answer(place);
    browser.await("it is mine", () -> sight.text("#who-answers").matches("Vous .*|You .*"));
    String email = answer(place);
    String offers = say(look, "propose", "offers");
    browser.await("it is the second", () -> sight.text("#told-answer").startsWith(offers));
    assertThat(progress()).isEmpty();
    browser.await(
        "it is said",
        () -> sight.text("#story-said").startsWith(say(look, "Votre réponse", "Your answer")));
    sandbox(look).cycle();
    String all =
        say(look, "✓ lue✓ située✓ mise en relation✓ lettre", "✓ read✓ placed✓ matched✓ letter");
    browser.await("it was drafted", () -> progress().equals(all));
    goTo(look, "story");
    for (String part : List.of("#told-answer", "#told-status", "#told-row", "#told-letter")) {
      assertThat(sight.sees(part)).as(part).isTrue();
    }
    assertThat(sight.text("#story-said")).contains("[M-");

    leadsThere(look, email);
    browser.click("#story-other");
    browser.await("another", () -> !sight.text("#who-answers").matches("Vous .*|You .*"));
    browser.click("#story-mine");
    browser.await("mine again", () -> sight.text("#who-answers").matches("Vous .*|You .*"));
  }

  /** From another tab, wherever the row was sorted to, by one click each. */
  private void leadsThere(PageMatrix look, String email) {
    for (boolean descending : new boolean[] {false, true}) {
      sight.sort(spreadsheet(look), "C", descending);
      goTo(look, "sheet");
      browser.click("#tabs button:nth-child(3)");
      goTo(look, "story");
      browser.click("#step-row");
      browser.await(
          "the row", () -> sight.seesLit(spreadsheet(look), email, List.of("ref", "status")));
      goTo(look, "story");
      browser.click("#step-answer");
      browser.await("the answer", () -> sight.seesLit(spreadsheet(look), email, List.of("offers")));
      goTo(look, "mail");
      browser.click("#box-trash");
      goTo(look, "story");
      browser.click("#step-letter");
      browser.await("the letter", () -> sight.seesLetterTo(email));
      goTo(look, "story");
    }
  }

  @ParameterizedTest
  @MethodSource("telephone")
  void whyNobodyMatchesIsTold(PageMatrix look) throws Exception {
    load(look);

    String email = answer("Aberdeen");
    browser.await("it is mine", () -> sight.text("#who-answers").matches("Vous .*|You .*"));
    sandbox(look).cycle();
    String some = say(look, "✓ lue✓ située", "✓ read✓ placed");
    browser.await("it was read", () -> progress().equals(some));

    goTo(look, "story");
    assertThat(sight.sees("#told-row")).isTrue();
    browser.await("why", () -> !browser.evaluate(EXPLANATION, email).asText().isEmpty());
    assertThat(sight.text("#told-row"))
        .as("why")
        .endsWith(browser.evaluate(EXPLANATION, email).asText());
    assertThat(sight.sees("#told-letter")).isTrue();
    assertThat(sight.text("#told-letter")).startsWith(say(look, "Pas de lettre", "No letter"));
    browser.click("#step-row");
    browser.await(
        "the row", () -> sight.seesLit(spreadsheet(look), email, List.of("ref", "status")));
  }

  private static final String EXPLANATION =
      """
      const table = Tabulator.findTable('#grid')[0];
      const row = table.getData().find(({ cells }) => cells.includes(arguments[0]));
      const field = table.getColumns().map(c => c.getDefinition()).find(
        c => ['Explication', 'Explanation'].includes(c.title)).field;
      return row.cells[Number(field.slice('cells.'.length))];\
      """;
}
