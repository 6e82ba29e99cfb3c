package org.entraide.plan.authorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.junit.jupiter.api.Test;

/** What the daemon wrote before. */
class PreviousValuesTest {

  private static final CellKey CELL = new CellKey("f00d", "explanation");

  private final Map<CellKey, String> cells = new HashMap<>();

  @Test
  void whatWasWrittenOverIsKnownInItsColumnAndInNoOther() {
    write("first", "second");

    PreviousValues earlier = new PreviousValues(cells);
    assertThat(earlier.holds("explanation", "first")).isTrue();
    assertThat(earlier.holds("explanation", "second")).isFalse();
    assertThat(earlier.holds("status", "first")).isFalse();
  }

  @Test
  void whatAPersonTypedIsNotNotedAsOurs() {
    cells.put(CELL, ShortHashes.of("first"));

    write("typed by a person", "second");

    PreviousValues earlier = new PreviousValues(cells);
    assertThat(earlier.holds("explanation", "typed by a person")).isFalse();
    assertThat(earlier.holds("explanation", "first")).isTrue();
  }

  @Test
  void whatIsWrittenAgainIsNotNoted() {
    cells.put(CELL, ShortHashes.of("first"));

    write("typed by a person", "first");

    assertThat(cells).hasSize(1);
  }

  @Test
  void onlyTheLastEightAreRemembered() {
    for (int i = 0; i < 10; i++) {
      write("word " + i, "word " + (i + 1));
    }

    PreviousValues earlier = new PreviousValues(cells);
    assertThat(earlier.holds("explanation", "word 1")).isFalse();
    assertThat(earlier.holds("explanation", "word 2")).isTrue();
    assertThat(earlier.holds("explanation", "word 9")).isTrue();
  }

  private void write(String shown, String next) {
    Map<CellKey, String> before = new HashMap<>(cells);
    before.putIfAbsent(CELL, ShortHashes.of(shown));
    cells.put(CELL, ShortHashes.of(next));
    PreviousValues.note(cells, CELL, shown, before);
  }
}
