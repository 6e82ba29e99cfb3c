package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.cli.StatusFixture.draft;
import static org.entraide.cli.StatusFixture.matching;
import static org.entraide.cli.StatusFixture.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.FailingReceiver;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.cli.shell.ExitCode;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.Policy;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCommandTest {

  private static final Instant NOW = CliRun.NOW;

  @TempDir private Path directory;
  private String config = "";
  private final MemoryJournal journal = new MemoryJournal();
  private final CliRun cli = new CliRun();

  @BeforeEach
  void writeConfiguration() throws IOException {
    config = StatusFixture.configuration(directory);
  }

  @Test
  void itShowsEachCampaignInTheOrderOfTheConfiguration() {
    journal.storeReport(report("dublin", ""));
    journal.storeReport(report("londres", ""));
    journal.storeNextCycle("londres", NOW.plusMillis(47_900));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            londres: Entraide des Français de Londres
              Last cycle  12 seconds ago
              Next cycle  in 47 seconds
              Trouble     none
              People      15 answers: Draft ready 3 and Waiting 12

            dublin
              Last cycle  12 seconds ago
              Trouble     none
              People      15 answers: Draft ready 3 and Waiting 12

            """);
    assertThat(cli.err()).isEmpty();
    assertThat(journal.isClosed()).isTrue();
  }

  @Test
  void aCampaignWithTroubleMakesItExitWithThree() {
    journal.storeReport(report("londres", "The sheet\nis not shared."));

    assertThat(cli.with(journal).execute("status", "--config", config)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.out())
        .contains(
            "Trouble     The sheet is not shared.\n",
            "dublin\n  Last cycle  not yet: start it with");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Alerts: the webhook did not take the last ones (first failure 2 hours ago: HTTP 500).
          fr | Alertes\u202f: le webhook n’a pas reçu les dernières (premier échec il y a 2 heures
          """)
  void aReceiverOfAlertsThatFailsIsThereWithoutItsAddress(String language, String said)
      throws IOException {
    Path file = directory.resolve("alerting.toml");
    Files.writeString(
        file,
        "[alerts]\nwebhook = \"https://alerts.example.org/secret\"\n"
            + Files.readString(Path.of(config)));
    FailingReceiver failing =
        new FailingReceiver("webhook", NOW.minusSeconds(7200), Message.plain("HTTP 500"));
    journal.storeSentAlerts("dublin", Map.of(FailingReceiver.subject("webhook"), failing.words()));
    journal.storeReport(report("londres", ""));

    assertThat(cli.with(journal).execute("status", "--lang", language, "--config", file.toString()))
        .isZero();

    assertThat(cli.out().replaceAll("\\s*\n\\s*", " "))
        .contains(said, "entraide doctor --test-alerts")
        .doesNotContain("example.org", "secret");
  }

  @Test
  void aReceiverThatIsNotInTheConfigurationAnyMoreFailsNobody() {
    FailingReceiver failing =
        new FailingReceiver("webhook", NOW.minusSeconds(7200), Message.plain("HTTP 500"));
    journal.storeSentAlerts("dublin", Map.of(FailingReceiver.subject("webhook"), failing.words()));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out()).doesNotContain("Alerts");
  }

  @Test
  void aCycleThatIsLongOverdueTellsOfADaemonThatDoesNotRun() {
    journal.storeReport(report("londres", ""));
    journal.storeNextCycle("londres", NOW.minus(Duration.ofHours(5)));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out())
        .contains(
            "Next cycle  it should have begun 5 hours ago: the daemon does not run, or hangs");
  }

  @Test
  void theGuardAgainstMassDeletionIsSaidWithTheWayOut() {
    String guard =
        Texts.of("en")
            .format(Message.of("campaign.stopped.missing").with("count", 12).with("limit", 3));
    journal.storeReport(report("londres", guard));

    assertThat(cli.with(journal).execute("status", "--config", config)).isEqualTo(ExitCode.PARTLY);
    assertThat(cli.out().replaceAll("\\s+", " ")).contains(guard);
  }

  @Test
  void theTroubleOfACampaignThatIsNoLongerConfiguredIsNobodys() {
    journal.storeReport(report("paris", "The sheet is gone."));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out())
        .contains("paris (no longer in the configuration)")
        .contains("The sheet is gone.");
  }

  @Test
  void beforeTheFirstRunThereIsNothingToTellAndThatIsNoFailure() {
    assertThat(cli.execute("status", "--config", config)).isZero();

    assertThat(cli.out()).hasLineCount(6).contains("Last cycle  not yet: start it with");
  }

  @Test
  void agesAreInTheirLargestUnit() {
    for (Duration age :
        new Duration[] {
          Duration.ofMinutes(61), Duration.ofDays(3), Duration.ofSeconds(-5), Duration.ofSeconds(60)
        }) {
      journal.storeReport(
          new CampaignReport(
              "c" + age, NOW.minus(age), Optional.empty(), List.of(), Map.of(), Optional.empty()));
    }

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out()).contains("1 hour ago", "3 days ago", "in 5 seconds", "1 minute ago");
  }

  @Test
  void waitingCommandsAreCounted() {
    journal.enqueue("erase", "7KQ47", NOW);

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out()).endsWith("1 command waits for the daemon" + System.lineSeparator());
  }

  @Test
  void jsonHasIsoTimesAndNullForWhatIsNotKnown() throws IOException {
    journal.storeReport(report("londres", "Not shared."));
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
                       "trouble": "Not shared.", "counts": {"answers": 15, "status.draft_ready": 3, "status.waiting": 12},
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
    journal.storeReport(
        withFigures("londres", new HelpFigures(new DistanceFigures(2.1, 6.449, 14.0), load)));
    journal.storeReport(withFigures("dublin", new HelpFigures(DistanceFigures.NONE, load)));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out())
        .contains(
            """
              Distance    half of the introductions within 2.1 km, nine in ten within 6.4 km, all within 14.0 km
              Helpers     half of them have at most 33% of their places taken, nine in ten at most 100%
            """);
    assertThat(cli.out().split("Distance", -1)).as("of dublin nothing is known").hasSize(2);

    CliRun again = new CliRun();
    again.with(journal).execute("status", "--json", "--config", config);
    JsonNode json = new ObjectMapper().readTree(again.out()).at("/campaigns/0");
    assertThat(json.get("distance"))
        .hasToString("{\"median_km\":2.1,\"p90_km\":6.45,\"max_km\":14.0}");
    assertThat(json.get("load")).hasToString("{\"median\":0.33,\"p90\":1.0}");
  }

  private static CampaignReport withFigures(String campaign, HelpFigures figures) {
    return new CampaignReport(
        campaign, NOW, Optional.of(NOW), List.of(), Map.of(), Optional.empty(), figures);
  }

  @Test
  void draftsOfADelegateWhoIsNoLongerConfiguredAreNamed() throws IOException {
    journal.storeIntroductions("londres", List.of(draft("M-7KQ47", "avant@example.org")));
    journal.storeIntroductions("londres", List.of(draft("M-0B3DR", "Delegue@example.org")));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();
    assertThat(cli.out())
        .endsWith(
            "londres: M-7KQ47 lie in the mailbox of somebody who is no longer a delegate. The"
                + " dashboard says whose."
                + System.lineSeparator())
        .doesNotContain("avant@");

    CliRun again = new CliRun();
    again.with(journal).execute("status", "--json", "--config", config);
    assertThat(new ObjectMapper().readTree(again.out()).get("former_delegates"))
        .isEqualTo(
            new ObjectMapper()
                .readTree("[{\"campaign\": \"londres\", \"drafts\": [\"M-7KQ47\"]}]"));
  }

  @Test
  void howGoodTheMatchingIsAndWhetherAnotherPolicyWouldHelpMoreIsALineOfItsOwn() {
    Alternative coverage = new Alternative(46, 3L, 1L);
    Alternative bestFit = new Alternative(43, 1L, 0L);
    journal.storeReport(
        report("londres", "", Optional.of(matching(Policy.STABLE, 0, coverage, bestFit))));
    journal.storeReport(
        report(
            "dublin",
            "",
            Optional.of(
                matching(Policy.COVERAGE, 2, new Alternative(44, 0L, 0L), Alternative.UNKNOWN))));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out().replaceAll(" *\n {4,}", " "))
        .contains(
            "Last matching  1 minute ago, among those who were free then: 45 people helped; 46 at"
                + " most could have been; no pair would both prefer each other. Compared 1 hour"
                + " ago: policy = \"coverage\" would help 2 people more (3 pairs would both prefer"
                + " each other) and policy = \"best-fit\" would help 1 person fewer (1 pair would"
                + " both prefer each other)\n",
            "46 at most could have been; 2 pairs would both prefer each other\n");
  }

  @Test
  void aMatchingNotComparedYetSaysNothingOfOtherPolicies() {
    journal.storeReport(report("londres", "", Optional.of(matching(Policy.STABLE, 0))));

    cli.with(journal).execute("status", "--config", config);

    assertThat(cli.out())
        .contains("\n                 have been; no pair would both prefer each other\n\n");
  }

  @Test
  void jsonNamesTheFiguresLikeTheCertificate() throws IOException {
    journal.storeReport(
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
