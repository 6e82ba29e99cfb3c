package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.action.JavaOptions;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.sandbox.DaemonCommand;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every scene as a person clicks through it, with a daemon in another process. A scene looks itself
 * whether what it tells came about.
 */
@NullMarked
@Execution(ExecutionMode.CONCURRENT) // they wait for a daemon more than they work
@ResourceLock("the browser of the scenes") // one after another
@Tag("browser")
class ScenesBrowserTest {

  private static final ReadmePicture SCENE = new ReadmePicture("sandbox-scene");
  private static final ReadmePicture MAP = new ReadmePicture("sandbox-map");

  /** After so many steps of the first scene its picture is taken. */
  private static final int PICTURED = 3;

  private static final int PEOPLE = ReadmePicture.TAKING ? 120 : 12;

  private static Optional<Browser> opened = Optional.empty();
  private static Optional<Sandbox> sandbox = Optional.empty();

  private final Browser browser = opened.orElseThrow();

  @BeforeAll
  static void open(@TempDir Path profile, @TempDir Path directory) throws IOException {
    opened = Optional.of(Browser.openOrSkip(profile));
    sandbox =
        Optional.of(
            Sandbox.open(
                new Sandbox.Options(0, PEOPLE, 1, directory),
                InstantSource.system(),
                System::nanoTime,
                new SplittableRandom(1),
                pause -> Thread.sleep(pause.toMillis()),
                ScenesBrowserTest::daemon));
    sandbox.get().startDaemon();
    opened.get().size(1280, 900);
    opened.get().go(sandbox.get().root());
  }

  private static DaemonCommand daemon(Path configuration, Duration ahead, List<String> options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(JavaOptions.DAEMON);
    line.addAll(
        List.of(
            "-D" + SystemEdge.AHEAD + "=" + ahead,
            "-cp",
            System.getProperty("java.class.path"),
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

  @ParameterizedTest
  @ValueSource(
      strings = {"first", "sort", "discard", "pin", "crash", "withdraw", "lost", "multitude"})
  void theSceneTellsWhatComesAbout(String scene) throws IOException {
    browser.click("#scenes-open");
    browser.click("#scene-" + scene);
    browser.awaitLong(scene + ", step 1", () -> !state().equals("busy"));
    for (int step = 1; state().equals("ready"); step++) {
      assertThat(step).as("steps of " + scene).isLessThan(9);
      assertThat(text("scene-text")).doesNotContain("scene.").doesNotContain("{");
      if (scene.equals("first") && step == PICTURED) {
        SCENE.isOfToday(browser);
      }
      browser.click("#scene-next");
      browser.awaitLong(scene + ", step " + (step + 1), () -> !state().equals("busy"));
    }

    assertThat(state()).as(text("scene-text")).isEqualTo("done");
    assertThat(text("scene-text")).doesNotContain("scene.").doesNotContain("{");
    browser.click("#scene-stop");
    assertThat(browser.evaluate("return document.getElementById('scene').hidden;").asBoolean())
        .isTrue();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void theStripTellsWhatTheDaemonsCyclesWereAt() {
    browser.await("a cycle was told of", () -> text("stages").contains("ms"));

    assertThat(text("stages")).contains("observer").contains("écrire");
    assertThat(text("course-lines")).contains("lectures").contains("sur 60");
  }

  @Test
  void aDryRunIsShownAsAListOfEffects() {
    browser.click("#engine-open");
    browser.click("#daemon-dry-run");
    browser.awaitLong(
        "the list",
        () -> browser.evaluate("return document.getElementById('effects').open;").asBoolean());

    assertThat(text("effects-list")).isNotEmpty();
    browser.click("#effects-close");
    browser.click("#engine-close");
  }

  /** Makes two of the README's pictures: {@code mvn -Dentraide.pictures=true …}. */
  @Test
  @EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
  void thePicturesAreTaken() throws IOException {
    browser.click("#scenes-open");
    browser.click("#scene-first");
    for (int step = 1; step < PICTURED; step++) {
      browser.awaitLong("step " + step, () -> !state().equals("busy"));
      browser.click("#scene-next");
    }
    browser.awaitLong("step " + PICTURED, () -> !state().equals("busy"));
    SCENE.take(browser);
    browser.click("#scene-stop");
    openMap();
    MAP.take(browser);
    browser.click("#place-sheet");
  }

  @Test
  void thePictureOfTheMapIsOfToday() throws IOException {
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
