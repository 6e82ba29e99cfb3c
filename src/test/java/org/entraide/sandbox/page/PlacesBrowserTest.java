package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The map, the mailbox and the faults on the page. */
@NullMarked
@Tag("browser")
class PlacesBrowserTest extends SharedPage {

  private static final int PEOPLE = 60;

  PlacesBrowserTest() {
    super(PEOPLE);
  }

  @BeforeEach
  void load() {
    browser.size(1280, 900);
    browser.go(sandbox.root());
    browser.await("the page shows the answers", () -> !page.rows().isEmpty());
  }

  private String text(String css) {
    return browser
        .evaluate("return document.querySelector(arguments[0]).textContent;", css)
        .asText();
  }

  private int count(String css) {
    return browser.evaluate("return document.querySelectorAll(arguments[0]).length;", css).asInt();
  }

  private void openMap() {
    browser.click("#place-map");
    browser.await("people are on the map", () -> count(".person") > 0);
  }

  @Test
  void theMapShowsPeopleTheirCirclesPairsAndLand() {
    openMap();
    browser.await("there is land", () -> count("#map-land path") > 0);

    long nowhere = Math.max(0, count("#map-nowhere option") - 1);
    assertThat(count(".person") + nowhere).isEqualTo(page.rows().size());
    assertThat(count(".uncertain")).isPositive();
    assertThat(count("#map-pairs line")).isPositive();
    assertThat(browser.find("#map-scale").getText()).endsWith("km");
  }

  @Test
  void aPersonOnTheMapIsExplainedAsInTheSheet() {
    openMap();
    String ref = browser.evaluate("return document.querySelector('.person').dataset.ref;").asText();
    JsonNode row = page.row("Réf", ref);

    browser.evaluate(
        "document.querySelector('.person').dispatchEvent(new MouseEvent('click', {bubbles:"
            + " true}));");

    assertThat(text("#map-ref")).isEqualTo(ref);
    assertThat(text("#map-status")).isEqualTo(SheetPage.word(row, "Statut"));
    assertThat(text("#map-explanation")).isEqualTo(SheetPage.word(row, "Explication"));
  }

  @Test
  void theArrowKeysGoFromPersonToPerson() {
    openMap();
    browser.evaluate("document.querySelector('.person[tabindex=\"0\"]').focus();");

    browser.find(":focus").sendKeys(Keys.ENTER);
    String first = text("#map-ref");
    browser.find(":focus").sendKeys(Keys.ARROW_UP);
    if (text("#map-ref").equals(first)) {
      browser.find(":focus").sendKeys(Keys.ARROW_DOWN);
    }

    assertThat(text("#map-ref")).isNotEqualTo(first);
    assertThat(browser.evaluate("return document.activeElement.dataset.ref;").asText())
        .isEqualTo(text("#map-ref"));
    assertThat(browser.find(":focus").getAccessibleName()).contains(text("#map-ref"));
  }

  @Test
  void aPersonWhoIsNowhereIsExplainedToo() {
    openMap();
    String ref = browser.find("#map-nowhere option:nth-child(2)").getDomProperty("value");

    browser.find("#map-nowhere").sendKeys(text("#map-nowhere option:nth-child(2)"));

    browser.await("it is told", () -> text("#map-ref").equals(ref));
    assertThat(text("#map-explanation"))
        .isEqualTo(SheetPage.word(page.row("Réf", String.valueOf(ref)), "Explication"));
  }

  private int letters(String box) {
    browser.click("#box-" + box);
    return count("#letters li");
  }

  @Test
  void aLetterIsScheduledSentUndoneAnsweredAndBounced() {
    browser.await("drafts are listed", () -> letters("drafts") > 0);
    int drafts = letters("drafts");
    String subject = text("#letter-subject");

    browser.click("#letter-schedule");
    browser.await("it waits", () -> letters("scheduled") == 1);
    assertThat(text("#letter-subject")).isEqualTo(subject);
    browser.click("#letter-undo");
    browser.await("it is a draft again", () -> letters("drafts") == drafts);

    browser.click("#letter-schedule");
    browser.await("it waits again", () -> letters("scheduled") == 1);
    browser.click("#letter-due");
    browser.await("it is sent", () -> letters("sent") == 1);
    assertThat(letters("scheduled")).isZero();

    letters("sent");
    browser.click("#letter-reply");
    browser.find("#edit-text").clear();
    browser.find("#edit-text").sendKeys("Merci à vous deux, à bientôt !");
    browser.click("#edit-save");
    browser.await("the reply is there", () -> letters("inbox") == 1);
    assertThat(text("#letter-text")).contains("Merci à vous deux, à bientôt !");
    assertThat(text("#letter-subject")).startsWith("Re: Entraide");

    letters("sent");
    browser.click("#letter-bounce");
    browser.await("the notice is there", () -> letters("inbox") == 2);
  }

  @Test
  void aDiscardedDraftIsRestored() {
    browser.await("drafts are listed", () -> letters("drafts") > 0);
    int drafts = letters("drafts");

    browser.click("#letter-discard");
    browser.await("it is discarded", () -> letters("trash") == 1);
    browser.click("#letter-restore");
    browser.await("it is back", () -> letters("drafts") == drafts);
  }

  @Test
  void aFaultIsTurnedOnAndSaysWhatWillBeSeenUntilAllIsWellAgain() throws Exception {
    browser.click("#engine-open");
    String usual = text("#faults-seen");

    browser.click("[data-fault=lost]");
    browser.await("it is on", () -> pressed("lost"));
    assertThat(text("#faults-seen")).isNotEqualTo(usual);
    assertThat(sandbox.sample().office().faults().rules()).hasSize(1);
    browser.click("[data-fault=quota]");
    browser.await("another is on instead", () -> pressed("quota") && !pressed("lost"));
    assertThat(sandbox.sample().office().faults().rules()).hasSize(3);

    browser.click("#faults-none");
    browser.await("all is well", () -> !pressed("quota"));
    assertThat(text("#faults-seen")).isEqualTo(usual);
    assertThat(sandbox.sample().office().faults().rules()).isEmpty();
    sandbox.cycle();
  }

  /** Somebody new; returns how many rows there are then. */
  private int somebodyAnswers() {
    int before = page.rows().size();
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    page.fillInExample();
    browser.click("#answers button[type=submit]");
    browser.await("there is another row", () -> page.rows().size() == before + 1);
    return before + 1;
  }

  private boolean theLastHasAStatus(int rows) {
    return !SheetPage.word(page.rows().get(rows - 1), "Statut").isEmpty();
  }

  @Test
  void aSlowGoogleCostsTimeAndNothingElse() throws Exception {
    int rows = somebodyAnswers();
    browser.click("#engine-open");
    browser.click("[data-fault=slow]");
    browser.await("it is on", () -> pressed("slow"));
    assertThat(text("#faults-seen")).contains("trois secondes");
    List<Duration> before = sandbox.delays();

    sandbox.cycle();

    assertThat(sandbox.delays())
        .as("answers that were late, a cycle's reads and writes")
        .hasSizeGreaterThan(before.size() + 3)
        .containsOnly(Duration.ofSeconds(3));
    browser.await("the row has its status all the same", () -> theLastHasAStatus(rows));
    browser.click("#faults-none");
    browser.await("all is well", () -> !pressed("slow"));
    List<Duration> after = sandbox.delays();
    sandbox.cycle();
    assertThat(sandbox.delays()).isEqualTo(after);
  }

  @Test
  void aRevokedTokenStopsTheDaemonAndNothingIsLost() throws Exception {
    int rows = somebodyAnswers();
    browser.click("#engine-open");
    browser.click("[data-fault=revoked]");
    browser.await("it is on", () -> pressed("revoked"));
    assertThat(text("#faults-seen")).contains("Plus aucun accès");

    assertThatThrownBy(sandbox::cycle).isInstanceOf(Exception.class);
    assertThat(theLastHasAStatus(rows)).isFalse();

    browser.click("#faults-none");
    browser.await("all is well", () -> !pressed("revoked"));
    sandbox.cycle();
    browser.await("the row has its status", () -> theLastHasAStatus(rows));
  }

  private boolean pressed(String fault) {
    return "true"
        .equals(browser.find("[data-fault=" + fault + "]").getDomAttribute("aria-pressed"));
  }

  @Test
  void aTelephoneShowsOnePlaceAtATime() {
    browser.size(360, 740);
    String[] places = {"story", "sheet", "map", "mail"};

    assertThat(browser.find("#engine").isDisplayed()).as("the engine room, at first").isFalse();
    for (String place : places) {
      browser.click("#place-" + place);
      for (String other : places) {
        assertThat(browser.find("." + other).isDisplayed())
            .as(other + " while " + place + " is chosen")
            .isEqualTo(other.equals(place));
      }
      assertThat(browser.find("." + place).getRect().y)
          .as("where " + place + " begins")
          .isLessThan(300);
      assertThat(browser.evaluate("return document.documentElement.scrollWidth;").asInt())
          .isLessThanOrEqualTo(360);
    }
    browser.click("#engine-open");
    browser.await("it opens", () -> browser.find(".strip").isDisplayed());
    assertThat(browser.find(".faults").isDisplayed()).isTrue();
    assertThat(browser.evaluate("return document.documentElement.scrollWidth;").asInt())
        .isLessThanOrEqualTo(360);
    browser.click("#engine-close");
    browser.size(1280, 900);
    browser.await("a wide screen has all", () -> browser.find(".sheet").isDisplayed());
    assertThat(browser.find(".story").isDisplayed()).isTrue();
    assertThat(browser.find(".place.mail").isDisplayed()).isTrue();
  }
}
