package org.entraide.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryFileTest {

  private static final Set<String> HEADINGS = Set.of("People", "In the end");

  private static HistoryFile of(String... lines) {
    return HistoryFile.parse("x", List.of(lines), HEADINGS);
  }

  @Test
  void stepsAreWhatStandsUnderNoHeading() {
    HistoryFile file =
        of(
            "# nobody reads this",
            "they meet",
            "",
            "People: two",
            "",
            "A waves",
            "# nor this",
            "B waves: hello",
            "",
            "In the end:",
            "  both know",
            "  who waved");

    assertThat(file).hasToString("they meet");
    assertThat(file.steps())
        .extracting(HistoryFile.HistoryLine::text)
        .containsExactly("A waves", "B waves: hello");
    assertThat(file.steps().get(1).number()).isEqualTo(8);
    assertThat(file.texts("People")).containsExactly("two");
    assertThat(file.texts("In the end")).containsExactly("both know", "who waved");
  }

  @Test
  void aFileWithoutStepsAndAHeadingThatIsThereTwiceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("they meet", "People: two"))
        .withMessage("histories/x.txt: a title is needed, and a step");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("they meet", "People: two", "People: three"))
        .withMessage("histories/x.txt, line 3, “People: three”: that heading is there already");
  }

  @Test
  void nothingIsDoneBeforeAllIsUnderstood() {
    List<String> done = new ArrayList<>();
    Phrases<List<String>> phrases =
        new Phrases<List<String>>()
            .say("{} greets {}", (said, b) -> said.addAll(b))
            .say(
                "{} sings",
                (said, b) -> {
                  throw new IllegalArgumentException(b.get(0) + " cannot sing");
                });

    assertThatIllegalArgumentException()
        .isThrownBy(() -> phrases.tell(of("they meet", "A greets B", "A runs").steps(), done))
        .withMessage("histories/x.txt, line 3, “A runs”: there is no such phrase");
    assertThat(done).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phrases.tell(of("they meet", "A greets B", "A sings").steps(), done))
        .withMessage("histories/x.txt, line 3, “A sings”: A cannot sing");
    assertThat(done).containsExactly("A", "B");
  }
}
