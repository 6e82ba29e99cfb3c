package org.entraide.plan;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TabColumns;
import org.entraide.plan.settings.BarredLines;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** Rows of answers with the daemon's columns beside them, and how they are read. */
public abstract class AnswerRowsFixture {

  protected static Row answer(int index, String time, String email, String name) {
    return new Row(
        index,
        List.of(time, email, name, "Nord", "Courses", "Oui").stream().map(Cell::text).toList());
  }

  /** A tab with our columns behind the questions. */
  protected static SheetLayout layout(Row... answers) {
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

  protected static Interpretation read(SheetLayout layout) {
    return read(layout, known(Map.of()));
  }

  /**
   * A journal that knows people and nothing else.
   *
   * @param refs by fingerprint
   */
  protected static KnownRows known(Map<String, String> refs) {
    Map<SettingsColumn, Integer> at = new EnumMap<>(SettingsColumn.class);
    Arrays.stream(SettingsColumn.values()).forEach(column -> at.put(column, at.size()));
    TabColumns<SettingsColumn> columns = new TabColumns<>(at, List.of(), List.of());
    BarredLines nobody = BarredLines.read(List.of(), columns, List.of(), Folk.LANGUAGES);
    return new KnownRows(
        Set.copyOf(refs.values()),
        refs,
        Map.of(),
        nobody,
        Map.of(),
        ErasedPeople.NOBODY,
        Set.of(),
        Map.of());
  }

  protected static Interpretation read(SheetLayout layout, KnownRows known) {
    ProfileReader reader =
        new ProfileReader(
            layout.questionnaire(),
            new ProfileReader.Options(
                NamedCountry::of, "GB", ZoneOffset.UTC, false, new CategoryWords(Map.of())));
    return Interpretation.of(
        layout,
        reader,
        Folk.WORDS,
        row -> FormAnswers.NOTHING,
        known,
        Folk.PAUSES,
        "book",
        new SplittableRandom(1));
  }

  protected static String fingerprint(Row answer) {
    return read(layout(answer)).rows().get(0).fingerprint();
  }

  /** A row with the reference and the check that belong beside the answer of somebody. */
  protected static Row named(Row answer, Row whose, String ref, String neverWith) {
    int checked = PersonColumn.REPORTED.size() + PersonColumn.ORGANISERS.size();
    List<String> nothing = Collections.nCopies(checked, "");
    RowCheck check = new RowCheck(List.of(fingerprint(whose)), nothing, List.of(ref));
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
}
