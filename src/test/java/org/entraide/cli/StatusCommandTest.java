package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.MemoryJournal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.cli.shell.ExitCode;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

  private static final Instant NOW = CliRun.NOW;

  @TempDir private Path directory;
  private String config = "";
  private final MemoryJournal journal = new MemoryJournal();
  private final CliRun cli = new CliRun();

  @BeforeEach
  void writeConfiguration() throws IOException {
    config =
        Files.writeString(
                directory.resolve("entraide.toml"),
                """
                [google]
                credentials = "credentials.json"
                [campaigns.londres]
                spreadsheet = "1Sheet"
                delegate = "delegue@example.org"
                [campaigns.dublin]
                spreadsheet = "2Sheet"
                delegate = "delegue@example.org"
                """)
            .toString();
  }

  private static CampaignReport report(String campaign, String trouble) {
    return report(campaign, trouble, Optional.empty());
  }

  private static CampaignReport report(
      String campaign, String trouble, Optional<MatchingReport> matching) {
    return new CampaignReport(
        campaign,
        NOW.minusMillis(12_345),
        trouble.isEmpty() ? Optional.of(NOW.minusMillis(12_345)) : Optional.empty(),
        List.of(Message.plain(trouble)),
        Map.of("waiting", 12L, "introduced", 3L),
        matching);
  }

  @Test
  void itShowsEachCampaignInTheOrderOfTheConfiguration() {
    journal.report(report("dublin", ""));
    journal.report(report("londres", ""));
    journal.next("londres", NOW.plusMillis(47_900));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            campaign  last cycle                       last without trouble             next cycle  counts                    trouble
            londres   2026-11-25T12:59:47Z (12 s ago)  2026-11-25T12:59:47Z (12 s ago)  in 47 s     introduced 3, waiting 12  -
            dublin    2026-11-25T12:59:47Z (12 s ago)  2026-11-25T12:59:47Z (12 s ago)  -           introduced 3, waiting 12  -
            """);
    assertThat(cli.err()).isEmpty();
    assertThat(journal.isClosed()).isTrue();
  }

  @Test
  void aCampaignWithTroubleMakesItExitWithThree() {
    journal.report(report("londres", "The sheet\nis not shared."));

    assertThat(cli.with(journal).execute("status", "--config", config)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.out().lines().toList().get(1))
        .contains("never")
        .endsWith("The sheet is not shared.");
    assertThat(cli.out().lines().toList().get(2))
        .isEqualTo(
            "dublin    never"
                + " ".repeat(28)
                + "never"
                + " ".repeat(17)
                + "-"
                + " ".repeat(11)
                + "-"
                + " ".repeat(25)
                + "-");
  }

  @Test
  void aCycleThatIsLongOverdueTellsOfADaemonThatDoesNotRun() {
    journal.report(report("londres", ""));
    journal.next("londres", NOW.minus(Duration.ofHours(5)));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out()).contains("was due 5 h ago");
  }

  @Test
  void theGuardAgainstMassDeletionIsSaidWithTheWayOut() {
    String guard =
        Texts.of("en")
            .format(Message.of("campaign.stopped.missing").with("count", 12).with("limit", 3));
    journal.report(report("londres", guard));

    assertThat(cli.with(journal).execute("status", "--config", config)).isEqualTo(ExitCode.PARTLY);
    assertThat(cli.out()).contains(guard).contains("12").contains("Confirm deletions");
  }

  @Test
  void theTroubleOfACampaignThatIsNoLongerConfiguredIsNobodys() {
    journal.report(report("paris", "The sheet is gone."));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out()).contains("paris (no longer configured)").contains("The sheet is gone.");
  }

  @Test
  void beforeTheFirstRunThereIsNothingToTellAndThatIsNoFailure() {
    assertThat(cli.execute("status", "--config", config)).isZero();

    assertThat(cli.out()).hasLineCount(3).contains("never");
  }

  @Test
  void agesAreInTheirLargestUnit() {
    for (Duration age :
        new Duration[] {
          Duration.ofMinutes(61), Duration.ofDays(3), Duration.ofSeconds(-5), Duration.ofSeconds(60)
        }) {
      journal.report(
          new CampaignReport(
              "c" + age, NOW.minus(age), Optional.empty(), List.of(), Map.of(), Optional.empty()));
    }

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out()).contains("(1 h ago)", "(3 d ago)", "(in the future)", "(1 min ago)");
  }

  @Test
  void waitingCommandsAreCounted() {
    journal.enqueue("erase", "7KQ47", NOW);

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out()).endsWith("Commands that wait for the daemon: 1" + System.lineSeparator());
  }

  @Test
  void jsonHasIsoTimesAndNullForWhatIsNotKnown() throws IOException {
    journal.report(report("londres", "Not shared."));
    journal.enqueue("erase", "7KQ47", NOW);

    int code = cli.with(journal).execute("status", "--json", "--config", config);

    assertThat(code).isEqualTo(ExitCode.PARTLY);
    JsonNode json = new ObjectMapper().readTree(cli.out());
    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"campaigns": [
                      {"campaign": "londres", "configured": true,
                       "last_cycle": "2026-11-25T12:59:47.655Z", "last_success": null,
                       "next_cycle": null,
                       "trouble": "Not shared.", "counts": {"introduced": 3, "waiting": 12},
                       "distance": {"median_km": null, "p90_km": null, "max_km": null},
                       "load": {"median": null, "p90": null},
                       "matching": null},
                      {"campaign": "dublin", "configured": true, "last_cycle": null,
                       "last_success": null, "next_cycle": null, "trouble": null, "counts": {},
                       "distance": {"median_km": null, "p90_km": null, "max_km": null},
                       "load": {"median": null, "p90": null},
                       "matching": null}],
                     "queued_commands": 1}
                    """));
  }

  @Test
  void howFarAwayHelpIsAndWhatHelpersHaveTakenOnIsALine() throws IOException {
    LoadFigures load = new LoadFigures(1 / 3.0, 1.0);
    journal.report(report("londres", new HelpFigures(new DistanceFigures(2.1, 6.449, 14.0), load)));
    journal.report(report("dublin", new HelpFigures(DistanceFigures.NONE, load)));

    cli.with(journal).execute("status", "--config", config);

    String taken =
        "half of the helpers have at most 33% of their places taken, nine in ten at most 100%.";
    assertThat(cli.out().lines().skip(3))
        .containsExactly(
            "londres: help is 2.1 km away in the median, nine times in ten at most 6.4 km, always"
                + " at most 14.0 km; "
                + taken,
            "dublin: " + taken);

    CliRun again = new CliRun();
    again.with(journal).execute("status", "--json", "--config", config);
    JsonNode json = new ObjectMapper().readTree(again.out()).at("/campaigns/0");
    assertThat(json.get("distance"))
        .hasToString("{\"median_km\":2.1,\"p90_km\":6.45,\"max_km\":14.0}");
    assertThat(json.get("load")).hasToString("{\"median\":0.33,\"p90\":1.0}");
  }

  private static CampaignReport report(String campaign, HelpFigures figures) {
    return new CampaignReport(
        campaign, NOW, Optional.of(NOW), List.of(), Map.of(), Optional.empty(), figures);
  }

  @Test
  void draftsOfADelegateWhoIsNoLongerConfiguredAreNamed() throws IOException {
    journal.record("londres", List.of(draft("M-7KQ47", "avant@example.org")));
    journal.record("londres", List.of(draft("M-0B3DR", "Delegue@example.org")));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();
    assertThat(cli.out())
        .endsWith(
            "londres: drafts of a delegate who is no longer configured: M-7KQ47. The dashboard says"
                + " whose."
                + System.lineSeparator())
        .doesNotContain("avant@");

    CliRun again = new CliRun();
    again.with(journal).execute("status", "--json", "--config", config);
    assertThat(new ObjectMapper().readTree(again.out()).get("former_delegates"))
        .isEqualTo(
            new ObjectMapper()
                .readTree("[{\"campaign\": \"londres\", \"drafts\": [\"M-7KQ47\"]}]"));
  }

  private static Introduction draft(String ref, String mailbox) {
    return Introduction.begun(ref, "7KQ47", "0B3DR", Set.of(Category.SHOPPING), 1.0, mailbox, NOW)
        .drafted("d", "m", "t");
  }

  private static MatchingReport matching(Policy policy, long blocking, Alternative... others) {
    Map<Policy, Alternative> byPolicy = new EnumMap<>(Policy.class);
    List<Policy> names = Stream.of(Policy.values()).filter(it -> it != policy).toList();
    for (int i = 0; i < others.length; i++) {
      byPolicy.put(names.get(i), others[i]);
    }
    return new MatchingReport(
        "k1",
        NOW.minusSeconds(90),
        45,
        50,
        46,
        "by augmenting paths",
        blocking,
        policy,
        others.length == 0
            ? Optional.empty()
            : Optional.of(
                new MatchingReport.Alternatives("k0", NOW.minusSeconds(4000), 44, byPolicy)));
  }

  @Test
  void howGoodTheMatchingIsAndWhatOtherPoliciesWouldChangeIsALineOfItsOwn() {
    Alternative coverage = new Alternative(46, 3L, 1L);
    Alternative bestFit = new Alternative(43, 1L, 0L);
    journal.report(
        report("londres", "", Optional.of(matching(Policy.STABLE, 0, coverage, bestFit))));
    journal.report(
        report(
            "dublin",
            "",
            Optional.of(
                matching(Policy.COVERAGE, 2, new Alternative(44, 0L, 0L), Alternative.UNKNOWN))));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out().lines().skip(3))
        .containsExactly(
            "londres, matching of 1 min ago (stable): 45 people helped of 46 at most; no pair would"
                + " both prefer each other. Compared 1 h ago: coverage would help 2 more people; 3"
                + " pairs would then both prefer each other, 1 of them concerning somebody of the"
                + " highest priority. best-fit would help 1 person fewer; 1 pair would then both"
                + " prefer each other, 0 of them concerning somebody of the highest priority.",
            "dublin, matching of 1 min ago (coverage): 45 people helped of 46 at most; 2 pairs"
                + " would both prefer each other. Compared 1 h ago: stable would help as many"
                + " people; no pair would then both prefer each other. best-fit is not offered for"
                + " so many people.");
  }

  @Test
  void aMatchingNotComparedYetSaysNothingOfOtherPolicies() {
    journal.report(report("londres", "", Optional.of(matching(Policy.STABLE, 0))));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out())
        .endsWith("no pair would both prefer each other." + System.lineSeparator());
  }

  @Test
  void jsonNamesTheFiguresLikeTheCertificate() throws IOException {
    journal.report(
        report(
            "londres",
            "",
            Optional.of(
                matching(Policy.STABLE, 0, new Alternative(46, 3L, 1L), Alternative.UNKNOWN))));

    cli.with(journal).execute("status", "--json", "--config", config);

    assertThat(new ObjectMapper().readTree(cli.out()).at("/campaigns/0/matching"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"at": "2026-11-25T12:58:30Z", "people_helped": 45, "introductions": 50,
                     "upper_bound": 46, "bound": "by augmenting paths", "blocking_pairs": 0,
                     "policy": "stable",
                     "alternatives": {
                       "coverage":
                         {"people_helped": 46, "blocking_pairs": 3, "blocking_priority": 1},
                       "best-fit": null},
                     "alternatives_at": "2026-11-25T11:53:20Z", "alternatives_beside": 44}
                    """));
  }
}
