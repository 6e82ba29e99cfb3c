package org.entraide.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Stage;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;

class MonitorTest {

  private static final Duration POLL = Duration.ofSeconds(30);

  private final MovableClock time = new MovableClock();
  private final Monitor monitor = new Monitor("1.2.3", List.of("londres", "dublin"), time, time);

  private static final Introduction PAIR =
      Introduction.begun(
          "M-7KQ47", "7KQ47", "73E2M", Set.of(), 1.0, "delegate@example.org", MovableClock.START);

  private static final Letter LETTER =
      new Letter("M-7KQ47", "delegate@example.org", List.of(), "Zebulon", "Quatremaire");

  private static CycleReport done(Map<String, Long> counts, Effect... effects) {
    return new CycleReport(true, List.of(effects), false, List.of(), counts, Optional.empty());
  }

  private static CycleReport failed(Trouble.Kind kind) {
    return new CycleReport(
        false,
        List.of(),
        false,
        List.of(new Trouble(kind, Message.plain("Zebulon Quatremaire"))),
        Map.of(),
        Optional.empty());
  }

  private void cycle(String campaign, CycleReport report, Duration took, Duration wait) {
    monitor.begins(campaign);
    time.advance(took);
    monitor.ends(campaign, report, wait);
  }

  private List<String> samples() {
    return Asking.samples(monitor);
  }

  @Test
  void cyclesAreCountedByHowTheyEnded() {
    cycle("londres", done(Map.of()), Duration.ofMillis(200), POLL);
    cycle(
        "londres",
        done(Map.of(), new SheetEffect.RowWritten("7KQ47")),
        Duration.ofSeconds(4),
        POLL);
    cycle(
        "londres",
        done(Map.of(), new SheetEffect.RowWritten("7KQ47")),
        Duration.ofSeconds(4),
        POLL);
    cycle("dublin", failed(Trouble.Kind.UNAVAILABLE), Duration.ofMillis(1), POLL);

    assertThat(samples())
        .contains(
            "entraide_cycles_total{campaign=\"londres\",outcome=\"quiet\"} 1.0",
            "entraide_cycles_total{campaign=\"londres\",outcome=\"changed\"} 2.0",
            "entraide_cycles_total{campaign=\"londres\",outcome=\"failed\"} 0.0",
            "entraide_cycles_total{campaign=\"dublin\",outcome=\"failed\"} 1.0",
            "entraide_cycle_duration_seconds_bucket{campaign=\"londres\",le=\"0.25\"} 1",
            "entraide_cycle_duration_seconds_bucket{campaign=\"londres\",le=\"5.0\"} 3",
            "entraide_cycle_duration_seconds_count{campaign=\"londres\"} 3",
            "entraide_cycle_duration_seconds_sum{campaign=\"londres\"} 8.2");
  }

  @Test
  void effectsAndTroublesAreCountedByKindAndNeverByWhomTheyAreAbout() {
    cycle(
        "londres",
        done(
            Map.of(),
            new SheetEffect.LedgerRowAppended("M-7KQ47"),
            new MailEffect.CreateDraft(PAIR, PAIR, PAIR, LETTER),
            new MailEffect.CreateFollowUp(PAIR, PAIR, PAIR, LETTER),
            new MailEffect.DeleteDraft(PAIR),
            new SheetEffect.RestoreCells(List.of()),
            new SheetEffect.Prepare(List.of(), List.of(), false, Optional.empty()),
            new SheetEffect.RowWritten("7KQ47"),
            new SheetEffect.RowWritten("73E2M"),
            new SheetEffect.SettingsWritten(),
            new SheetEffect.DashboardWritten(),
            new JournalEffect.AnnounceErasures()),
        POLL,
        POLL);
    cycle("londres", failed(Trouble.Kind.THROTTLED), POLL, POLL);

    assertThat(samples())
        .filteredOn(line -> line.startsWith("entraide_effects_total{campaign=\"londres\""))
        .extracting(line -> line.substring(line.indexOf("kind=") + 5))
        .containsExactlyInAnyOrder(
            "\"ledger\"} 1.0",
            "\"draft\"} 1.0",
            "\"follow_up\"} 1.0",
            "\"delete_draft\"} 1.0",
            "\"put_back\"} 1.0",
            "\"prepare\"} 1.0",
            "\"write\"} 2.0",
            "\"settings\"} 1.0",
            "\"dashboard\"} 1.0",
            "\"other\"} 1.0");
    assertThat(samples())
        .contains(
            "entraide_troubles_total{campaign=\"londres\",kind=\"throttled\"} 1.0",
            "entraide_troubles_total{campaign=\"londres\",kind=\"bug\"} 0.0")
        .noneMatch(line -> line.contains("Zebulon") || line.contains("7KQ47"));
  }

  @Test
  void aTroubleOfACycleThatWentOnIsCountedToo() {
    CycleReport partly =
        new CycleReport(
            true,
            List.of(),
            false,
            List.of(new Trouble(Trouble.Kind.PERMISSION, Message.plain(""))),
            Map.of(),
            Optional.empty());
    cycle("londres", partly, POLL, POLL);

    assertThat(samples())
        .contains(
            "entraide_cycles_total{campaign=\"londres\",outcome=\"quiet\"} 1.0",
            "entraide_troubles_total{campaign=\"londres\",kind=\"permission\"} 1.0")
        .noneMatch(line -> line.startsWith("entraide_last_success"));
  }

  @Test
  void aTroubleIsShownUntilACycleWithoutItEnds() {
    String permission = "entraide_current_troubles{campaign=\"londres\",kind=\"permission\"} ";
    String away = "entraide_current_troubles{campaign=\"londres\",kind=\"unavailable\"} ";
    assertThat(samples()).as("before any cycle").contains(permission + "0.0", away + "0.0");

    cycle("londres", failed(Trouble.Kind.PERMISSION), POLL, POLL);
    assertThat(samples()).contains(permission + "1.0", away + "0.0");
    cycle("londres", failed(Trouble.Kind.UNAVAILABLE), POLL, POLL);
    assertThat(samples()).contains(permission + "0.0", away + "1.0");
    cycle("londres", done(Map.of()), POLL, POLL);
    assertThat(samples()).contains(permission + "0.0", away + "0.0");
  }

  @Test
  void aSuspendedCampaignIsShownUntilACycleFindsItGoOn() {
    String suspended = "entraide_suspended{campaign=\"londres\"} ";
    assertThat(samples()).contains(suspended + "0.0");

    cycle("londres", done(Map.of()).of(CycleReport.Extent.SUSPENDED), POLL, POLL);
    assertThat(samples())
        .contains(suspended + "1.0", "entraide_suspended{campaign=\"dublin\"} 0.0");
    cycle("londres", done(Map.of()).of(CycleReport.Extent.WHOLE), POLL, POLL);
    assertThat(samples()).contains(suspended + "0.0");
  }

  @Test
  void theLastSuccessIsAnEarlierRunsUntilACycleGoesWell() {
    monitor.succeeded("londres", Instant.parse("2020-03-25T00:00:00Z"));
    cycle("londres", failed(Trouble.Kind.SETTINGS), POLL, POLL);
    assertThat(samples())
        .contains("entraide_last_success_timestamp_seconds{campaign=\"londres\"} 1.5850944E9");

    cycle("londres", done(Map.of()), POLL, POLL);
    assertThat(samples())
        .contains("entraide_last_success_timestamp_seconds{campaign=\"londres\"} 1.58522406E9");
  }

  @Test
  void peopleAndIntroductionsAreThoseThatTheLastCycleCounted() {
    cycle(
        "londres",
        done(
            Map.of(
                "answers", 5L, "status.waiting", 3L, "status.full", 2L, "introductions.sent", 4L)),
        POLL,
        POLL);
    cycle("londres", done(Map.of("answers", 4L, "status.waiting", 4L)), POLL, POLL);

    assertThat(samples())
        .contains(
            "entraide_people{campaign=\"londres\",status=\"waiting\"} 4.0",
            "entraide_people{campaign=\"londres\",status=\"full\"} 0.0",
            "entraide_people{campaign=\"londres\",status=\"barred\"} 0.0",
            "entraide_introductions{campaign=\"londres\",state=\"sent\"} 0.0",
            "entraide_people_missing{campaign=\"londres\"} 0.0")
        .noneMatch(line -> line.startsWith("entraide_people{campaign=\"dublin\""));
  }

  @Test
  void whatCouldNotBeCountedStandsAsItWas() {
    cycle("londres", done(Map.of("answers", 50L, "status.waiting", 50L)), POLL, POLL);
    cycle("londres", done(Map.of("missing", 20L)), POLL, POLL);
    cycle("londres", failed(Trouble.Kind.UNAVAILABLE), POLL, POLL);

    assertThat(samples())
        .contains(
            "entraide_people{campaign=\"londres\",status=\"waiting\"} 50.0",
            "entraide_people_missing{campaign=\"londres\"} 20.0");
  }

  @Test
  void theIntervalIsTheRealOneAndRunsDownToTheNextCycle() {
    cycle("londres", done(Map.of()), POLL, Duration.ofSeconds(200));
    time.advance(Duration.ofSeconds(50));

    assertThat(samples())
        .contains(
            "entraide_cycle_interval_seconds{campaign=\"londres\"} 200.0",
            "entraide_next_cycle_seconds{campaign=\"londres\"} 150.0",
            "entraide_next_cycle_seconds{campaign=\"dublin\"} 0.0");
  }

  @Test
  void whatACycleIsAtAndHowLongItWasAtEachStageIsTold() {
    monitor.begins("londres");
    monitor.reaches("londres", Stage.OBSERVE);
    time.advance(Duration.ofSeconds(2));
    monitor.reaches("londres", Stage.INTERPRET);
    time.advance(Duration.ofSeconds(1));
    monitor.reaches("londres", Stage.OBSERVE);
    time.advance(Duration.ofSeconds(3));
    assertThat(samples())
        .contains(
            "entraide_stage_running_seconds{campaign=\"londres\",stage=\"observe\"} 3.0",
            "entraide_stage_running_seconds{campaign=\"londres\",stage=\"apply\"} 0.0")
        .noneMatch(line -> line.startsWith("entraide_cycle_stage_seconds"));

    monitor.ends("londres", done(Map.of()), POLL);
    assertThat(samples())
        .contains(
            "entraide_cycle_stage_seconds{campaign=\"londres\",stage=\"observe\"} 5.0",
            "entraide_cycle_stage_seconds{campaign=\"londres\",stage=\"interpret\"} 1.0",
            "entraide_cycle_stage_seconds{campaign=\"londres\",stage=\"apply\"} 0.0",
            "entraide_stage_running_seconds{campaign=\"londres\",stage=\"observe\"} 0.0");
  }

  @Test
  void requestsToGoogleAreCountedByServiceAndStatus() {
    monitor.request("sheets", "200");
    monitor.request("sheets", "200");
    monitor.request("gmail", "429");
    monitor.request("token", "none");

    assertThat(samples())
        .contains(
            "entraide_google_requests_total{api=\"sheets\",status=\"200\"} 2.0",
            "entraide_google_requests_total{api=\"gmail\",status=\"429\"} 1.0",
            "entraide_google_requests_total{api=\"token\",status=\"none\"} 1.0");
  }

  @Test
  void theProgramTellsItsVersionAndItsMemory() {
    assertThat(samples())
        .contains("entraide_build_info{version=\"1.2.3\"} 1")
        .anyMatch(line -> line.matches("jvm_memory_used_bytes\\{area=\"heap\"} \\d.+"))
        .anyMatch(line -> line.matches("process_start_time_seconds \\d.+"));
    assertThat(ProcessMetrics.resident("Name:\tjava\nVmRSS:\t  114000 kB\nRssAnon:\t 1 kB\n"))
        .hasValue(116_736_000);
    assertThat(ProcessMetrics.resident("")).isEmpty();
  }

  @Test
  void everySeriesIsExplainedNamedAsPrometheusWantsItAndOnThePage() throws IOException {
    monitor.request("sheets", "200");
    cycle("londres", done(Map.of("answers", 0L), new SheetEffect.RowWritten("7KQ47")), POLL, POLL);

    List<String> lines =
        List.of(Asking.text(Asking.ask(new MetricsPages(monitor), "/metrics")).split("\n"));
    List<String> types = lines.stream().filter(line -> line.startsWith("# TYPE ")).toList();
    List<String> helps = lines.stream().filter(line -> line.startsWith("# HELP ")).toList();

    assertThat(types)
        .hasSameSizeAs(helps)
        .hasSizeGreaterThan(14)
        .allMatch(line -> line.matches("# TYPE (entraide|process|jvm)_[a-z_]+ [a-z]+"))
        .allMatch(line -> line.endsWith(" counter") == line.contains("_total "));
    assertThat(types.stream().map(line -> line.split(" ", -1)[2]))
        .containsExactlyInAnyOrderElementsOf(metricsOfThePage());
  }

  private static List<String> metricsOfThePage() throws IOException {
    return Pattern.compile("(?m)^\\| `([a-z_]+)` \\|")
        .matcher(Files.readString(Path.of("docs", "watching.md")))
        .results()
        .map(result -> result.group(1))
        .toList();
  }
}
