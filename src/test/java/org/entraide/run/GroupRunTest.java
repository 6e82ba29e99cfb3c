package org.entraide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.entraide.alert.send.FakeService;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.watch.Watcher;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.group.Group;
import org.entraide.group.Lease;
import org.entraide.group.Terms;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.testkit.MovableClock;
import org.entraide.wiring.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon of a group that was started with a take-over, and what comes after it. */
@Tag("postgres")
class GroupRunTest {

  private static final String CAMPAIGN = "londres";

  /** By then an installation is at work, or says that it waits. */
  private static final int PASSES = 3;

  /** No lease ends by itself in a test. */
  private static final Terms LONG = new Terms(Duration.ofHours(1), Duration.ZERO);

  @TempDir Path directory;

  private final FakeService service = new FakeService(Mood.TAKES);
  private final List<CycleReport> reports = new ArrayList<>();
  private final List<Lease> leases = new ArrayList<>();
  private final SteppedScheduler scheduler = new SteppedScheduler(new MovableClock(Instant.EPOCH));

  @SuppressWarnings("NullAway.Init")
  private OfficeServer office;

  @SuppressWarnings("NullAway.Init")
  private ServerJournal shared;

  @SuppressWarnings("NullAway.Init")
  private Installation installation;

  @SuppressWarnings("NullAway.Init")
  private AlertSetup alerts;

  @SuppressWarnings("NullAway.Init")
  private GroupRun run;

  @BeforeEach
  void start() throws Exception {
    SampleOffice sample =
        SampleOffice.create(0, 1, InstantSource.system(), new Random(5), List.of());
    office = OfficeServer.start(sample.office(), 0, pause -> {});
    Files.writeString(directory.resolve("credentials.json"), sample.credentials(office.root()));
    DatabaseServer server = Postgres.fresh();
    shared = ServerJournal.open(server);
    installation = new Installation(configuration(server));
    alerts = AlertSetup.of(installation.configuration());
    Daemon daemon =
        new Daemon(
            scheduler, shared.journal(), InstantSource.system(), new Random(1), new Listening());
    run =
        new GroupRun(
            installation, shared, daemon, alerts, InstallationIdentity.daemon("this-group", true));
  }

  @AfterEach
  void stop() {
    alerts.close();
    service.close();
    shared.close();
    office.close();
  }

  private Configuration configuration(DatabaseServer server) throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        SampleOffice.configuration(office.root())
            .replace("[state]\n", "[state]\njournal = \"%s\"\n".formatted(server.url()))
            .concat("\n[alerts]\nwebhook = \"%s\"\n".formatted(service.address("/hook"))));
    return ConfigurationReader.read(file);
  }

  /** Hears of each pass of the daemon. */
  private final class Listening implements Watcher {
    @Override
    public void begins(String campaign) {}

    @Override
    public void rests(String campaign, Duration wait) {}

    @Override
    public void ends(String campaign, CycleReport report, Duration wait) {
      reports.add(report);
    }
  }

  /** Gets leases for the daemon that is tested. */
  private final class Taking implements Group.Work {
    @Override
    public boolean begin(Lease lease) {
      leases.add(lease);
      return true;
    }

    @Override
    public void end(String campaign, Runnable ended) {
      ended.run();
    }
  }

  private Lease lease() {
    new Group(
            shared.leases(),
            LONG,
            List.of(CAMPAIGN),
            new Taking(),
            System::nanoTime,
            () -> "member",
            "here",
            "1",
            false)
        .takeAll();
    return leases.get(leases.size() - 1);
  }

  /** Another installation with a state of its own, which is at work from now on. */
  private void another(String name) {
    MemoryJournal journal = new MemoryJournal();
    CampaignRunner campaign =
        installation.campaign(
            installation.configuration().campaigns().get(0),
            journal,
            installation.geocoder(journal),
            InstallationIdentity.daemon(name, true));
    for (int i = 0; i < PASSES; i++) {
      campaign.runOnce();
    }
    assertThat(campaign.runOnce().completed()).isTrue();
  }

  private CycleReport passes() {
    for (int i = 0; i < PASSES; i++) {
      scheduler.step();
    }
    assertThat(scheduler.thrown()).isEmpty();
    return Objects.requireNonNull(reports.get(reports.size() - 1));
  }

  private void assertTakenOver() {
    assertThat(passes().completed()).isTrue();
  }

  private void assertWaits() {
    CycleReport last = passes();
    assertThat(last.completed()).isFalse();
    assertThat(last.effects()).isEmpty();
    assertThat(last.troubles())
        .anySatisfy(trouble -> assertThat(trouble.text()).contains("--take-over"));
  }

  @Test
  void aCampaignWhoseCredentialsDoNotDoIsLeftToOthersAndSent() throws Exception {
    Files.writeString(directory.resolve("credentials.json"), "{\"type\": \"something\"}");

    assertThat(run.begin(lease())).isFalse();
    alerts.await();
    assertThat(service.asked())
        .singleElement()
        .satisfies(it -> assertThat(it).startsWith("POST /hook ").contains("credentials.json"));
  }

  @Test
  void aTakeOverCountsOnceAlsoWhereTheCampaignComesBack() {
    another("one");
    Lease lease = lease();
    run.begin(lease);
    assertTakenOver();
    run.end(CAMPAIGN, () -> {});

    another("two");
    run.begin(lease);

    assertWaits();
  }

  @Test
  void aTakeOverThatHasNotServedYetCountsWhereTheCampaignComesBack() {
    another("one");
    Lease lease = lease();
    run.begin(lease);
    run.end(CAMPAIGN, () -> {});
    scheduler.step(); // it is over, and nothing was done

    run.begin(lease);

    assertTakenOver();
  }
}
