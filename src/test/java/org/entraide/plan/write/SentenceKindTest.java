package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;

/** Whatever can be in an explanation is something to do, something that happened or an answer. */
class SentenceKindTest {

  /** The areas of keys of which a row's explanation is made. */
  private static final Pattern AREAS = Pattern.compile("(explain|reason|people|place\\.ask)\\..*");

  /** What is no sentence by itself, or is read elsewhere. */
  private static final Pattern PARTS =
      Pattern.compile(
          "people\\.(field|essential|questions|evidence)\\..*|people\\.others"
              + "|explain\\.(todo|todo\\.separator|left_out|others|several\\..*)"
              + "|explain\\.pin\\.(?!refused|followed).*");

  private static Set<String> classified() {
    return Arrays.stream(SentenceKind.values())
        .flatMap(kind -> kind.keys().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everySentenceThatCanReachTheCellHasAKind() {
    Set<String> unclassified = new TreeSet<>(Texts.of("fr").keys());
    unclassified.removeIf(key -> !AREAS.matcher(key).matches() || PARTS.matcher(key).matches());
    assertThat(unclassified).hasSizeGreaterThan(100);

    unclassified.removeAll(classified());

    assertThat(unclassified).isEmpty();
  }

  @Test
  void noKindHasASentenceWithoutWords() {
    assertThat(Texts.of("fr").keys()).containsAll(classified());
  }

  @Test
  void aSentenceOfNoKindIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentenceKind.of(Message.of("explain.todo")))
        .withMessageContaining("explain.todo");
  }
}
