package org.entraide.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entraide.people.identity.Absences.Absence;
import org.junit.jupiter.api.Test;

/** A sheet that is not believed tells of nobody that they are gone. */
class AbsencesTest {

  private static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofMinutes(11));
  private static final Set<String> ALL = Set.of("A", "B", "C", "D", "E", "F", "G", "H");
  private static final Map<String, Absence> ONE = Map.of("A", new Absence(NOON));

  /** So many that the sheet is not believed. */
  private static final Set<String> MANY = Set.of("E", "F", "G", "H");

  private static Absences look(
      Set<String> gone, Set<String> confused, Map<String, Absence> remembered, Instant now) {
    return look(gone, confused, remembered, now, false);
  }

  private static Absences look(
      Set<String> gone,
      Set<String> confused,
      Map<String, Absence> remembered,
      Instant now,
      boolean confirmed) {
    Set<String> present = new HashSet<>(ALL);
    present.removeAll(gone);
    return Absences.of(ALL, present, confused, remembered, now, confirmed);
  }

  @Test
  void aRowThatIsGoneCountsAfterTenMinutes() {
    Absences first = look(Set.of("A"), Set.of(), Map.of(), NOON);
    assertThat(first.remembered()).isEqualTo(ONE);
    assertThat(first.missing()).containsExactly("A");
    Absences last = look(Set.of("A"), Set.of(), first.remembered(), LATER);
    assertThat(last.withdrawn()).containsExactly("A");
    assertThat(last.remembered()).isEqualTo(Map.of("A", Absence.WITHDRAWN));
  }

  @Test
  void nobodysTenMinutesBeginInASheetOfWhichTooManyAreGone() {
    Absences emptied = look(ALL, Set.of(), Map.of(), NOON);
    assertThat(emptied.tooManyMissing()).isTrue();
    assertThat(emptied.missing()).isEqualTo(ALL);
    assertThat(emptied.remembered()).isEmpty();

    Absences back = look(Set.of("A"), Set.of(), emptied.remembered(), LATER);
    assertThat(back.withdrawn()).isEmpty();
    assertThat(back.remembered()).isEqualTo(Map.of("A", new Absence(LATER)));
  }

  @Test
  void nobodysTenMinutesBeginOrEndWhereTooManyNamesAreBesideOthersAddresses() {
    assertThat(look(Set.of("A"), MANY, Map.of(), NOON).remembered()).isEmpty();

    Absences sorted = look(Set.of("A"), MANY, ONE, LATER);
    assertThat(sorted.tooManyConfused()).isTrue();
    assertThat(sorted.missing()).containsExactly("A");
    assertThat(sorted.withdrawn()).isEmpty();
    assertThat(sorted.remembered()).isEqualTo(ONE);
    assertThat(look(Set.of("A"), Set.of(), sorted.remembered(), LATER).withdrawn())
        .containsExactly("A");
  }

  @Test
  void whoeverWasGoneBeforeTooManyWereStaysGoneSinceThen() {
    assertThat(look(ALL, Set.of(), ONE, LATER).remembered()).isEqualTo(ONE);
    assertThat(look(ALL, Set.of(), Map.of("A", Absence.WITHDRAWN), LATER).remembered())
        .isEqualTo(Map.of("A", Absence.WITHDRAWN));
  }

  @Test
  void whoeverIsThereIsNotGoneWhateverElseIs() {
    assertThat(look(MANY, Set.of(), ONE, LATER).remembered()).isEmpty();
  }

  @Test
  void aConfirmationBelievesASheetWhateverIsGone() {
    Absences confirmed = look(MANY, ALL, Map.of(), NOON, true);
    assertThat(confirmed.withdrawn()).isEqualTo(MANY);
    assertThat(confirmed.remembered()).containsOnlyKeys(MANY);
    assertThat(confirmed.confused()).isEmpty();
  }
}
