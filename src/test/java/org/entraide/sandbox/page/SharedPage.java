package org.entraide.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, on one French campaign that all tests of a class share. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedPage {

  private final int people;

  Browser browser;
  SandboxFixture sandbox;
  SheetPage page;

  SharedPage(int people) {
    this.people = people;
  }

  @BeforeAll
  void open(@TempDir Path profile, @TempDir Path directory) throws Exception {
    browser = Browser.openOrSkip(profile);
    page = new SheetPage(browser);
    sandbox = SandboxFixture.open(people, directory);
    begin();
  }

  /** What happens before the first test: a cycle. */
  void begin() throws Exception {
    sandbox.cycle();
  }

  @AfterAll
  void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @AfterEach
  void nothingWentWrongOnThePage() {
    assertThat(browser.errors()).isEmpty();
  }
}
