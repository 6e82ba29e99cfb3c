package org.entraide.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.entraide.people.reference.Reference;
import org.entraide.plan.Folk;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.TabColumns;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Texts;
import org.entraide.text.typed.ReadLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns: label, value, understood, meaning, check. */
class BarredLinesTest {

  private static final Texts FRENCH = Folk.LANGUAGES.get(0);
  private static final Texts ENGLISH = Folk.LANGUAGES.get(1);
  private static final RandomGenerator RANDOM = new SplittableRandom(3);
  private static final String ANA = Reference.mint(RANDOM, ref -> false);
  private static final Bar BAR = Bar.of(ANA, RANDOM).covering(Set.of("0123456789abcdef"));

  private static TabColumns<SettingsColumn> columns() {
    Map<SettingsColumn, Integer> at = new EnumMap<>(SettingsColumn.class);
    Arrays.stream(SettingsColumn.values()).forEach(column -> at.put(column, at.size()));
    return new TabColumns<>(at, List.of(), List.of());
  }

  private static Row row(int index, String label, String value, String check) {
    return new Row(index, List.of(label, value, "", "", check).stream().map(Cell::text).toList());
  }

  private static BarredLines read(List<Bar> kept, Row... rows) {
    return BarredLines.read(List.of(rows), columns(), kept, Folk.LANGUAGES);
  }

  private static String check(Bar bar) {
    return "barred:" + bar.check();
  }

  private static Map<SettingsColumn, String> words(BarredLines lines, Row row, Bars bars) {
    return lines.changed(bars, ENGLISH).getOrDefault(row, Map.of());
  }

  @Test
  void aLabelInAnotherLanguageIsOursAndIsWordedAnewWithTheNameThatItShows() {
    Row row = row(8, "Exclu : Ana A. (" + ANA + ")", "oui", check(BAR));

    Map<SettingsColumn, String> words =
        words(read(List.of(BAR), row), row, new Bars(List.of(BAR), Map.of()));

    assertThat(words).containsEntry(SettingsColumn.LABEL, "Barred: Ana A. (" + ANA + ")");
    assertThat(words).doesNotContainKey(SettingsColumn.VALUE);
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '\u00a0', '\u202f'})
  void aLabelIsOursWhicheverSpacesAreInIt(char space) {
    String typed = "Exclu : Ana A. (" + ANA + ")";
    Row row = row(8, typed.replace(" : ", space + ":" + space), "oui", check(BAR));
    BarredLines lines = read(List.of(BAR), row);

    assertThat(lines.changed(new Bars(List.of(BAR), Map.of()), FRENCH).get(row))
        .containsEntry(SettingsColumn.LABEL, "Exclu\u202f: Ana A. (" + ANA + ")");
  }

  @Test
  void whoIsErasedIsNamedNowhereAlsoWhereTheLineWasRenamed() {
    Bar erased = BAR.nameless();
    Row row = row(8, "Ana Alba, a thief", "yes", check(BAR));

    Map<SettingsColumn, String> words =
        words(read(List.of(erased), row), row, new Bars(List.of(erased), Map.of()));

    assertThat(words).containsEntry(SettingsColumn.LABEL, "Barred: erased person");
    assertThat(words.get(SettingsColumn.CHECK)).doesNotContain(ANA);
  }

  @Test
  void aLineOfAnErasedPersonIsFoundAgainWithoutItsHiddenCell() {
    Bar erased = BAR.nameless();
    Row row = row(8, "Exclu : personne effacée", "oui", "");

    BarredLines lines = read(List.of(erased), row);

    assertThat(lines.missing(new Bars(List.of(erased), Map.of()), FRENCH)).isEmpty();
    assertThat(words(lines, row, new Bars(List.of(erased), Map.of())))
        .containsEntry(SettingsColumn.CHECK, check(erased));
  }

  /** What is there beside what the hidden cell was written with. */
  @ParameterizedTest
  @CsvSource({
    "oui, ON, NOTHING",
    "yes, OVER, BAR",
    "non, ON, LIFT",
    "no, OVER, NO_AS_BEFORE",
    "'', ON, NOTHING",
    "'', OVER, NOTHING",
    "bof, ON, NOTHING"
  })
  void aValueIsAnOrderWhereItChanged(String value, Bar.State before, BarredLines.TypedWord typed) {
    BarredLines lines = read(List.of(BAR), row(8, "", value, check(BAR.in(before))));

    assertThat(lines.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.typed()).isEqualTo(typed);
              assertThat(line.bar().state()).as("the journal's word").isEqualTo(Bar.State.ON);
            });
  }

  /** Somebody who answered from very many addresses: none of them may be forgotten. */
  @Test
  void aHiddenCellLongerThanWhatIsReadOfAnswersIsReadToItsEnd() {
    Set<String> contacts = new TreeSet<>();
    for (int i = 0; i < 2_500; i++) {
      contacts.add("%016x".formatted(i));
    }
    Bar bar = Bar.of(ANA, RANDOM).covering(contacts);
    Row row = row(8, "Exclu : Ana A. (" + ANA + ")", "oui", check(bar));
    assertThat(check(bar)).hasSizeBetween(40 * ReadLimit.CHARACTERS, 50_000);

    BarredLines lines = read(List.of(), row);

    assertThat(lines.lines()).singleElement().satisfies(l -> assertThat(l.bar()).isEqualTo(bar));
    assertThat(words(lines, row, new Bars(List.of(bar), Map.of())))
        .containsEntry(SettingsColumn.CHECK, check(bar));
    assertThat(lines.lines().get(0).bar().covered()).accepts(contacts.toArray(String[]::new));
  }

  @Test
  void aValueThatWasTypedSinceEverythingWasReadIsLeftToTheNextPass() {
    Row row = row(8, "Exclu : " + ANA, "non", check(BAR));

    assertThat(words(read(List.of(BAR), row), row, new Bars(List.of(BAR), Map.of()))).isEmpty();
  }

  @Test
  void aLineByHandForAPersonWhomNobodyKnowsSaysSo() {
    Row row = row(8, "Exclu : " + ANA, "oui", "");

    BarredLines lines = read(List.of(), row);

    assertThat(lines.asked()).containsExactly(ANA);
    assertThat(words(lines, row, Bars.NONE).get(SettingsColumn.UNDERSTOOD)).contains("Nobody has");
  }

  @Test
  void aNoteOfTheOrganisersIsNoLine() {
    List<Row> notes = new ArrayList<>();
    notes.add(row(8, "A voir : " + ANA, "oui", ""));
    notes.add(row(9, "Exclusivement pour Camille", "oui", ""));
    notes.add(row(10, "Exclu", "oui", ""));

    BarredLines lines = read(List.of(), notes.toArray(new Row[0]));

    assertThat(lines.isEmpty()).isTrue();
    assertThat(lines.changed(Bars.NONE, FRENCH)).isEmpty();
  }
}
