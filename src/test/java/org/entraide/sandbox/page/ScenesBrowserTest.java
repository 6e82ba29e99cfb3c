package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.action.JavaOptions;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.e2e.Program;
import org.entraide.sandbox.DaemonCommand;
import org.entraide.sandbox.PlayedCampaign;
import org.entraide.sandbox.Sandbox;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Every scene as a person clicks through it, with a daemon in another process. */
@NullMarked
@Execution(ExecutionMode.CONCURRENT) // they wait for a daemon more than they work
@ResourceLock("the browser of the scenes") // one after another
@Tag("browser")
@Tag("process")
class ScenesBrowserTest {

  private static final ReadmePicture SCENE = new ReadmePicture("sandbox-scene");
  private static final ReadmePicture MAP = new ReadmePicture("sandbox-map");

  /** After so many steps of the first scene its picture is taken. */
  private static final int PICTURED = 3;

  private static final PageMatrix PICTURE = new PageMatrix(1280, 860, "en", "light");

  private static final int PEOPLE = ReadmePicture.TAKING ? 120 : 40;

  private static Optional<Browser> opened = Optional.empty();
  private static Optional<Sandbox> sandbox = Optional.empty();
  private static Optional<Program> program = Optional.empty();

  private final Browser browser = opened.orElseThrow();

  /** Each scene needs a place where nobody is left of an earlier one; the sample has thirteen. */
  private static final int PLACES = 12;

  @TempDir private static Path directories;

  private static int played;

  @BeforeAll
  static void open(@TempDir Path profile) throws IOException {
    opened = Optional.of(Browser.openOrSkip(profile));
    program = Optional.of(Program.shared());
    begin();
  }

  private static void begin() throws IOException {
    opened.orElseThrow().go("about:blank"); // or a page asks an office that is closed
    sandbox.ifPresent(Sandbox::close);
    Path directory = Files.createTempDirectory(directories, "sandbox");
    sandbox =
        Optional.of(
            Sandbox.open(
                new Sandbox.Options(0, PEOPLE, 1, PlayedCampaign.LANGUAGES, directory),
                InstantSource.system(),
                System::nanoTime,
                new SplittableRandom(1),
                pause -> Thread.sleep(pause.toMillis()),
                ScenesBrowserTest::daemon));
    sandbox.get().startDaemon();
    played = 0;
  }

  private static DaemonCommand daemon(Path configuration, Duration ahead, List<String> options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(JavaOptions.DAEMON);
    line.addAll(program.orElseThrow().classes());
    line.addAll(
        List.of(
            "-D" + SystemEdge.AHEAD + "=" + ahead,
            "org.entraide.Main",
            "run",
            "--config",
            configuration.toString()));
    line.addAll(options);
    return new DaemonCommand(line, JavaOptions.ENVIRONMENT);
  }

  @AfterAll
  static void close() {
    opened.ifPresent(Browser::close);
    sandbox.ifPresent(Sandbox::close);
  }

  private String state() {
    return browser
        .evaluate("return document.getElementById('scene').dataset.state ?? '';")
        .asText();
  }

  private String text(String id) {
    return browser
        .evaluate("return document.getElementById(arguments[0]).textContent;", id)
        .asText();
  }

  private void load(PageMatrix look) {
    look.apply(browser);
    browser.go(sandbox.orElseThrow().root() + "?language=" + look.language());
    browser.awaitLong("the story is open", () -> !text("told-letter").isEmpty());
    new SheetPage(browser).awaitStory();
  }

  /**
   * Each scene in one look, so that all of them have their turn, but for the first, which is played
   * by keyboard; or in all.
   */
  static Stream<Arguments> scenes() {
    List<PageMatrix> looks =
        List.of(
            PageMatrix.LARGE,
            PageMatrix.MIDDLE,
            PageMatrix.TELEPHONE,
            PageMatrix.ENGLISH_TELEPHONE);
    List<SceneScripts> all = List.of(SceneScripts.values());
    return IntStream.range(0, all.size())
        .filter(i -> PageMatrix.ALL || all.get(i) != SceneScripts.FIRST)
        .boxed()
        .flatMap(
            i ->
                PageMatrix.of(looks.get(i % looks.size())).stream()
                    .map(look -> Arguments.of(all.get(i), look)));
  }

  /** The page itself looks whether what it tells came about. */
  @ParameterizedTest
  @MethodSource("scenes")
  void theSceneTellsWhatComesAboutAndShowsWhatItSpeaksOf(SceneScripts scene, PageMatrix look)
      throws IOException {
    if (played == PLACES) {
      begin();
    }
    played++;
    load(look);
    SceneWatch watch = new SceneWatch(browser, look);
    browser.click("#scenes-open");
    browser.click("#scene-" + scene.key());
    for (int i = 0; i < scene.steps().size(); i++) {
      String step = scene + ", step " + (i + 1);
      browser.awaitLong(step, () -> !state().equals("busy"));
      boolean last = i + 1 == scene.steps().size();
      assertThat(state()).as(text("scene-text")).isEqualTo(last ? "done" : "ready");
      assertThat(text("scene-text")).doesNotContain("scene.").doesNotContain("{");
      watch.shows(step, scene.steps().get(i));
      if (!last) {
        browser.click("#scene-next");
      }
    }
    browser.click("#scene-stop");
    assertThat(browser.find("#scene").isDisplayed()).isFalse();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void thePictureOfASceneIsOfToday() throws IOException {
    load(PICTURE);
    picture();
    SCENE.isOfToday(browser);
    browser.click("#scene-stop");
  }

  private void picture() {
    browser.click("#story-play");
    for (int step = 1; step < PICTURED; step++) {
      browser.awaitLong("step " + step, () -> state().equals("ready"));
      browser.click("#scene-next");
    }
    browser.awaitLong("step " + PICTURED, () -> state().equals("ready"));
  }

  /** Nothing but keys, and each step is seen. */
  @Test
  void theFirstSceneIsPlayedByKeyboardAlone() {
    load(PageMatrix.MIDDLE);
    SceneWatch watch = new SceneWatch(browser, PageMatrix.MIDDLE);
    tabTo("story-play");
    browser.press(Keys.ENTER);
    List<SceneScripts.Step> steps = SceneScripts.FIRST.steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i + 1 == steps.size();
      browser.awaitLong("step " + (i + 1), () -> state().equals(last ? "done" : "ready"));
      watch.shows("step " + (i + 1), steps.get(i));
      browser.await(
          "the focus is where it goes on",
          () -> focus().equals(last ? "scene-again" : "scene-next"));
      if (!last) {
        browser.press(Keys.ENTER);
      }
    }
    tabTo("scene-stop");
    browser.press(Keys.ENTER);
    assertThat(focus()).isEqualTo("scenes-open");
    assertThat(new Sight(browser).sees("#story")).isTrue();
  }

  private String focus() {
    return browser.evaluate("return document.activeElement.id;").asText();
  }

  private void tabTo(String id) {
    for (int tabs = 0; tabs < 30 && !focus().equals(id); tabs++) {
      browser.press(Keys.TAB);
    }
    assertThat(focus()).isEqualTo(id);
  }

  @Test
  void theStripTellsWhatTheDaemonsCyclesWereAt() {
    load(PageMatrix.LARGE);
    browser.await("a cycle was told of", () -> text("stages").contains("ms"));

    assertThat(text("stages")).contains("observer").contains("écrire");
    // The minute's requests may be none: nothing is read when nobody has asked for a while.
    assertThat(text("course-lines")).containsPattern("lectures? et \\d+ écritures? sur 60");
  }

  @Test
  void aDryRunIsShownAsAListOfEffects() {
    load(PageMatrix.LARGE);
    browser.click("#engine-open");
    browser.click("#daemon-dry-run");
    browser.awaitLong(
        "the list",
        () -> browser.evaluate("return document.getElementById('effects').open;").asBoolean());

    assertThat(text("effects-list")).isNotEmpty();
    browser.click("#effects-close");
    browser.click("#engine-close");
  }

  @Test
  void aSuspendedCampaignIsSeenInTheHeader() {
    load(PageMatrix.LARGE);
    SheetPage page = new SheetPage(browser);
    Map.Entry<String, String> suspend = Map.entry("Réglage", "Suspendre");
    page.open("Réglages", "Réglage");
    page.type(suspend, "Valeur", "Oui");
    browser.awaitLong("it is told", () -> text("trouble-words").contains("suspendue"));
    assertThat(new Sight(browser).sees("#trouble-words")).isTrue();

    page.clear(suspend, "Valeur");
    browser.awaitLong("all is well", () -> text("trouble-words").isEmpty());
  }

  /** The sample, the sheet and the letters are of the page's language, too. */
  @Test
  void theLanguageIsTheBrowsersAndAButtonTurnsToTheOther() {
    browser.languages("fr-CA,fr");
    browser.go(sandbox.orElseThrow().root());
    isIn("fr", "Statut", "Claire Martin");
    browser.click("#language");
    isIn("en", "Status", "Ruth Cole");
    browser.click("#language");
    isIn("fr", "Statut", "Claire Martin");
    browser.languages("en-GB,en");
    browser.go(sandbox.orElseThrow().root());
    isIn("en", "Status", "Ruth Cole");
    browser.languages("de");
    browser.go(sandbox.orElseThrow().root());
    isIn("fr", "Statut", "Claire Martin");
  }

  private void isIn(String language, String header, String delegate) {
    browser.awaitLong(
        "the page in " + language,
        () ->
            browser.evaluate("return document.documentElement.lang;").asText().equals(language)
                && new SheetPage(browser).rows().stream().limit(1).anyMatch(r -> r.has(header)));
    assertThat(text("who-sends")).startsWith(delegate);
    assertThat(text("language")).isEqualTo(language.equals("fr") ? "English" : "Français");
    assertThat(new Sight(browser).sees("#language")).isTrue();
  }

  /**
   * Makes pictures of the README and of docs/sandbox.md: {@code mvn -Dentraide.pictures=true …}.
   */
  @Test
  @EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
  void thePicturesAreTaken() throws IOException {
    for (String language : PlayedCampaign.LANGUAGES) {
      load(pictured(language));
      new ReadmePicture("sandbox." + language).take(browser);
    }
    load(PICTURE);
    picture();
    SCENE.take(browser);
    load(PICTURE);
    openMap();
    MAP.take(browser);
    browser.click("#place-sheet");
  }

  private static PageMatrix pictured(String language) {
    return new PageMatrix(PICTURE.width(), PICTURE.height(), language, PICTURE.scheme());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void theReadmesFirstPictureIsOfToday(String language) throws IOException {
    load(pictured(language));
    new ReadmePicture("sandbox." + language).isOfToday(browser);
  }

  @Test
  void thePictureOfTheMapIsOfToday() throws IOException {
    load(PICTURE);
    openMap();
    MAP.isOfToday(browser);
    browser.click("#place-sheet");
  }

  private void openMap() {
    browser.click("#place-map");
    browser.awaitLong(
        "people are on the map",
        () ->
            browser
                    .evaluate("return document.querySelectorAll('#map-people circle').length;")
                    .asInt()
                > 9);
    browser.await(
        "the land is there",
        () ->
            browser
                .evaluate("return document.getElementById('map-land').childElementCount > 0;")
                .asBoolean());
  }
}
