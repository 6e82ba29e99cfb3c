package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in Firefox, where that is installed: its four places, and how a scene begins. */
@NullMarked
@Tag("process")
@Tag("browser")
class FirefoxBrowserTest {

  private static final int PEOPLE = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void thePlacesAndASceneAreThereInFirefox(@TempDir Path directory) throws Exception {
    Optional<File> firefox =
        Stream.of("firefox", "firefox-esr")
            .map(Browser::program)
            .flatMap(Optional::stream)
            .findFirst();
    Optional<File> geckodriver = Browser.program("geckodriver");
    boolean installed = firefox.isPresent() && geckodriver.isPresent();
    String reason = "No firefox with geckodriver on the path: the page is untested in it.";
    if (!installed) {
      System.out.println("SKIPPED: " + reason);
    }
    assumeTrue(installed, reason);

    int port = freePort();
    Process driver =
        new ProcessBuilder(geckodriver.orElseThrow().toString(), "--port", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("geckodriver.log").toFile())
            .start();
    try (SandboxFixture sandbox = SandboxFixture.open(PEOPLE, directory)) {
      sandbox.cycle();
      WebDriver browser =
          connect(
              port,
              Map.of(
                  "browserName",
                  "firefox",
                  "moz:firefoxOptions",
                  Map.of(
                      "binary", firefox.orElseThrow().toString(), "args", List.of("-headless"))));
      try {
        visit(browser, sandbox);
      } finally {
        browser.quit();
      }
    } finally {
      driver.destroy();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The driver takes a moment to listen. */
  private static WebDriver connect(int port, Map<String, Object> capabilities) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new RemoteWebDriver(
            URI.create("http://127.0.0.1:" + port).toURL(), new MutableCapabilities(capabilities));
      } catch (WebDriverException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(200);
      }
    }
  }

  static void visit(WebDriver browser, SandboxFixture sandbox) {
    browser.manage().window().setSize(new Dimension(1300, 1000));
    browser.get(sandbox.root());
    await(browser, "#grid [role=gridcell]");
    await(browser, "#letter-send");
    click(browser, "#engine-open");
    wait(browser, "#daemon-state", "en marche");
    click(browser, "#place-map");
    await(browser, ".person");
    click(browser, "#place-sheet");

    int answers = sandbox.sample().form().responses().size();
    click(browser, "#answer");
    await(browser, "#form");
    click(browser, "#form-example");
    until(browser)
        .until(
            b ->
                !String.valueOf(b.findElement(By.id("answer-email")).getDomProperty("value"))
                    .isEmpty());
    click(browser, "#answers button[type=submit]");
    wait(browser, "#count-answers", "" + (answers + 1));
    click(browser, "#letter-send");
    wait(browser, "#count-sent", "1");

    click(browser, "#scenes-open");
    click(browser, "#scene-first");
    wait(browser, "#scene-next", "Continuer");
    assertThat(browser.findElement(By.id("scene-text")).getText()).isNotBlank();
    click(browser, "#scene-next");
    wait(browser, "#scene-count", "2/5");
    click(browser, "#scene-stop");
  }

  private static void click(WebDriver browser, String css) {
    await(browser, css);
    browser.findElement(By.cssSelector(css)).click();
  }

  private static void await(WebDriver browser, String css) {
    until(browser).until(b -> b.findElement(By.cssSelector(css)).isDisplayed());
  }

  private static void wait(WebDriver browser, String css, String text) {
    until(browser).until(b -> b.findElement(By.cssSelector(css)).getText().equals(text));
  }

  private static WebDriverWait until(WebDriver browser) {
    WebDriverWait wait = new WebDriverWait(browser, PATIENCE, Duration.ofMillis(100));
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }
}
