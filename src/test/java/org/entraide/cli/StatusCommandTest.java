package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.Journal.CampaignReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

  private static final Instant NOW = CliRun.NOW;

  @TempDir private Path directory;
  private String config = "";
  private final FakeJournal journal = new FakeJournal();
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
    return new CampaignReport(
        campaign,
        NOW.minusMillis(12_345),
        trouble.isEmpty() ? Optional.of(NOW.minusMillis(12_345)) : Optional.empty(),
        trouble,
        Map.of("waiting", 12L, "introduced", 3L));
  }

  @Test
  void itShowsEachCampaignInTheOrderOfTheConfiguration() {
    journal.report(report("dublin", ""));
    journal.report(report("londres", ""));

    assertThat(cli.with(journal).execute("status", "--config", config)).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            campaign  last cycle                       last without trouble             counts                    trouble
            londres   2026-11-25T12:59:47Z (12 s ago)  2026-11-25T12:59:47Z (12 s ago)  introduced 3, waiting 12  -
            dublin    2026-11-25T12:59:47Z (12 s ago)  2026-11-25T12:59:47Z (12 s ago)  introduced 3, waiting 12  -
            """);
    assertThat(cli.err()).isEmpty();
    assertThat(journal.closed).isTrue();
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
                + " ".repeat(25)
                + "-");
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
      journal.report(new CampaignReport("c" + age, NOW.minus(age), Optional.empty(), "", Map.of()));
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
                       "trouble": "Not shared.", "counts": {"introduced": 3, "waiting": 12}},
                      {"campaign": "dublin", "configured": true, "last_cycle": null,
                       "last_success": null, "trouble": null, "counts": {}}],
                     "queued_commands": 1}
                    """));
  }
}
