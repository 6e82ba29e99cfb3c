package org.entraide.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * French puts a narrow no-break space (U+202F) before a colon, a semicolon, an exclamation and a
 * question mark, and inside its quotation marks, so that no line begins with a sign.
 */
class TypographyTest extends TextsFixture {

  /** Subjects: Gmail finds a letter of any version by them, so they stay as they are. */
  private static final Set<String> SUBJECTS =
      Set.of("letter.subject", "letter.subject.nameless", "letter.question");

  private static final Pattern OTHER_SPACE =
      Pattern.compile("[ \u00a0](?!::)[:;!?»]|«[ \u00a0]|[\\p{L}\\p{N})}][;!?»]|«[\\p{L}{]");

  @Test
  void frenchSignsKeepTheirNarrowNoBreakSpace() {
    Map<String, String> wrong = new TreeMap<>();
    for (String area : Texts.AREAS) {
      file(area, "fr")
          .forEach(
              (key, text) -> {
                if (!SUBJECTS.contains(key) && OTHER_SPACE.matcher(text).find()) {
                  wrong.put(key, text);
                }
              });
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void englishSignsHaveNoSpaceBefore() {
    Map<String, String> wrong = new TreeMap<>();
    for (String area : Texts.AREAS) {
      file(area, "en")
          .forEach(
              (key, text) -> {
                if (Pattern.compile("\\h(?!::)[:;!?”]|“\\h|\u202f").matcher(text).find()) {
                  wrong.put(key, text);
                }
              });
    }

    assertThat(wrong).isEmpty();
  }
}
