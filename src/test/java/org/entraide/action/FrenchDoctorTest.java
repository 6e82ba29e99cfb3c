package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.BrokenWorld;
import org.entraide.SurgerySaid;
import org.entraide.build.Stories;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.sandbox.SampleOffice;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code doctor} in French finds what it finds in English, and no line has an English word. */
@NullMarked
@Stories(few = 3)
class FrenchDoctorTest {

  private static final SampleOffice OFFICE = Surgery.office();
  private static final Texts FRENCH = Texts.of("fr");

  /** What stands in a pattern for a value, the innermost braces first. */
  private static final Pattern BLANK = Pattern.compile("\\{[^{}]*}");

  /** English words that are neither French nor in a command, a key or a title of the sample. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|is|are|was|were|of|with|not|and|its|this|that|from|which|whose|who|be|been|has"
              + "|have|cannot|an|it|may|does|did|can|will|for|there|nobody)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> FRAGMENTS = fragments();

  @TempDir Path directory;

  /** The longer parts of all that is said in English and not also in French. */
  private static Set<String> fragments() {
    Texts english = Texts.english();
    Set<String> fragments = new LinkedHashSet<>();
    for (String key : english.keys()) {
      for (String part : blanked(english.pattern(key)).split("\u0000")) {
        boolean isLong = part.strip().split("\\s+").length >= 3;
        if (isLong && !FRENCH.pattern(key).contains(part.strip())) {
          fragments.add(part.strip());
        }
      }
    }
    return fragments;
  }

  private static String blanked(String pattern) {
    String before = pattern;
    String after = BLANK.matcher(before).replaceAll("\u0000");
    while (!after.equals(before)) {
      before = after;
      after = BLANK.matcher(before).replaceAll("\u0000");
    }
    return after;
  }

  private static List<String> english(String line) {
    String own = line.replace(ProgramVersion.line(), "");
    return FRAGMENTS.stream().filter(own::contains).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entraide.BrokenWorlds#worlds")
  void eachBrokenWorldIsSaidInFrenchAlone(BrokenWorld broken) {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      broken.breaking().accept(surgery);

      SurgerySaid english = surgery.examine("en");
      SurgerySaid french = surgery.examine("fr");

      assertThat(french.exitCode()).isEqualTo(broken.code());
      assertThat(french.lines())
          .extracting(line -> line.substring(0, 1))
          .isEqualTo(english.lines().stream().map(line -> line.substring(0, 1)).toList());
      assertThat(french.lines())
          .allSatisfy(
              line -> {
                assertThat(english(line)).as(line).isEmpty();
                assertThat(line.replace(ProgramVersion.line(), "")).doesNotContainPattern(ENGLISH);
              });
    }
  }

  @Test
  void anEnglishLineIsFound() {
    assertThat(FRAGMENTS).hasSizeGreaterThan(500);
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      assertThat(surgery.examine("en").lines())
          .anySatisfy(line -> assertThat(english(line)).isNotEmpty())
          .anySatisfy(line -> assertThat(line).containsPattern(ENGLISH));
    }
  }
}
