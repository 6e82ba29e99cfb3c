package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.people.identity.ErasedPeople;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.word.CategoryWords;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.settings.BarredLines;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Test;

/** What was typed in the tab before, of which an answer is edited before it is written. */
class CarryOverTest {

  private static final String MONDAY = "2020-03-23 14:05";
  private static final String TUESDAY = "2020-03-24 09:00";
  private static final Row ANA = answer(1, MONDAY, "ana@example.org", "Ana Alba");
  private static final Row BO = answer(2, TUESDAY, "bo@example.org", "Bo Bell");

  private static Row answer(int index, String time, String email, String name) {
    return new Row(
        index,
        List.of(time, email, name, "Nord", "Courses", "Oui").stream().map(Cell::text).toList());
  }

  private static Row saying(Row answer, String instruction) {
    List<Cell> cells = new ArrayList<>(answer.cells());
    for (PersonColumn column : PersonColumn.values()) {
      cells.add(Cell.text(column == PersonColumn.INSTRUCTION ? instruction : ""));
    }
    return new Row(answer.index(), cells);
  }

  /** A tab with our columns behind the questions. */
  private static SheetLayout layout(Row... answers) {
    Tab asked = Sheets.answers();
    List<Cell> header = new ArrayList<>(asked.header().cells());
    for (PersonColumn column : PersonColumn.values()) {
      header.add(Cell.text(Folk.LANGUAGES.get(0).get(column.titleKey())));
    }
    List<Row> rows = new ArrayList<>(List.of(new Row(0, header)));
    rows.addAll(List.of(answers));
    return Sheets.found(
            Overlay.NONE, new Tab(Sheets.ANSWERS, "Réponses", true, 1000, 26, rows, Map.of()))
        .prepared();
  }

  private static Interpretation read(SheetLayout layout) {
    Map<SettingsColumn, Integer> at = new EnumMap<>(SettingsColumn.class);
    Arrays.stream(SettingsColumn.values()).forEach(column -> at.put(column, at.size()));
    TabColumns<SettingsColumn> columns = new TabColumns<>(at, List.of(), List.of());
    BarredLines nobody = BarredLines.read(List.of(), columns, List.of(), Folk.LANGUAGES);
    ProfileReader reader =
        new ProfileReader(
            layout.questionnaire(),
            new ProfileReader.Options("GB", ZoneOffset.UTC, false, new CategoryWords(Map.of())));
    return Interpretation.of(
        layout,
        reader,
        Folk.WORDS,
        row -> FormAnswers.NOTHING,
        new KnownRows(
            Set.of(), Map.of(), Map.of(), nobody, Map.of(), ErasedPeople.NOBODY, Set.of()),
        Folk.PAUSES,
        "book",
        new SplittableRandom(1));
  }

  /** Of Ana there is something to carry, of Bo nothing. */
  private static CarryOver carry() {
    SheetLayout before = layout(saying(ANA, "Pause"), saying(BO, ""));
    return CarryOver.of(before, read(before), read(layout(ANA, BO)));
  }

  private static List<ResponseRow> now(Row... answers) {
    return read(layout(answers)).rows();
  }

  @Test
  void whatWasTypedGoesToTheAnswerThatIsThereUnchanged() {
    SheetLayout layout = layout(ANA, BO);
    List<ResponseRow> there = read(layout).rows();

    assertThat(carry().misses(there)).isFalse();
    assertThat(carry().rows(layout, there)).hasSize(2);
  }

  /**
   * Without a journal nothing tells whether a text beside the reference and the check of another
   * row was typed there or came with them.
   */
  @Test
  void whatWasTypedBesideTheReferenceAndCheckOfSomebodyElseIsCarriedToNobody() {
    assertThat(keptApart(named(ANA, ANA, "7KQ47", "9JNRN"), named(BO, BO, "9JNRN", "")))
        .containsExactly("9JNRN", "");
    assertThat(keptApart(named(ANA, BO, "9JNRN", "9JNRN"), named(BO, ANA, "7KQ47", "")))
        .containsExactly("", "");
  }

  /** A row with the reference and the check that belong beside the answer of somebody. */
  private static Row named(Row answer, Row whose, String ref, String neverWith) {
    int checked = PersonColumn.REPORTED.size() + PersonColumn.ORGANISERS.size();
    List<String> nothing = Collections.nCopies(checked, "");
    RowCheck check = new RowCheck(List.of(now(whose).get(0).fingerprint()), nothing, List.of(ref));
    Map<PersonColumn, String> texts =
        Map.of(
            PersonColumn.REF, ref,
            PersonColumn.CHECK, check.text(),
            PersonColumn.NEVER_WITH, neverWith);
    List<Cell> cells = new ArrayList<>(answer.cells());
    for (PersonColumn column : PersonColumn.values()) {
      cells.add(Cell.text(texts.getOrDefault(column, "")));
    }
    return new Row(answer.index(), cells);
  }

  /** What stands under « Jamais avec » in the new tab. */
  private static List<String> keptApart(Row... before) {
    SheetLayout former = layout(before);
    SheetLayout layout = layout(ANA, BO);
    Interpretation now = read(layout);
    CarryOver carry = CarryOver.of(former, read(former), now);
    int at = layout.people().of(PersonColumn.NEVER_WITH);
    return carry.into(layout, now.rows()).responses().rows().stream()
        .filter(row -> row.index() > 0)
        .map(row -> row.cell(at).text())
        .toList();
  }

  /** By its time its row is known; the words would be lost with the mark that says it is done. */
  @Test
  void anAnswerThatIsEditedOrGoneMeanwhileIsMissed() {
    assertThat(carry().misses(now(answer(1, TUESDAY, "ana@example.org", "Ana Alba"), BO))).isTrue();
    assertThat(carry().misses(now(answer(1, MONDAY, "alba@example.org", "Ana Alba"), BO))).isTrue();
    assertThat(carry().misses(now(BO))).isTrue();
    assertThat(carry().misses(List.of())).isTrue();
  }

  @Test
  void anAnswerForWhichNothingWasTypedMayChange() {
    assertThat(carry().misses(now(ANA, answer(2, MONDAY, "bo@example.org", "Bo Bell")))).isFalse();
    assertThat(carry().misses(now(ANA))).isFalse();
    assertThat(carry().misses(now(BO, ANA))).isFalse();
    assertThat(CarryOver.NOTHING.misses(List.of())).isFalse();
  }
}
