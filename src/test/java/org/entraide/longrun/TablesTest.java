package org.entraide.longrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.entraide.longrun.CaseResult.End;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final Family STORIES =
      new Family("stories", "org.entraide.StoriesTest", 100, Map.of("first", "{first}"), 2, true);
  private static final Family PROCESSES =
      new Family("processes", "org.entraide.ProcessesTest", 0, Map.of("all", "true"), 600, false);

  private static Tally tally(Family family, int cases, int lanes, CaseResult... results) {
    Map<String, CaseResult> all = new TreeMap<>();
    for (CaseResult result : results) {
      all.put(result.id(), result);
    }
    return Tally.of(
        family,
        IntStream.rangeClosed(1, cases).mapToObj(i -> family.name() + ":told#" + i).toList(),
        lanes,
        all);
  }

  private static CaseResult ended(int number, double seconds, End end) {
    return new CaseResult(
        "stories:told#" + number,
        "story " + number,
        seconds,
        end,
        Map.of("passes", 600L),
        end == End.FOUND ? "seed 7: a second draft" : "");
  }

  @Test
  void whatIsToComeIsTheKnownTimeOnAMachineThatIsSoSlow() {
    Tally stories = tally(STORIES, 100, 2, ended(1, 5, End.OK));
    Tally processes = tally(PROCESSES, 1, 1);

    assertThat(stories.remaining(1.5)).isEqualTo(Duration.ofMillis(148_500));
    assertThat(processes.remaining(1.5)).isEqualTo(Duration.ofMinutes(10));
    assertThat(Tables.estimate(List.of(stories, processes), 1.5).lines())
        .containsExactly(
            "  family              cases     left        about",
            "  stories               100       99        2 min",
            "  processes               1        1       10 min",
            "  all                   101      100       12 min");
  }

  @Test
  void whatEnoughCasesTookHereCountsMoreThanTheFileAndWhatWasFoundDoesNotCount() {
    List<CaseResult> results = new ArrayList<>();
    IntStream.rangeClosed(1, 10).forEach(i -> results.add(ended(i, 4, End.OK)));
    results.add(ended(11, 900, End.FOUND));
    Tally tally = tally(STORIES, 21, 2, results.toArray(CaseResult[]::new));

    assertThat(tally.remaining(1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(Tables.costs(List.of(tally), List.of(STORIES)))
        .isEqualTo("stories\torg.entraide.StoriesTest\t100\tfirst={first}\t4.00\tscales\n");
  }

  @Test
  void progressTellsTheFamilyAllOfThemAndWhatWasFound() {
    List<Tally> tallies =
        List.of(tally(STORIES, 3, 1, ended(2, 4, End.FOUND)), tally(PROCESSES, 1, 1));

    assertThat(Tables.progress(tallies, "stories", Duration.ofSeconds(70), 1))
        .isEqualTo("stories 1 of 3; all 1 of 4; found so far: 1; 70 s gone, about 10 min left");
  }

  @Test
  void theReportIsATableWithSeedsAndSums() {
    Tally stories = tally(STORIES, 2, 1, ended(1, 3_600, End.OK), ended(2, 120, End.FOUND));
    CaseResult skipped =
        new CaseResult("processes:told#1", "told", 1, End.SKIPPED, Map.of(), "no PostgreSQL");

    assertThat(Tables.report(List.of(stories, tally(PROCESSES, 1, 1, skipped)), 300_001).lines())
        .containsExactly(
            "| family | cases | of | first seed | found | time | what happened |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
            "| stories (`StoriesTest`) | 2 | 2 | 300001 | 1 | 1 h 02 min | 1,200 passes |",
            "| processes (`ProcessesTest`) | 1 | 1 |  | 0 | 1 s | 1 cases that this machine cannot"
                + " run |");
  }

  @Test
  void whatWasFoundSaysHowItIsToldAgain() {
    assertThat(Tables.findings(List.of(tally(STORIES, 2, 1, ended(2, 1, End.FOUND))), 300_001))
        .isEqualToIgnoringNewLines(
            """
            FOUND stories, story 2: seed 7: a second draft
              again: mvn -B -ntp -Plong -Dlong.first=300001 -Dlong.case='stories:told#2' verify
            """);
  }

  @Test
  void whatGoesWrongOutsideTheCasesIsFoundAndNoCase() {
    CaseResult whole =
        new CaseResult(Tally.whole("stories"), "StoriesTest", 1, End.FOUND, Map.of(), "named");
    Tally tally = tally(STORIES, 2, 1, ended(1, 1, End.OK), whole);

    assertThat(Tables.found(List.of(tally))).isEqualTo(1);
    assertThat(tally.done()).isEqualTo(1);
    assertThat(tally.left()).isEqualTo(1);
  }
}
