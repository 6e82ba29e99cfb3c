package org.entraide.campaign.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.daemon.Daemon;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.SteppedScheduler;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.google.wire.Wire;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many campaigns of one service account, on the clock of a test. */
@Tag("long")
class FortyCampaignsTest {

  private static final int CAMPAIGNS = 40;

  /** Google's, for each user: reference of the Sheets API's limits. */
  private static final int REQUESTS_A_MINUTE = 60;

  private static final Duration LONG = Duration.ofMinutes(12);
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final SteppedScheduler scheduler = new SteppedScheduler(clock);
  private final List<String> names = IntStream.range(0, CAMPAIGNS).mapToObj(i -> "-" + i).toList();
  private final List<Premises> premises = Premises.open(clock, names);
  private final Map<String, Deque<Instant>> minute = new HashMap<>();
  private final Map<String, Integer> most = new HashMap<>();
  private final Map<String, Integer> reads = new HashMap<>();

  @Test
  void fortyCampaignsStayWithinOneAccountsQuotaAndEachGetsItsTurn() throws Exception {
    try (Roads roads = new Roads();
        Root root = roads.direct(premises.get(0).office())) {
      MemoryJournal journal = new MemoryJournal();
      Daemon daemon = new Daemon(scheduler, journal, clock, new SplittableRandom(1));
      for (CampaignRunner campaign : campaigns(root, journal)) {
        daemon.start(campaign, Duration.ofSeconds(30));
      }
      Random random = new Random(3);
      for (int number = 0; number < CAMPAIGNS; number++) {
        answer(number, 2 * number, Human.NEEDS);
        answer(number, 2 * number + 1, Human.OFFERS);
      }
      Instant end = clock.instant().plus(LONG);
      for (int i = 0; clock.instant().isBefore(end); i++) {
        int busy = random.nextInt(CAMPAIGNS);
        answer(busy, 100 + i, Human.NEEDS);
        scheduler.run(Duration.ofSeconds(20));
      }
      scheduler.run(Duration.ofMinutes(2));

      assertThat(scheduler.thrown()).isEmpty();
      assertThat(journal.reports()).hasSize(CAMPAIGNS).allMatch(r -> r.trouble().isEmpty());
    }

    assertThat(most).hasSize(2);
    assertThat(most.values()).allMatch(times -> times <= REQUESTS_A_MINUTE);
    LongSummaryStatistics cycles =
        reads.values().stream().mapToLong(Integer::longValue).summaryStatistics();
    assertThat(reads).hasSize(CAMPAIGNS);
    assertThat(cycles.getMax()).isLessThan(3 * cycles.getMin());
    for (int i = 0; i < CAMPAIGNS; i++) {
      assertThat(premises.get(i).answersWithout("ref"))
          .as("answers that campaign " + i + " did not look at")
          .isZero();
    }
  }

  private List<CampaignRunner> campaigns(Root root, Journal journal) throws Exception {
    GoogleServices google =
        GoogleServices.over(
            call -> exchange(root.wire(), call),
            new GoogleAccess(root.settings().credentials(), Optional.of(root.uri())),
            clock,
            clock::advance,
            new Random(11));
    Map<String, Mailbox> mailboxes = new HashMap<>();
    List<CampaignRunner> campaigns = new ArrayList<>();
    for (CampaignSettings settings : settings(root)) {
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              Optional.empty(),
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new FewPlaces(),
              Optional.empty(),
              journal,
              clock,
              new SplittableRandom(3));
      Cycle cycle =
          new Cycle(settings, ports, InstallationIdentity.once("forty", false), LANGUAGES);
      campaigns.add(new CampaignRunner(settings.name(), cycle, journal, clock));
    }
    return campaigns;
  }

  private List<CampaignSettings> settings(Root root) throws Exception {
    StringBuilder text =
        new StringBuilder("[google]\ncredentials = \"")
            .append(root.settings().credentials())
            .append("\"\n");
    for (int i = 0; i < CAMPAIGNS; i++) {
      text.append(
          """
          [campaigns.campaign%d]
          spreadsheet = "%s"
          language = "fr"
          country = "GB"
          delegate = "%s"
          controller = "Association Exemple, contact@example.org"
          [campaigns.campaign%d.matching]
          hold_back = "0s"
          """
              .formatted(i, premises.get(i).id(), Premises.DELEGATE, i));
    }
    Path file =
        Files.createFile(
            directory.resolve("entraide.toml"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
    return ConfigurationReader.read(file).campaigns();
  }

  private Wire.Answer exchange(Wire wire, Wire.Call call) throws IOException {
    String path = call.uri().getPath();
    if (path.startsWith("/v4/")) {
      count(path.endsWith(":batchUpdate") ? "writes" : "reads");
      if (call.method().equals("GET")) {
        reads.merge(path, 1, Integer::sum);
      }
    }
    return wire.exchange(call);
  }

  private void count(String kind) {
    Deque<Instant> last = minute.computeIfAbsent(kind, k -> new ArrayDeque<>());
    Instant begin = clock.instant().minus(Duration.ofMinutes(1));
    while (!last.isEmpty() && !last.peek().isAfter(begin)) {
      last.remove();
    }
    last.add(clock.instant());
    most.merge(kind, last.size(), Math::max);
  }

  private void answer(int campaign, int number, String question) {
    Map<String, String> answers = new HashMap<>();
    answers.put(Human.NAME, "Camille " + letters(number));
    answers.put(Human.PLACE, "Nord");
    answers.put(question, "Courses");
    answers.put(Human.CONSENT, "Oui");
    premises.get(campaign).answer("person" + number + "@example.org", answers);
  }

  private static String letters(int number) {
    return "Q" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }
}
