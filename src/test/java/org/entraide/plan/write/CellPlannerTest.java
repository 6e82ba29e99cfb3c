package org.entraide.plan.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.plan.CellPlannerFixture;
import org.entraide.plan.Folk;
import org.entraide.plan.authorship.OrganiserMarks;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.Status;
import org.entraide.plan.report.Reporter;
import org.entraide.plan.write.CellPlanner.WantedRow;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;
import org.junit.jupiter.api.Test;

class CellPlannerTest extends CellPlannerFixture {
  private static final int OURS = QUESTIONS.size();
  private static final ProfileReader READER =
      new ProfileReader(
          LAYOUT.questionnaire(),
          new ProfileReader.Options(
              NamedCountry::of, "GB", ZoneOffset.UTC, false, new CategoryWords(Map.of())));
  private static final RowReport REPORT =
      new RowReport(
          Status.AVAILABLE, List.of(), List.of(), List.of(Message.of("explain.waiting.helper")));

  private static List<ResponseRow> answers(Row... rows) {
    return plan(Map.of()).answers(Map.of(1, List.of(rows)), READER);
  }

  private static WantedRow wanted(Row row, String ref) {
    return wanted(answers(row).get(0).key(), ref, REPORT);
  }

  private static WantedRow wanted(String key, String ref, RowReport report) {
    return new WantedRow(
        key,
        key,
        ref,
        Set.of(ref),
        ref,
        List.of(),
        new OrganiserMarks(List.of("", "", "", "", ""), List.of()),
        report);
  }

  /** The row once the changes were written in it. */
  private static Row written(Row row, RowChange change) {
    Map<PersonColumn, String> ours = new EnumMap<>(PersonColumn.class);
    for (PersonColumn column : PersonColumn.values()) {
      ours.put(column, row.cell(OURS + Folk.position(column)).text());
    }
    for (Change cell : change.changes()) {
      Change.SetCell set = (Change.SetCell) cell;
      assertThat(set.row()).isEqualTo(row.index());
      ours.put(List.of(PersonColumn.values()).get(set.column() - OURS), set.text());
    }
    return row(row.index(), row.cell(1).text(), ours);
  }

  private static String shown(Row row, PersonColumn column) {
    return row.cell(OURS + Folk.position(column)).text();
  }

  private static List<RowChange> people(
      CellPlanner plan, List<ResponseRow> rows, List<WantedRow> wanted) {
    return plan.answerRowChanges(rows, wanted, plan.authorship(List.of(), rows, wanted));
  }

  /** Of everybody whose words were moved beside this row something is there, in its end. */
  @Test
  void theCheckOfARowIsReadToItsEnd() {
    RowCheck check =
        new RowCheck(
            IntStream.range(0, 100).mapToObj("%064x"::formatted).toList(),
            List.of("k2j4x"),
            List.of("7KQ47"),
            List.of(new RowCheck.Displaced("zz234", true)));
    assertThat(check.text()).hasSizeGreaterThan(2 * ReadLimit.CHARACTERS);

    Row row = row(1, "ana@example.org", Map.of(PersonColumn.CHECK, check.text()));

    assertThat(answers(row).get(0).check()).contains(check);
  }

  @Test
  void aFreshRowIsWrittenOnceAndThenNeverAgain() {
    Row fresh = row(1, "ana@example.org", Map.of());
    WantedRow wanted = wanted(fresh, "7KQ47");

    RowChange change = people(plan(Map.of()), answers(fresh), List.of(wanted)).get(0);
    Row after = written(fresh, change);

    assertThat(shown(after, PersonColumn.REF)).isEqualTo("7KQ47");
    assertThat(shown(after, PersonColumn.STATUS)).isEqualTo("Disponible");
    assertThat(shown(after, PersonColumn.EXPLANATION)).startsWith("Disponible\u202f: ");
    assertThat(people(plan(change.hashes()), answers(after), List.of(wanted))).isEmpty();
    assertThat(people(plan(Map.of()), answers(after), List.of(wanted))).isEmpty();
  }

  /**
   * Two rows are merged, as far as the e-mail address and as far as the status: the second answer
   * has other contents now. Once that is undone, its check still says whose word the status is.
   */
  @Test
  void theCheckRemembersAWordUnderAMergeThatTookTheAddressAlong() {
    Row fresh = row(2, "ana@example.org", Map.of());
    Row before =
        written(
            fresh, people(plan(Map.of()), answers(fresh), List.of(wanted(fresh, "7KQ47"))).get(0));
    int status = OURS + Folk.position(PersonColumn.STATUS);
    SheetLayout merged =
        layout(
            new Overlay(
                Map.of(),
                Set.of(),
                List.of(),
                List.of(new Area(1, 1, 3, 1, 2), new Area(1, 1, 3, status, status + 1)),
                Set.of()));
    Map<PersonColumn, String> left = new EnumMap<>(PersonColumn.class);
    left.put(PersonColumn.REF, "7KQ47");
    left.put(PersonColumn.CHECK, shown(before, PersonColumn.CHECK));
    Row taken = row(2, "", left);

    RowChange change =
        people(plan(merged, Map.of()), answers(taken), List.of(wanted(taken, "7KQ47"))).get(0);

    assertThat(statusHash(written(taken, change))).isNotEmpty().isEqualTo(statusHash(before));
  }

  private static String statusHash(Row row) {
    return RowCheck.parse(shown(row, PersonColumn.CHECK))
        .orElseThrow()
        .hash(PersonColumn.REPORTED.indexOf(PersonColumn.STATUS));
  }

  @Test
  void nothingButOurOwnColumnsIsWritten() {
    Row fresh = row(1, "ana@example.org", Map.of());

    RowChange change =
        people(plan(Map.of()), answers(fresh), List.of(wanted(fresh, "7KQ47"))).get(0);

    Set<Integer> allowed = LAYOUT.ownColumns().get(1);
    assertThat(change.changes())
        .allSatisfy(
            c -> {
              int column = ((Change.SetCell) c).column();
              assertThat(column).isIn(allowed).isGreaterThanOrEqualTo(OURS);
            });
  }

  @Test
  void aTypedCellStaysAndTheExplanationSaysSo() {
    Row fresh = row(1, "ana@example.org", Map.of());
    WantedRow wanted = wanted(fresh, "7KQ47");
    RowChange first = people(plan(Map.of()), answers(fresh), List.of(wanted)).get(0);
    Row typed =
        written(
            written(fresh, first),
            new RowChange(
                1,
                1,
                "",
                "",
                List.of(
                    new Change.SetCell(1, 1, OURS + Folk.position(PersonColumn.STATUS), "vu hier")),
                Map.of()));

    RowChange second = people(plan(first.hashes()), answers(typed), List.of(wanted)).get(0);
    Row after = written(typed, second);
    Map<CellKey, String> hashes = new HashMap<>(first.hashes());
    hashes.putAll(second.hashes());

    assertThat(shown(after, PersonColumn.STATUS)).isEqualTo("vu hier");
    assertThat(shown(after, PersonColumn.EXPLANATION))
        .startsWith("Disponible\u202f: ")
        .contains("Statut")
        .contains("votre texte reste");
    assertThat(people(plan(hashes), answers(after), List.of(wanted))).isEmpty();
    assertThat(people(plan(Map.of()), answers(after), List.of(wanted))).isEmpty();
  }

  @Test
  void aTypedExplanationStaysToo() {
    Row typed = row(1, "ana@example.org", Map.of(PersonColumn.EXPLANATION, "La rappeler lundi"));

    Row after =
        written(
            typed, people(plan(Map.of()), answers(typed), List.of(wanted(typed, "7KQ47"))).get(0));

    assertThat(shown(after, PersonColumn.EXPLANATION)).isEqualTo("La rappeler lundi");
    assertThat(shown(after, PersonColumn.STATUS)).isEqualTo("Disponible");
  }

  @Test
  void aReferenceIsAlwaysRestored() {
    for (String typed : List.of("", "73E2M", "à voir")) {
      Row row = row(1, "ana@example.org", Map.of(PersonColumn.REF, typed));

      RowChange change = people(plan(Map.of()), answers(row), List.of(wanted(row, "7KQ47"))).get(0);

      assertThat(shown(written(row, change), PersonColumn.REF)).isEqualTo("7KQ47");
    }
  }

  @Test
  void ofEqualAnswersEachRowGetsItsOwnReport() {
    Row one = row(1, "ana@example.org", Map.of());
    Row two = row(2, "ana@example.org", Map.of());
    WantedRow counts = wanted(answers(one, two).get(1).key(), "7KQ47", REPORT);
    WantedRow copy =
        wanted(
            answers(one, two).get(0).key(),
            "7KQ47",
            Reporter.duplicate("7KQ47", 1, List.of(), false));

    List<RowChange> changes = people(plan(Map.of()), answers(one, two), List.of(copy, counts));

    assertThat(shown(written(one, changes.get(0)), PersonColumn.STATUS)).isEqualTo("Doublon");
    assertThat(shown(written(two, changes.get(1)), PersonColumn.STATUS)).isEqualTo("Disponible");
  }

  @Test
  void aRowThatArrivedMeanwhileIsTheNextCycleS() {
    Row known = row(2, "ana@example.org", Map.of());
    Row arrived = row(1, "bo@example.org", Map.of());

    List<RowChange> changes =
        people(plan(Map.of()), answers(arrived, known), List.of(wanted(known, "7KQ47")));

    assertThat(changes).extracting(RowChange::row).containsExactly(2);
  }

  @Test
  void aRowThatHeldSomebodyElseWhenItWasWrittenIsNoticed() {
    Row ana = row(1, "ana@example.org", Map.of());
    Row bo = row(1, "bo@example.org", Map.of());
    List<RowChange> changes = people(plan(Map.of()), answers(ana), List.of(wanted(ana, "7KQ47")));

    assertThat(misplaced(changes, ana)).isEmpty();
    assertThat(misplaced(changes, bo)).isEqualTo(changes);
    assertThat(misplaced(changes)).isEqualTo(changes);
  }

  private static List<RowChange> misplaced(List<RowChange> changes, Row... after) {
    return plan(Map.of()).misplaced(changes, Map.of(1, List.of(after)), READER);
  }

  @Test
  void ourWordsBesideNobodySAnswerAreCleared() {
    Row fresh = row(1, "ana@example.org", Map.of());
    Row full =
        written(
            fresh, people(plan(Map.of()), answers(fresh), List.of(wanted(fresh, "7KQ47"))).get(0));
    List<Cell> cells = new ArrayList<>(full.cells());
    for (int i = 0; i < OURS; i++) {
      cells.set(i, Cell.EMPTY);
    }
    Row header = new Row(0, QUESTIONS.stream().map(Cell::text).toList());

    CellPlanner plan = plan(Map.of());
    List<ResponseRow> answers = answers(header, new Row(2, cells), full);
    List<RowChange> strays =
        plan.clearedBesideNobody(
            List.of(header, new Row(2, cells), full),
            answers,
            plan.authorship(List.of(), answers, List.of()));

    assertThat(strays).extracting(RowChange::row).containsExactly(2);
    assertThat(strays.get(0).changes())
        .extracting(c -> ((Change.SetCell) c).text())
        .hasSize(4) // reference, check, status, explanation
        .containsOnly("");
    assertThat(misplaced(strays, row(2, "bo@example.org", Map.of()))).isEqualTo(strays);
    assertThat(misplaced(strays)).isEmpty();
  }
}
