package org.entraide.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.people.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarTest {

  private static final String REF = Reference.mint(new SplittableRandom(7), ref -> false);
  private static final String ONE = "0123456789abcdef";
  private static final String OTHER = "fedcba9876543210";

  private static Bar bar(long seed) {
    return Bar.of(REF, new SplittableRandom(seed)).covering(Set.of(ONE));
  }

  @ParameterizedTest
  @EnumSource(Bar.State.class)
  void whatTheHiddenCellAndTheJournalSayIsReadBack(Bar.State state) {
    Bar bar =
        bar(1).in(state).seenIn(Set.of("7/" + OTHER, "7/" + OTHER + "/status/2", "~7/" + ONE));

    assertThat(Bar.ofNote(bar.salt(), bar.note())).contains(bar);
    assertThat(Bar.ofCheck(bar.check())).contains(bar.seenIn(Set.of()));
    assertThat(Bar.ofCheck(bar.nameless().check())).contains(bar.nameless());
    assertThat(bar.check()).doesNotContain(ONE, OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "00112233445566778899aabbccddeeff",
        "00112233445566778899aabbccddeeff on",
        "00112233445566778899aabbccddeeff on - x",
        "00112233445566778899aabbccddeeff on 12345 -",
        "00112233445566778899aabbccddeeff off - -",
        "0011 on - -",
        "00112233445566778899aabbccddeeff on - - -"
      })
  void whatPeopleTypeThereIsNoBar(String text) {
    assertThat(Bar.ofCheck(text)).isEmpty();
  }

  @Test
  void twoBarsOfOneContactHaveNoHashInCommon() {
    assertThat(bar(1).contacts()).hasSize(1).doesNotContainAnyElementsOf(bar(2).contacts());
    assertThat(bar(1).covered().test(ONE)).isTrue();
    assertThat(bar(1).covered().test(OTHER)).isFalse();
  }

  @Test
  void whatAnEarlierVersionRememberedGetsASaltAndIsFoundAgainAsItWas() {
    Bar bar = Bar.unsalted(REF, Set.of(ONE)).salted(new SplittableRandom(1));

    assertThat(bar.isBound()).isTrue();
    assertThat(bar.covered().test("=" + ONE)).isTrue();
    assertThat(bar.covered().test(ONE)).isFalse();
    assertThat(Bar.ofNote(bar.salt(), bar.note())).contains(bar);
  }
}
