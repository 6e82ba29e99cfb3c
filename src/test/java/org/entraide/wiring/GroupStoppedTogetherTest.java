package org.entraide.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.wire.Traffic;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.resilience.Stop;
import org.entraide.run.GroupRun;
import org.entraide.run.MonitoringSetup;
import org.entraide.run.ShutdownHook;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.sample.SampleCampaign;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Daemons of one group in one process, with a real database and an office. */
@Tag("postgres")
class GroupStoppedTogetherTest {

  private static final int CAMPAIGNS = 3;
  private static final int MOST_LOOKS = 20;
  private static final long BETWEEN_LOOKS = 4000;

  @TempDir Path directory;

  /** One daemon of the group. */
  private static final class Member {
    private final Stop stop = new Stop();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    Member(Configuration configuration) {
      Installation installation = new Installation(configuration, Traffic.UNWATCHED, stop);
      Thread thread = new Thread(() -> run(installation), "member");
      thread.setDaemon(true);
      thread.start();
    }

    private void run(Installation installation) {
      try (ShutdownHook shutdown = ShutdownHook.of(stop)) {
        end.complete(GroupRun.run(installation, MonitoringSetup.nobody(), stop, shutdown, false));
      } catch (InterruptedException | RuntimeException e) {
        end.completeExceptionally(e);
      }
    }
  }

  @Test
  @Timeout(300)
  void aGroupThatIsStoppedTogetherSaysSoOnEveryDashboardAndAnotherInstallationNeedNotWait()
      throws Exception {
    Instant start = InstantSource.system().instant().minus(Duration.ofDays(13));
    SampleOffice sample =
        SampleOffice.of(
            CAMPAIGNS,
            SampleCampaign.generate(2, 1, start),
            InstantSource.system(),
            new Random(5),
            List.of());
    DatabaseServer server = Postgres.fresh();
    try (OfficeServer office = OfficeServer.start(sample.office(), 0, pause -> {});
        ServerJournal journal = ServerJournal.open(server)) {
      Files.writeString(directory.resolve("credentials.json"), sample.credentials(office.root()));
      Configuration group = configuration(office.root(), "group", server);
      Installation looker = new Installation(configuration(office.root(), "looker"));
      Member first = new Member(group);
      until(() -> states(looker).stream().allMatch("En marche"::equals));
      List<Member> others = List.of(new Member(group), new Member(group));
      until(() -> members(journal) == 1 + others.size());

      first.stop.ask(); // who has worked on all of them, and is not the last
      assertThat(first.end.get()).isZero();
      others.forEach(member -> member.stop.ask());
      for (Member member : others) {
        assertThat(member.end.get()).isZero();
      }

      assertThat(states(looker)).hasSize(CAMPAIGNS).containsOnly("Arrêté");
      Installation migrated = new Installation(configuration(office.root(), "migrated"));
      for (CampaignSettings campaign : migrated.configuration().campaigns()) {
        assertThat(once(migrated, campaign).troubles()).isEmpty();
      }
    }
  }

  private static CycleReport once(Installation installation, CampaignSettings campaign) {
    Journal journal = new MemoryJournal();
    return installation
        .campaign(
            campaign,
            journal,
            installation.geocoder(),
            InstallationIdentity.daemon("another", false))
        .runOnce();
  }

  private Configuration configuration(String root, String name) throws Exception {
    Path file = directory.resolve(name + ".toml");
    Files.writeString(
        file,
        SampleOffice.configuration(root, CAMPAIGNS)
            .replace("directory = \"state\"", "directory = \"state-" + name + "\""));
    return ConfigurationReader.read(file);
  }

  private Configuration configuration(String root, String name, DatabaseServer server)
      throws Exception {
    Path key = directory.resolve("token.key");
    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Path file = directory.resolve(name + ".toml");
    Files.writeString(
        file,
        SampleOffice.configuration(root, CAMPAIGNS)
            .replace(
                "[state]\n",
                "[state]\njournal = \"%s?user=postgres\"\ntoken_key_file = \"token.key\"\n"
                    .formatted(server.url())));
    return ConfigurationReader.read(file);
  }

  private static int members(ServerJournal journal) {
    return journal.leases().look(List.of(), Duration.ZERO).members().size();
  }

  /** What each dashboard says of the daemon. */
  private static List<String> states(Installation installation) {
    List<String> states = new ArrayList<>();
    for (CampaignSettings campaign : installation.configuration().campaigns()) {
      states.add(state(installation, campaign));
    }
    return states;
  }

  private static String state(Installation installation, CampaignSettings campaign) {
    try {
      return installation.table(campaign).read().tabs().stream()
          .map(Tab::rows)
          .flatMap(List::stream)
          .flatMap(GroupStoppedTogetherTest::state)
          .findFirst()
          .orElse("");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> state(Row row) {
    List<String> texts = row.cells().stream().map(Cell::text).toList();
    int at = texts.indexOf("État");
    return at < 0 || at + 1 >= texts.size() || texts.contains("Suite")
        ? Stream.empty()
        : Stream.of(texts.get(at + 1));
  }

  private static void until(BooleanSupplier reached) throws InterruptedException {
    boolean done = reached.getAsBoolean();
    for (int i = 0; i < MOST_LOOKS && !done; i++) {
      Thread.sleep(BETWEEN_LOOKS); // a user may read but once a second
      done = reached.getAsBoolean();
    }
    assertThat(done).isTrue();
  }
}
