package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * A first visit without a mouse: nothing but keys is pressed, on a wide screen and a narrow one.
 */
@NullMarked
@Tag("browser")
class KeyboardBrowserTest {

  private static final int PEOPLE = 20;
  private static final int MOST_TABS = 90;

  @Test
  void aFirstVisitNeedsNoMouse(@TempDir Path profile, @TempDir Path directory) throws Exception {
    try (Browser browser = Browser.openOrSkip(profile);
        SandboxFixture sandbox = SandboxFixture.open(PEOPLE, directory)) {
      sandbox.cycle();
      for (int width : new int[] {1280, 320}) {
        new Visit(browser, sandbox, width).make();
      }
      assertThat(browser.errors()).isEmpty();
    }
  }

  private record Visit(Browser browser, SandboxFixture sandbox, int width) {

    void make() throws Exception {
      browser.size(width, 800);
      browser.go(sandbox.root());
      browser.await("rows are there", () -> !new SheetPage(browser).rows().isEmpty());
      boolean narrow = width < 900;
      answer();
      read();
      lookAtTheMap();
      if (narrow) {
        tabTo("#place-mail", Keys.TAB);
        browser.press(Keys.ENTER);
      }
      send();
    }

    /** The example person's answer. */
    private void answer() {
      int before = new SheetPage(browser).rows().size();
      enter("#answer");
      browser.await("the form is open", () -> browser.find("#form").isDisplayed());
      isNotTooWide();
      enter("#form-example");
      browser.await(
          "it is filled in",
          () ->
              browser
                  .evaluate("return document.activeElement.matches('[type=submit]');")
                  .asBoolean());
      enter("#answers button[type=submit]");
      browser.await(
          "there is another row", () -> new SheetPage(browser).rows().size() == before + 1);
    }

    private void read() {
      backTo("#place-sheet");
      browser.press(Keys.ENTER);
      isNotTooWide();
      tabTo("#grid [role=gridcell], #grid .tabulator-tableholder", Keys.TAB);
      browser.press(Keys.chord(Keys.CONTROL, Keys.HOME));
      browser.press(Keys.ARROW_DOWN);
      browser.press(Keys.ARROW_RIGHT);
      assertThat(browser.find("#cell-name").getText()).isEqualTo("B3");
    }

    private void lookAtTheMap() {
      backTo("#place-map");
      browser.press(Keys.ENTER);
      browser.await("people are on the map", () -> browser.find(".person").isDisplayed());
      isNotTooWide();
      enter(".person");
      browser.await("a person is told of", () -> browser.find("#map-about").isDisplayed());
      String ref = browser.find("#map-ref").getText();
      browser.press(Keys.ARROW_UP);
      if (browser.find("#map-ref").getText().equals(ref)) {
        browser.press(Keys.ARROW_DOWN);
      }
      assertThat(browser.find("#map-ref").getText()).isNotEqualTo(ref);
      backTo("#place-sheet");
    }

    private void send() {
      isNotTooWide();
      String sent = browser.evaluate("return " + SENT + ";").asText();
      enter("#box-drafts");
      enter("#letters button");
      browser.await("a draft", () -> browser.find("#letter-send").isDisplayed());
      enter("#letter-send");
      browser.await(
          "it is sent", () -> !browser.evaluate("return " + SENT + ";").asText().equals(sent));
    }

    private static final String SENT = "document.getElementById('count-sent').textContent";

    private void enter(String css) {
      tabTo(css, Keys.TAB);
      browser.press(Keys.ENTER);
    }

    private void backTo(String css) {
      tabTo(css, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private void tabTo(String css, CharSequence key) {
      for (int tabs = 0; tabs < MOST_TABS; tabs++) {
        if (browser
            .evaluate("return document.activeElement.matches(arguments[0]);", css)
            .asBoolean()) {
          return;
        }
        browser.press(key);
      }
      throw new AssertionError(css + " is not come by with the keyboard, " + width + " px wide.");
    }

    private void isNotTooWide() {
      assertThat(browser.evaluate("return document.documentElement.scrollWidth;").asInt())
          .isLessThanOrEqualTo(width);
    }
  }
}
