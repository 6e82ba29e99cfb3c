package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.sandbox.page.SheetPage.word;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What organisers do to the sheet on the page, and what the row answers after the next cycle. */
@NullMarked
@Tag("browser")
class OrganisersBrowserTest {

  private static final int PEOPLE = 30;

  private static Optional<Browser> opened = Optional.empty();

  /** One world for all: each test takes another person. */
  private static Optional<SandboxFixture> shared = Optional.empty();

  private static final Set<String> taken = new HashSet<>();

  private final Browser browser = opened.orElseThrow();
  private final SandboxFixture sandbox = shared.orElseThrow();
  private final SheetPage page = new SheetPage(browser);

  @BeforeAll
  static void open(@TempDir Path profile, @TempDir Path directory) throws Exception {
    Browser browser = Browser.openOrSkip(profile);
    opened = Optional.of(browser);
    shared = Optional.of(SandboxFixture.open(PEOPLE, directory));
    shared.get().cycle();
    browser.size(1280, 800);
    load(browser, shared.get());
  }

  /** Opens the page; the sheet scrolls to its story. */
  private static void load(Browser browser, SandboxFixture sandbox) {
    browser.go(sandbox.root());
    new SheetPage(browser).awaitStory();
  }

  @AfterAll
  static void close() throws IOException {
    opened.ifPresent(Browser::close);
    if (shared.isPresent()) {
      shared.get().close();
    }
    taken.clear();
  }

  @BeforeEach
  void showTheAnswers() {
    browser.await(
        "every row has a status",
        () ->
            !page.rows().isEmpty()
                && page.rows().stream().noneMatch(row -> word(row, "Statut").isEmpty()));
  }

  @AfterEach
  void nothingWentWrongOnThePage() {
    assertThat(browser.errors()).isEmpty();
  }

  /** Somebody of that status whom no other test has taken, by their reference. */
  private Map.Entry<String, String> somebody(String status) {
    String ref =
        word(
            page.first(
                row -> word(row, "Statut").equals(status) && !taken.contains(word(row, "Réf"))),
            "Réf");
    taken.add(ref);
    return Map.entry("Réf", ref);
  }

  private void awaitAnswer(Map.Entry<String, String> somebody, String status, String explanation) {
    page.await(
        somebody.getKey(),
        somebody.getValue(),
        row ->
            word(row, "Statut").equals(status) && word(row, "Explication").contains(explanation));
  }

  @Test
  void everybodyIsFoundAgainAfterASort() throws Exception {
    Map<String, String> before = words();

    browser.find("#sort-by").sendKeys("Nom");
    browser.click("#sort");
    browser.await(
        "sorted", () -> browser.find("#said").getText().startsWith("La feuille est triée"));
    sandbox.cycle();
    load(browser, sandbox);
    showTheAnswers();

    assertThat(words()).isEqualTo(before);
  }

  /** Who has which words, by reference. */
  private Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    for (JsonNode row : page.rows()) {
      words.put(
          word(row, "Réf"),
          word(row, "Prénom") + word(row, "Nom") + word(row, "Statut") + word(row, "Explication"));
    }
    return words;
  }

  @Test
  void aCopiedRowIsADuplicateAndGoesWithUndo() throws Exception {
    Map.Entry<String, String> somebody = somebody("En attente");
    String ref = somebody.getValue();
    int before = page.rows().size();

    page.goTo("Réf", ref, "Prénom");
    browser.click("#copy-row");
    browser.await("the copy is there", () -> page.rows().size() == before + 1);
    sandbox.cycle();
    browser.await(
        "one of the two is a duplicate",
        () ->
            page.rows().stream()
                .anyMatch(
                    row ->
                        word(row, "Statut").equals("Doublon")
                            && word(row, "Explication").contains(ref)));
    assertThat(page.rows().stream().filter(row -> word(row, "Réf").equals(ref)))
        .extracting(row -> word(row, "Statut"))
        .as("the two look the same, and one of them counts")
        .containsExactlyInAnyOrder("En attente", "Doublon");

    browser.click("#undo");
    browser.await("the copy has gone", () -> page.rows().size() == before);
    sandbox.cycle();
    awaitAnswer(somebody, "En attente", "");
  }

  @Test
  void pauseIsChosenAndTakenBack() throws Exception {
    Map.Entry<String, String> somebody = somebody("Disponible");

    page.goTo("Réf", somebody.getValue(), "Consigne");
    page.press(Keys.ENTER);
    assertThat(
            browser
                .evaluate(
                    "return [...document.activeElement.list.options].map(o => o.value).join();")
                .asText())
        .contains("Pause", "Retirer", "Exclu");
    page.press(Keys.ESCAPE);
    page.type(somebody, "Consigne", "Pause");
    sandbox.cycle();
    awaitAnswer(somebody, "En pause", "En pause à la demande d’un organisateur.");

    page.clear(somebody, "Consigne");
    sandbox.cycle();
    awaitAnswer(somebody, "Disponible", "");
  }

  @Test
  void aReferenceUnderWithIsAnswered() throws Exception {
    Map.Entry<String, String> somebody = somebody("Disponible");
    page.type(somebody, "Avec", "ZZZZZ");
    sandbox.cycle();
    awaitAnswer(somebody, "Disponible", "ZZZZZ");

    page.clear(somebody, "Avec");
    page.type(somebody, "Avec", somebody.getValue());
    sandbox.cycle();
    awaitAnswer(somebody, "Disponible", "(" + somebody.getValue() + ")\u202f: ");
  }

  @Test
  void aClearedCellOfOursIsFilledAgain() throws Exception {
    Map.Entry<String, String> somebody = somebody("En attente");
    String explanation = page.row("Réf", somebody.getValue()).path("Explication").asText();

    page.clear(somebody, "Explication");
    sandbox.cycle();

    awaitAnswer(somebody, "En attente", explanation);
    assertThat(explanation).isNotBlank();
  }

  @Test
  void aTypedStatusStaysUntilItIsCleared() throws Exception {
    Map.Entry<String, String> somebody = somebody("En attente");

    page.type(somebody, "Statut", "Terminé");
    sandbox.cycle();
    awaitAnswer(somebody, "Terminé", "Terminé\u202f: un organisateur l’a noté.");

    page.clear(somebody, "Statut");
    sandbox.cycle();
    awaitAnswer(somebody, "En attente", "");
  }

  @Test
  void aBoxIsTickedWithTheSpaceBar() throws Exception {
    Map.Entry<String, String> somebody = somebody("Disponible");

    page.goTo("Réf", somebody.getValue(), "Vérifié");
    page.press(" ");
    browser.await("it is ticked", () -> browser.find("[role=gridcell]:focus input").isSelected());
    sandbox.cycle();

    page.await(
        "Réf", somebody.getValue(), row -> word(row, "Explication").matches(".*[Vv]érifié.*"));
  }

  @Test
  void suspendIsAnsweredAndNothingElseIsDone() throws Exception {
    Map.Entry<String, String> somebody = somebody("En attente");
    Map.Entry<String, String> suspend = Map.entry("Réglage", "Suspendre");
    String tab = browser.find("#tabs button").getText();

    page.open("Réglages", "Réglage");
    page.type(suspend, "Valeur", "Oui");
    sandbox.cycle();
    page.await(
        "Réglage",
        "Suspendre",
        row -> word(row, "Ce qui est compris").equals("oui\u202f: tout est arrêté"));
    page.open(tab, "Réf");
    page.type(somebody, "Consigne", "Pause");
    sandbox.cycle();
    assertThat(page.row("Réf", somebody.getValue()).path("Statut").asText())
        .isEqualTo("En attente");

    page.open("Réglages", "Réglage");
    page.clear(suspend, "Valeur");
    sandbox.cycle();
    page.open(tab, "Réf");
    awaitAnswer(somebody, "En pause", "");
  }
}
