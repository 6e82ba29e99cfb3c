package org.entraide.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.people.word.GroupName;
import org.entraide.plan.Folk;
import org.entraide.plan.SettingsTabFixture;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of groups in the settings tab, and what organisers do to them. */
class GroupLimitLinesTest extends SettingsTabFixture {

  private static final Texts ENGLISH = Folk.LANGUAGES.get(1);
  private static final int LABEL = 0;
  private static final int VALUE = 1;
  private static final int UNDERSTOOD = 2;
  private static final int CHECK = 4;
  private static final int FIRST = 1 + Setting.values().length;

  private final Sheet sheet = Sheet.filled();

  private GroupLimitLinesTest named(String... names) {
    sheet.names = Stream.of(names).map(GroupName::new).toList();
    sheet.cycle();
    return this;
  }

  private String cell(int line, int column) {
    return sheet.rows.get(FIRST + line).get(column).text();
  }

  private GroupLimitLinesTest type(int line, int column, String text) {
    sheet.rows.get(FIRST + line).set(column, Cell.text(text));
    return this;
  }

  /** Two cycles, of which the second writes nothing. */
  private void settle() {
    sheet.cycle();
    assertThat(sheet.changes()).isEmpty();
  }

  private List<String> labels() {
    return sheet.rows.stream().skip(FIRST).map(row -> row.get(LABEL).text()).toList();
  }

  /** By the spelling of the group. */
  private Map<String, Integer> limits() {
    Map<String, Integer> limits = new TreeMap<>();
    sheet.groups().limits().values().forEach(it -> limits.put(it.group().text(), it.people()));
    return limits;
  }

  @Test
  void eachNameGetsALineOnceWithoutALimit() {
    named("Croix-Rouge", "Secours populaire").settle();

    assertThat(labels())
        .containsExactly("Groupe\u202f: Croix-Rouge", "Groupe\u202f: Secours populaire");
    assertThat(cell(0, UNDERSTOOD)).isEqualTo("pas de limite commune");
    assertThat(limits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12, 12 personnes en tout",
    "1, 1, 1 personne en tout",
    "'1 000 personnes', 1000, 1 000 personnes en tout",
    "0, 0, ce groupe n’aide personne de plus pour l’instant"
  })
  void aNumberIsTheLimit(String typed, int limit, String understood) {
    named("Croix-Rouge").type(0, VALUE, typed).settle();

    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", limit));
    assertThat(cell(0, UNDERSTOOD).replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo(understood);
    assertThat(cell(0, VALUE)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({"beaucoup", "-3", "2.5", "12 km", "#REF!"})
  void aBadValueKeepsTheLastGoodOneOrNone(String typed) {
    named("Croix-Rouge", "Secours").type(0, VALUE, "12").settle();
    type(0, VALUE, typed).type(1, VALUE, typed).settle();

    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 12));
    assertThat(cell(0, UNDERSTOOD)).startsWith("Pas compris").contains("12 personnes");
    assertThat(cell(1, UNDERSTOOD)).startsWith("Pas compris").contains("pas de limite commune");
    assertThat(cell(0, VALUE)).isEqualTo(typed);

    sheet.kept = KeptSettings.NOTHING; // without the journal the hidden cell tells
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 12));
    type(0, VALUE, "").settle();
    assertThat(limits()).isEmpty();
  }

  @Test
  void anotherSpellingIsTheSameGroupAndTheFirstOneIsShown() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    named("CROIX ROUGE").settle();

    assertThat(labels()).containsExactly("Groupe\u202f: Croix-Rouge");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void linesMayBeSortedAndRenamed() {
    named("Croix-Rouge", "Secours").type(0, VALUE, "3").type(1, VALUE, "4").settle();
    type(0, LABEL, "Combien pour la Croix-Rouge ?");
    Collections.reverse(sheet.rows.subList(1, sheet.rows.size()));
    settle();

    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3, "Secours", 4));
    assertThat(sheet.rows).hasSize(FIRST + 2);
  }

  @Test
  void aLabelThatNamesAnotherGroupIsThatGroupsLine() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    type(0, LABEL, "Groupe : CRF");
    named("Croix-Rouge", "CRF").settle();

    assertThat(labels()).containsExactly("Groupe\u202f: CRF", "Groupe\u202f: Croix-Rouge");
    assertThat(limits()).isEqualTo(Map.of("CRF", 3, "Croix-Rouge", 3));
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '\u00a0', '\u202f'})
  void aLabelIsItsGroupsWhicheverSpacesAreInIt(char space) {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    type(0, LABEL, "Groupe" + space + ":" + space + "Croix-Rouge").settle();

    assertThat(labels()).containsExactly("Groupe\u202f: Croix-Rouge");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void aLabelThatNamesAGroupInWhichNobodyIsStaysItsGroupsLine() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    type(0, LABEL, "Groupe : CRF").settle();

    assertThat(labels()).containsExactly("Groupe : CRF");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void aDeletedLineIsMadeAgainWithItsValue() {
    named("Croix-Rouge", "Secours").type(0, VALUE, "3").settle();
    sheet.rows.remove(FIRST);
    settle();

    assertThat(labels()).containsExactly("Groupe\u202f: Secours", "Groupe\u202f: Croix-Rouge");
    assertThat(cell(1, VALUE)).isEqualTo("3");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));

    sheet.rows.subList(1, sheet.rows.size()).clear();
    settle();
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void aLineOfAGroupInWhichNobodyIsAnyMoreStaysWithItsValueAndSaysSo() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    named().settle();

    assertThat(labels()).containsExactly("Groupe\u202f: Croix-Rouge");
    assertThat(cell(0, VALUE)).isEqualTo("3");
    assertThat(cell(0, UNDERSTOOD)).startsWith("Personne n’est dans ce groupe");
    assertThat(limits()).isEmpty();

    named("croix rouge").settle();
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));

    named();
    sheet.rows.remove(FIRST);
    settle();
    assertThat(labels()).isEmpty();
    named("Croix-Rouge").settle();
    assertThat(limits()).isEmpty();
  }

  @Test
  void ofTwoLinesOfOneNameTheFirstCountsAndTheOtherSaysSo() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    sheet.rows.add(FIRST, Sheet.texts(List.of("Group: croix rouge", "5", "", "", "")));
    settle();

    assertThat(limits()).isEqualTo(Map.of("croix rouge", 5));
    assertThat(cell(1, UNDERSTOOD))
        .isEqualTo("Ligne en double\u202f: c’est la première qui compte.");
    assertThat(cell(1, VALUE)).isEqualTo("3");
  }

  @Test
  void aLineThatIsTypedBeforeAnybodyIsInTheGroupCountsFromThenOn() {
    sheet.rows.add(Sheet.texts(List.of("groupe: Croix-Rouge", "5", "", "", "")));
    named().settle();
    assertThat(cell(0, UNDERSTOOD)).startsWith("Personne n’est dans ce groupe");

    named("Croix-Rouge").settle();
    assertThat(labels()).containsExactly("Groupe\u202f: Croix-Rouge");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 5));
  }

  @Test
  void theLabelsAreWordedAnewInTheSheetsLanguage() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    sheet.texts = ENGLISH;
    settle();

    assertThat(labels()).containsExactly("Group: Croix-Rouge");
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void aLabelThatWasClearedIsWrittenAgain() {
    named("Croix-Rouge").type(0, LABEL, "").settle();

    assertThat(labels()).containsExactly("Groupe\u202f: Croix-Rouge");
  }

  @Test
  void noValueIsEverWrittenIntoALineThatIsThere() {
    named("Croix-Rouge", "Secours", "Voisins").settle();
    type(0, VALUE, "n’importe quoi").type(1, VALUE, "4").type(2, CHECK, "group:x");

    assertThat(sheet.changes())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(((Change.SetCell) it).column()).isNotEqualTo(VALUE));
  }

  @Test
  void whatSomebodyTypedInTheHiddenColumnIsNotBelieved() {
    named("Croix-Rouge").type(0, VALUE, "bof");
    type(0, CHECK, "group:" + new GroupName("Croix-Rouge").hash() + ":9999999").settle();

    assertThat(limits()).isEmpty();
  }

  @Test
  void aLineSaysOfNobodyThatTheyAreBarredAndTheOtherWayRound() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    type(0, LABEL, "Exclu : Ana A. (7KQ47)");
    sheet.cycle();
    sheet.cycle();

    assertThat(sheet.changes()).isEmpty();
    assertThat(limits()).isEqualTo(Map.of("Croix-Rouge", 3));
  }

  @Test
  void aColumnOfNotesMakesNoMoreThanTwoHundredLines() {
    named(IntStream.range(0, 500).mapToObj(i -> "Note " + i).toArray(String[]::new)).settle();

    assertThat(labels()).hasSize(GroupLimitLines.MOST_LINES).contains("Groupe\u202f: Note 0");
  }

  @Test
  void whereRowsWereNotReadNothingIsWrittenAndNothingForgotten() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();
    type(0, VALUE, "4");
    sheet.rows.remove(FIRST);
    SettingsTab tab = sheet.withoutNames();

    assertThat(tab.changes(FRENCH, ZoneOffset.UTC)).isEmpty();
    assertThat(tab.keep().groups().limits()).isEqualTo(sheet.kept.groups().limits());
  }

  @Test
  void namesAreInNoDescriptionOfWhatIsKept() {
    named("Croix-Rouge").type(0, VALUE, "3").settle();

    assertThat(sheet.kept.groups().toString()).doesNotContain("Croix");
    assertThat(sheet.kept.groups().limits().keySet()).allMatch(it -> it.matches("[a-z2-7]{10}"));
  }
}
