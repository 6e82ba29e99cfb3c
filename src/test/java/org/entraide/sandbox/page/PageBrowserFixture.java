package org.entraide.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, on the sample campaign. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageBrowserFixture {
  static final int PEOPLE = 120;

  /** The one sentence of somebody who has one draft and nothing else to wait for. */
  private static final Pattern ONE_DRAFT =
      Pattern.compile("Brouillon (M-\\w+) à relire \\(délégué\\)\\h: [^.]*\\. \\(\\w+\\)\\.");

  /** One world after a first cycle, for all tests that do not mind what others did to it. */
  private SandboxFixture shared;

  Browser browser;
  SandboxFixture sandbox;

  @BeforeAll
  void openBrowser(@TempDir Path profile, @TempDir Path directory) throws Exception {
    browser = Browser.openOrSkip(profile);
    shared = SandboxFixture.open(PEOPLE, directory);
    sandbox = shared;
    shared.cycle();
  }

  @AfterAll
  void closeBrowser() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (shared != null) {
      shared.close();
    }
  }

  @BeforeEach
  void setSize() {
    sandbox = shared;
    browser.size(1280, 800);
  }

  @AfterEach
  void close() throws IOException {
    browser.go("about:blank");
    if (sandbox != shared) {
      sandbox.close();
    }
  }

  void open() {
    browser.go(sandbox.root());
    browser.await("the page shows the answers", () -> rows().size() == answers());
    if (rows().stream().anyMatch(PageBrowserFixture::canBeTold)) {
      new SheetPage(browser).awaitStory();
    }
  }

  /** Whether the page may open on somebody's story. */
  private static boolean canBeTold(JsonNode row) {
    return word(row, "Statut").equals("Brouillon prêt")
        && !word(row, "Adresse e-mail").isEmpty()
        && !word(row, "De quoi avez-vous besoin ?").isEmpty();
  }

  int answers() {
    return sandbox.sample().form().responses().size();
  }

  /** The grid's rows, each as an object by the columns' titles. */
  List<JsonNode> rows() {
    return new SheetPage(browser).rows();
  }

  String text(String css) {
    return browser
        .evaluate("return document.querySelector(arguments[0]).textContent;", css)
        .asText();
  }

  long letters(String box) {
    browser.click("#box-" + box);
    return browser.evaluate("return document.querySelectorAll('#letters li').length;").asLong();
  }

  void awaitStatuses() {
    browser.await(
        "every row has a status",
        () -> rows().stream().noneMatch(r -> word(r, "Statut").isEmpty()));
  }

  static String word(JsonNode row, String column) {
    return row.path(column).asText("");
  }

  record Introduced(String person, String letter) {}

  Introduced withOneDraft() {
    for (JsonNode row : rows()) {
      Matcher sentence = ONE_DRAFT.matcher(word(row, "Explication"));
      if (sentence.matches()) {
        return new Introduced(word(row, "Réf"), sentence.group(1));
      }
    }
    throw new AssertionError("Nobody has one draft and nothing else.");
  }

  void chooseLetter(String reference) {
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
}
