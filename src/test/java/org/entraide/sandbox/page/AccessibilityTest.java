package org.entraide.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core finds on every place, in both languages and both colours. */
@NullMarked
@Tag("browser")
class AccessibilityTest {

  private static final int PEOPLE = 30;
  private static final String LOOK =
      """
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(found =>
        found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)
          + ' ' + n.failureSummary).join(' | ')))\
      """;

  @Test
  void axeFindsNothingOnAnyPlace(@TempDir Path profile, @TempDir Path french, @TempDir Path english)
      throws Exception {
    List<String> violations = new ArrayList<>();
    try (Browser browser = Browser.openOrSkip(profile);
        SandboxFixture fr = SandboxFixture.open(PEOPLE, french);
        SandboxFixture en = SandboxFixture.openEnglish(PEOPLE, english)) {
      fr.cycle();
      en.cycle();
      for (Size size : WIDE) {
        for (String scheme : List.of("light", "dark")) {
          browser.scheme(scheme);
          for (SandboxFixture sandbox : List.of(fr, en)) {
            boolean first = size.equals(WIDE.get(0));
            if (PageMatrix.ALL || (first == scheme.equals("light") && first == (sandbox == fr))) {
              String where = scheme + (sandbox == fr ? " fr" : " en");
              violations.addAll(everywhere(browser, sandbox, size, where));
            }
          }
        }
      }
      assertThat(browser.errors()).isEmpty();
    }
    assertThat(violations).isEmpty();
  }

  /** A wide screen, and a narrow one that is looked at with it. */
  private record Size(int width, int height, int narrowWidth, int narrowHeight) {}

  /** The first in French and light, the other in English and dark; with all looks each in all. */
  private static final List<Size> WIDE =
      List.of(new Size(1440, 900, 320, 700), new Size(1024, 768, 390, 844));

  private static List<String> everywhere(
      Browser browser, SandboxFixture sandbox, Size size, String where) throws Exception {
    browser.size(size.width(), size.height());
    browser.go(sandbox.root());
    browser.await("drafts are listed", () -> browser.find("#letter-send").isDisplayed());
    new SheetPage(browser).awaitStory();
    browser.evaluate(axe());
    List<String> violations = new ArrayList<>(look(browser, where + " " + size, false));
    browser.size(size.narrowWidth(), size.narrowHeight());
    browser.click("#place-story");
    add(violations, browser, where + " " + size + " narrow story");
    violations.addAll(look(browser, where + " " + size + " narrow", true));
    return violations;
  }

  private static List<String> look(Browser browser, String where, boolean narrow) {
    List<String> violations = new ArrayList<>();
    browser.click("#place-map");
    browser.await("people are on the map", () -> browser.find(".person").isDisplayed());
    browser.evaluate(
        "document.querySelector('.person').dispatchEvent(new MouseEvent('click', {bubbles:"
            + " true}));");
    browser.await("a person is told of", () -> browser.find("#map-about").isDisplayed());
    add(violations, browser, where + " map");
    browser.click("#place-sheet");
    browser.click("#tabs button:nth-child(4)");
    browser.await("charts are drawn", () -> browser.find("#charts canvas").isDisplayed());
    add(violations, browser, where + " dashboard");
    browser.click("#tabs button:first-child");
    browser.await("answers are back", () -> !browser.find("#charts").isDisplayed());
    browser.click("#engine-open");
    add(violations, browser, where + " engine room");
    browser.click("#engine-close");
    if (narrow) {
      add(violations, browser, where + " sheet");
      browser.click("#place-mail");
      add(violations, browser, where + " letters");
      browser.click("#letters button");
    }
    browser.click("#letter-edit");
    add(violations, browser, where + " sheet and editor");
    browser.click("#edit-cancel");
    browser.click("#answer");
    browser.await("the form is open", () -> browser.find("#form").isDisplayed());
    add(violations, browser, where + " form");
    browser.click("#form-cancel");
    return violations;
  }

  private static void add(List<String> violations, Browser browser, String where) {
    for (JsonNode violation : browser.settle(LOOK)) {
      violations.add(where + ": " + violation.asText());
    }
  }

  private static String axe() throws Exception {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
