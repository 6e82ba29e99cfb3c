package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entraide.NobodyIsNamed;
import org.entraide.alert.send.AlertDesk;
import org.entraide.alert.send.AlertSending;
import org.entraide.alert.send.FakeService;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.CycleReport.Extent;
import org.entraide.campaign.watch.Watcher;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.config.AlertSettings;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.text.Texts;
import org.entraide.wiring.ThreadScheduler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts beside a daemon at work, and by the program itself. */
@NullMarked
@Tag("process")
class AlertsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path directory;

  @Test
  void theOfficesLogOfACampaignWithAWebhookThatHangsIsTheOneWithout() throws Exception {
    long start = System.nanoTime();
    List<String> without = day("without", Watched.NOTHING);
    try (FakeService service = new FakeService(Mood.HANGS)) {
      long begin = System.nanoTime();
      List<String> with = day("with", (world, name) -> desk(world, service));
      long took = System.nanoTime() - begin;

      assertThat(service.asked()).as("somebody hangs").isNotEmpty();
      assertThat(with).isEqualTo(without).hasSizeGreaterThan(10);
      assertThat(took) // each of several alerts hangs for eight seconds
          .isLessThan(3 * (begin - start) + TimeUnit.SECONDS.toNanos(7));
    }
  }

  /** Watches a world; is closed with it. */
  @FunctionalInterface
  private interface Watched {
    Watched NOTHING = (world, name) -> Optional.empty();

    Optional<AlertDesk> begin(World world, String name);
  }

  private static Optional<AlertDesk> desk(World world, FakeService service) {
    AlertDesk desk =
        new AlertSending(
                new AlertSettings(
                    List.of(),
                    Optional.of(service.address("/hook")),
                    Optional.of(service.address("/beat"))),
                "Entraide/test")
            .desk(
                List.of(World.CAMPAIGN),
                new ThreadScheduler(1, e -> {}, Duration.ZERO),
                world.time,
                world.time,
                false);
    desk.open();
    desk.follow(World.CAMPAIGN, world.journal(), Texts.of("fr"));
    return Optional.of(desk);
  }

  /**
   * What a daemon asks the office for while answers come, mailboxes are shut and all is stopped.
   */
  private List<String> day(String name, Watched watched) throws IOException {
    Path place = Files.createDirectory(directory.resolve(name));
    try (World world = World.empty(place).withoutForm()) {
      Optional<AlertDesk> desk = watched.begin(world, name);
      SteppedScheduler scheduler = new SteppedScheduler(world.time);
      Daemon daemon =
          new Daemon(
              scheduler,
              world.journal(),
              world.time,
              new Random(3),
              desk.<Watcher>map(it -> it).orElse(Watcher.NOBODY));
      daemon.start(world.campaign(), Duration.ofSeconds(30));
      scheduler.run(LONG);
      world.fault(Rule.next(3, "gmail.*", FaultEffect.FORBIDDEN));
      world.answer(PrivacyTest.zebulon());
      world.answer(PrivacyTest.yolande());
      scheduler.run(LONG);
      suspend(world, "oui");
      scheduler.run(LONG);
      suspend(world, "");
      scheduler.run(LONG);
      daemon.close();
      desk.ifPresent(AlertDesk::close);
      return world.office.log().entries().stream()
          .map(it -> it.method() + " " + it.path() + " " + it.status())
          .toList();
    }
  }

  private static void suspend(World world, String word) {
    int row = world.tab("Réglages").only("Réglage", "Suspendre").number();
    world.sheet("type", OfficeJson.object().put("range", "'Réglages'!B" + row).put("value", word));
  }

  @Test
  void aReportSaysHowMuchWasLookedAt() {
    try (World world = World.empty(directory).withoutForm()) {
      world.atWork();
      world.settle();
      world.cycle();
      CycleReport idle = world.cycle();
      assertThat(idle.decision()).as("it is idle").isEmpty();
      assertThat(idle.extent()).isEqualTo(Extent.WHOLE);

      suspend(world, "oui");
      assertThat(world.cycle().extent()).isEqualTo(Extent.SUSPENDED);
      suspend(world, "");
      assertThat(world.cycle().extent()).isEqualTo(Extent.WHOLE);
      world.fault(Rule.next(1, "sheets.read", FaultEffect.FORBIDDEN));
      assertThat(world.cycle().extent()).isEqualTo(Extent.PART);
    }
  }

  @Test
  void aSingleRunSendsOnceThatAllIsSuspendedAndOnceThatItGoesOnAndNamesNobody() throws Exception {
    try (World world = World.empty(directory);
        FakeService service = new FakeService(Mood.TAKES)) {
      world.answer(PrivacyTest.zebulon());
      world.answer(PrivacyTest.yolande());
      Path configuration =
          world.configuration(
              "[alerts]",
              "webhook = \"" + service.address("/hook?key=secret") + "\"",
              "heartbeat = \"" + service.address("/beat") + "\"");
      once(configuration);
      once(configuration);
      assertThat(service.asked()).containsExactly("GET /beat ");

      suspend(world, "oui");
      once(configuration);
      once(configuration);
      suspend(world, "");
      once(configuration);

      List<JsonNode> alerts = new ArrayList<>();
      for (String asked : service.asked()) {
        if (asked.startsWith("POST /hook?key=secret ")) {
          NobodyIsNamed.look("an alert", asked);
          alerts.add(new ObjectMapper().readTree(asked.substring(asked.indexOf('{'))));
        }
      }
      assertThat(alerts)
          .extracting(it -> it.path("state").asText() + " " + it.path("trouble").asText())
          .containsExactly("began suspended", "over suspended");
      assertThat(alerts.get(0).path("text").asText()).contains("«\u202fSuspendre\u202f»");
      assertThat(Program.said(directory)).doesNotContain("secret");
    }
  }

  private void once(Path configuration) throws Exception {
    Process process = Program.shared().start(directory, configuration, "run", "--once");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Program.said(directory)).isZero();
  }

  @Test
  void aSingleRunEndsAlthoughTheServiceHangs() throws Exception {
    try (World world = World.empty(directory);
        FakeService service = new FakeService(Mood.HANGS)) {
      Path configuration =
          world.configuration("[alerts]", "heartbeat = \"" + service.address("/beat") + "\"");
      once(configuration);

      assertThat(service.asked()).containsExactly("GET /beat ");
      assertThat(Program.said(directory)).contains("the heartbeat is not taken: no answer in time");
    }
  }
}
