package org.entraide.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the bugs of the past can still be put back; whether tests find them takes minutes. */
class PastBugsTest {

  @Test
  void everyOneCanBePutBackAndNamesTestsThatAreThere() throws IOException {
    List<PastBug> bugs = PastBug.all();
    Tests tests = Tests.ofTree();

    List<String> wrong = new ArrayList<>();
    bugs.forEach(
        bug -> amiss(bug, tests).map(why -> bug.name() + ": " + why).ifPresent(wrong::add));

    assertThat(wrong)
        .as(
            "Put each of these back by hand where it belongs now, make its patch anew by “git diff"
                + " -- src/main > …” below its header, and look whether “src/test/bugs/put-back"
                + " NAME” finds it")
        .isEmpty();
    assertThat(bugs).hasSizeGreaterThanOrEqualTo(40);
  }

  private static Optional<String> amiss(PastBug bug, Tests tests) {
    try {
      for (FilePatch patch : bug.patches()) {
        List<String> lines = Files.readAllLines(Path.of(patch.file()));
        if (patch.applied(lines).equals(lines)) {
          return Optional.of(patch.file() + " stays as it is");
        }
      }
      for (String test : bug.foundBy()) {
        tests.typeOf(test);
        tests.methodOf(test);
        tests.caseOf(test);
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Test
  void aPatchIsAppliedWhereItsLinesAre() {
    FilePatch patch = patch("--- a/x", "+++ b/x", "@@ -2,3 +2,2 @@", " b", "-c", " d");

    assertThat(patch.applied(List.of("a", "b", "c", "d"))).containsExactly("a", "b", "d");
    assertThat(patch.applied(List.of("a", "a", "b", "c", "d"))).containsExactly("a", "a", "b", "d");
  }

  @Test
  void aPatchWhoseLinesAreGoneOrStandTwiceIsRefused() {
    FilePatch patch = patch("--- a/x", "+++ b/x", "@@ -2 +2,2 @@", " b", "+c");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> patch.applied(List.of("a", "B")))
        .withMessage("x: the lines of line 2 are there no more.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patch.applied(List.of("b", "a", "b")))
        .withMessage("x: the lines of line 2 are there several times.");
  }

  @Test
  void aFileThatLacksAPartOfItsHeaderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastBug.parse("x", List.of("Since: 0123abcd", "--- a/x")))
        .withMessage("“What:” lacks a sentence.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastBug.parse("x", List.of("What: It is wrong.", "--- a/x")))
        .withMessage("“Since:” lacks eight digits of a commit.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastBug.parse("x", List.of("What: It is wrong.", "Since: 0123abcd")))
        .withMessage("“Found by:” names something other than tests.");
  }

  private static FilePatch patch(String... lines) {
    return FilePatch.parse(Arrays.asList(lines)).get(0);
  }
}
