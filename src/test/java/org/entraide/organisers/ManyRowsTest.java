package org.entraide.organisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.model.CycleReport;
import org.entraide.organisers.ManyRows.Request;
import org.entraide.testkit.Human;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** More answers than go into one request: whatever is written, and whoever sorts meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("long")
class ManyRowsTest {

  /** More than one request's; the long profile asks for 50,000. */
  private static final int PEOPLE = Integer.getInteger("organisers.rows", 10_500);

  /** So many rows are written in one request. */
  private static final int ROWS_A_REQUEST = 10_000;

  private static final int PORTIONS = (PEOPLE + ROWS_A_REQUEST - 1) / ROWS_A_REQUEST;

  /** What Google recommends for one request as it is sent, and what it must stay far below. */
  private static final long MOST_SENT = 2_000_000;

  private static final long MOST_UNPACKED = 10_000_000;

  /** As many as anybody reads. */
  private static final int MOST_TASKS = 200;

  private static final Roads ROADS = new Roads();

  @AfterAll
  static void close() {
    ROADS.close();
  }

  @Test
  void everyRowIsAnsweredInRequestsThatGoogleTakes() {
    try (ManyRows rows = new ManyRows(ROADS)) {
      rows.arrive(PEOPLE);

      CycleReport first = rows.cycle();

      assertThat(first.troubles()).isEmpty();
      assertThat(first.again()).isFalse();
      List<Request> requests = rows.requests();
      // a single run claims the sheet with the columns and tabs, and reads it anew; then who is
      // where, and again before each portion but the first
      assertThat(requests.stream().filter(Request::reads)).hasSize(3 + PORTIONS - 1);
      // the columns and tabs, then each portion
      assertThat(requests.stream().filter(r -> !r.reads())).hasSize(1 + PORTIONS);
      assertThat(requests).allMatch(r -> r.sent() <= MOST_SENT && r.unpacked() <= MOST_UNPACKED);
      assertThatAllAreAnswered(rows);
      assertThatOnlyTheMostUrgentIsToBeDone(rows);

      CycleReport second = rows.cycle();

      assertThat(second.quiet()).isTrue();
      assertThat(rows.requests()).hasSize(1).allMatch(Request::reads);

      rows.arrive(10);
      CycleReport third = rows.cycle();

      assertThat(third.troubles()).isEmpty();
      requests = rows.requests();
      assertThat(requests.stream().filter(Request::reads)).hasSize(3);
      assertThat(requests.stream().filter(r -> !r.reads())).hasSize(2);
      assertThatAllAreAnswered(rows);
    }
  }

  @Test
  void rowsThatAreSortedBetweenTwoRequestsAreNobodyElseS() {
    try (ManyRows rows = new ManyRows(ROADS)) {
      rows.arrive(PEOPLE);
      rows.afterWriteOfRows(() -> rows.sort("Nom et prénom"));

      CycleReport disturbed = rows.cycle();

      Map<String, String> references = references(rows);
      assertThat(disturbed.again()).isTrue();
      // by chance somebody may stand where they stood
      assertThat(references).hasSizeBetween(ROWS_A_REQUEST, ROWS_A_REQUEST + 9);
      assertThat(rows.cycle().again()).isFalse();
      assertThat(references(rows)).hasSize(PEOPLE).containsAllEntriesOf(references);
      assertThatAllAreAnswered(rows);
    }
  }

  private static void assertThatAllAreAnswered(ManyRows rows) {
    List<List<String>> shown = rows.shown();
    List<String> titles = shown.get(0);
    List<List<String>> answers = shown.subList(1, shown.size());
    assertThat(answers).hasSize(rows.people());
    for (String title : List.of("Réf", "Statut", "Explication")) {
      int column = titles.indexOf(title);
      assertThat(answers).as(title).noneMatch(row -> cell(row, column).isEmpty());
    }
    assertThat(references(rows)).hasSize(rows.people());
    for (List<String> row : answers) {
      boolean consents = !cell(row, titles.indexOf(Human.CONSENT)).isEmpty();
      String place = cell(row, titles.indexOf(Human.PLACE));
      assertThat(cell(row, titles.indexOf("Statut")).equals("Incomplet")).isEqualTo(!consents);
      assertThat(cell(row, titles.indexOf("Lieu compris")))
          .startsWith(consents && !place.equals(ManyRows.NOWHERE) ? place : "");
    }
  }

  /** Two hundred tasks, and how many more there are: whoever lacks a word is to be asked. */
  private static void assertThatOnlyTheMostUrgentIsToBeDone(ManyRows rows) {
    List<List<String>> tasks = rows.shown("À faire");
    assertThat(tasks).hasSize(1 + MOST_TASKS + 1);
    List<List<String>> answers = rows.shown();
    int status = answers.get(0).indexOf("Statut");
    long asked =
        answers.stream()
            .filter(row -> Set.of("Incomplet", "Lieu à préciser").contains(cell(row, status)))
            .count();
    String more = tasks.get(tasks.size() - 1).get(0);
    assertThat(more).matches("et [0-9\u202f]+ autres");
    long others = Long.parseLong(more.replaceAll("[^0-9]", ""));
    assertThat(others + MOST_TASKS).isGreaterThanOrEqualTo(asked);
  }

  /** By name; each reference is one person's. */
  private static Map<String, String> references(ManyRows rows) {
    List<List<String>> shown = rows.shown();
    int name = shown.get(0).indexOf(Human.NAME);
    int reference = shown.get(0).indexOf("Réf");
    Map<String, String> references = new HashMap<>();
    Set<String> once = new HashSet<>();
    for (List<String> row : shown.subList(1, shown.size())) {
      String shows = cell(row, reference);
      if (!shows.isEmpty()) {
        assertThat(once.add(shows)).isTrue();
        references.put(cell(row, name), shows);
      }
    }
    return references;
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }
}
