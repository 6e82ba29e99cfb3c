package org.entraide.sandbox.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine; nothing is ever downloaded. */
@NullMarked
final class Browser implements AutoCloseable {

  private static final String REQUIRE = "ENTRAIDE_REQUIRE_BROWSER";
  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "chromium-browser");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Finds a program on the path. */
  static Optional<File> program(String name) {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  /**
   * Opens one, or skips the tests where there is none and none is required.
   *
   * @param profile an empty directory
   */
  static Browser openOrSkip(Path profile) {
    Optional<Browser> opened = open(profile);
    if (opened.isEmpty()) {
      String reason = "No " + NAMES + " with chromedriver on the path: the page is untested.";
      if ("1".equals(System.getenv(REQUIRE))) {
        fail(reason + " " + REQUIRE + "=1 wants it.");
      }
      System.out.println("SKIPPED: " + reason);
      abort(reason);
    }
    return opened.orElseThrow();
  }

  /**
   * Opens one, if this machine has it and its driver.
   *
   * @param profile an empty directory
   */
  private static Optional<Browser> open(Path profile) {
    Optional<File> chromium =
        NAMES.stream().map(Browser::program).flatMap(Optional::stream).findFirst();
    Optional<File> chromedriver = program("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      return Optional.empty();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    // no window is in front where there is no screen: some versions have no focus then
    driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    return Optional.of(new Browser(driver));
  }

  void go(String address) {
    driver.get(address);
  }

  /** A screen of that size in CSS pixels; smaller than a window can be. */
  void size(int width, int height) {
    size(width, height, 1);
  }

  /**
   * A screen of that size in CSS pixels, whose dots may be finer.
   *
   * @param dots for each CSS pixel of a line
   */
  void size(int width, int height, double dots) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", dots, "mobile", false));
  }

  /** Which colours people like, as their system says. */
  void scheme(String lightOrDark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
  }

  /** Which languages people read, as their browser says: such as {@code fr-CA,fr}. */
  void languages(String tags) {
    String agent = evaluate("return navigator.userAgent;").asText();
    driver.executeCdpCommand(
        "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", tags));
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Clicks what can be clicked, as a person would: not what is covered or out of sight. */
  void click(String css) {
    find(css).click();
  }

  /** What a script gives, which ends with {@code return}. */
  JsonNode evaluate(String script, Object... arguments) {
    Object result =
        driver.executeScript(
            "const value = (function () {"
                + script
                + "}).apply(null, arguments);"
                + " return value === undefined ? 'null' : JSON.stringify(value);",
            arguments);
    return read(String.valueOf(result));
  }

  /** What a promise gives. */
  JsonNode settle(String promise, Object... arguments) {
    Object result =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "("
                + promise
                + ").then(v => done(JSON.stringify(v ?? null)),"
                + " e => done(JSON.stringify('failed')));",
            arguments);
    return read(String.valueOf(result));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("The browser gave no JSON.", e);
    }
  }

  void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /** Waits long for a condition: for what a daemon does in its own time. */
  void awaitLong(String what, BooleanSupplier condition) {
    await(what, LONG_PATIENCE, condition);
  }

  private void await(String what, Duration patience, BooleanSupplier condition) {
    new WebDriverWait(driver, patience, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class, JavascriptException.class)
        .withMessage(what)
        .until(d -> condition.getAsBoolean());
  }

  /** Errors in the console since the last time this was asked. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Presses keys wherever the focus is, as a keyboard does. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Clicks twice in the middle of something, as a mouse does. */
  void doubleClick(String css) {
    new Actions(driver).doubleClick(find(css)).perform();
  }

  /** Clicks just within the right edge of something. */
  void clickRightEdge(String css) {
    WebElement element = find(css);
    int right = element.getSize().width / 2 - 6;
    new Actions(driver).moveToElement(element, right, 0).click().perform();
  }

  /** Presses keys one after another, and not the text that they make. */
  void keys(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Turns a mouse's wheel above the middle of something, by pixels downwards. */
  void wheel(String css, int pixels) {
    new Actions(driver)
        .scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(find(css)), 0, pixels)
        .perform();
  }

  /** Begins to note what keeps the page from answering; see {@link #longTasks}. */
  void watchLongTasks() {
    evaluate(
        """
        window.longTasks ??= new PerformanceObserver(list => list.getEntries().forEach(
          entry => longTasks.noted.push(Math.round(entry.duration))));
        longTasks.noted = [];
        longTasks.observe({type: 'longtask'});\
        """);
  }

  /** Every task of more than 50 ms since it was asked to watch them, in milliseconds. */
  List<Integer> longTasks() {
    List<Integer> tasks = new ArrayList<>();
    evaluate("longTasks.disconnect(); return longTasks.noted;")
        .forEach(task -> tasks.add(task.asInt()));
    return tasks;
  }

  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  byte[] picture(String css) {
    return find(css).getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
