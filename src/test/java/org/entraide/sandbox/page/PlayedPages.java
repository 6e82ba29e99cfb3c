package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, on a French campaign and on an English one, after their first cycles. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlayedPages {

  /** Enough for ten letters and more. */
  private static final int PEOPLE = 120;

  Browser browser;
  Sight sight;
  private Map<String, SandboxFixture> sandboxes = Map.of();

  @BeforeAll
  void open(@TempDir Path profile, @TempDir Path french, @TempDir Path english) throws Exception {
    browser = Browser.openOrSkip(profile);
    sight = new Sight(browser);
    sandboxes =
        Map.of(
            "fr", SandboxFixture.open(PEOPLE, french),
            "en", SandboxFixture.openEnglish(PEOPLE, english));
    for (SandboxFixture sandbox : sandboxes.values()) {
      sandbox.cycle();
    }
  }

  @AfterAll
  void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    for (SandboxFixture sandbox : sandboxes.values()) {
      sandbox.close();
    }
  }

  @AfterEach
  void nothingWentWrongOnThePage() {
    assertThat(browser.errors()).isEmpty();
  }

  SandboxFixture sandbox(PageMatrix look) {
    return sandboxes.get(look.language());
  }

  static String spreadsheet(PageMatrix look) {
    return "sample-spreadsheet" + (look.language().equals("en") ? "-en" : "");
  }

  static String say(PageMatrix look, String french, String english) {
    return look.language().equals("fr") ? french : english;
  }

  /** Opens the page, and waits until it has opened its story. */
  void load(PageMatrix look) {
    look.apply(browser);
    browser.go(sandbox(look).root());
    new SheetPage(browser).awaitStory();
  }

  /** Goes to a place, where one cannot see it beside the others. */
  void goTo(PageMatrix look, String place) {
    if (look.isNarrow()) {
      browser.click("#place-" + place);
    }
  }
}
