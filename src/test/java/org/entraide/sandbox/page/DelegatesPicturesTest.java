package org.entraide.sandbox.page;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.PicturedWords;
import org.entraide.sandbox.SandboxFixture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makes the pictures in the delegates' pages: {@code mvn -Dentraide.pictures=true
 * -Dtest=DelegatesPicturesTest test}.
 */
@NullMarked
@EnabledIfSystemProperty(named = "entraide.pictures", matches = "true")
@Tag("browser")
class DelegatesPicturesTest {

  private static final int PEOPLE = 20;

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void thePictureIsTaken(String language, @TempDir Path profile, @TempDir Path directory)
      throws Exception {
    try (Browser browser = Browser.openOrSkip(profile);
        SandboxFixture sandbox =
            language.equals("fr")
                ? SandboxFixture.open(PEOPLE, directory)
                : SandboxFixture.openEnglish(PEOPLE, directory)) {
      browser.size(1240, 1000);
      sandbox.cycle();
      browser.go(sandbox.root());
      browser.await("a draft", () -> browser.find("#letter-send").isDisplayed());
      if (!language.equals("fr")) {
        browser.click("#language");
      }
      Files.write(
          PicturedWords.DIRECTORY.resolve("mailbox." + language + ".png"),
          browser.picture(".place.mail"));
    }
  }
}
