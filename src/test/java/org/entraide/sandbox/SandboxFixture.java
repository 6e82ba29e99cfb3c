package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.entraide.sandbox.page.PagePeople;
import org.entraide.sandbox.page.PageToken;
import org.entraide.sandbox.page.SameOrigin;
import org.entraide.sandbox.sample.SampleCampaign;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;

/**
 * The sandbox with its cycles run by hand, in this process: the same office over HTTP, the same
 * adapters and journal as the daemon's.
 */
@NullMarked
public final class SandboxFixture implements AutoCloseable {

  /** Google's library signs with the machine's time, so this world must live by it, too. */
  private static final InstantSource CLOCK = InstantSource.system();

  /** The daemon's clock, moved on where a test wants it later; sign-ins need the real one. */
  private static final class Later implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
      return CLOCK.instant().plus(ahead.get());
    }
  }

  private final Later clock = new Later();
  private final SampleOffice sample;
  private final OfficeServer server;
  private final List<Duration> delays;
  private final Journal journal;
  private final Cycle cycle;
  private boolean claimed;

  private SandboxFixture(
      SampleOffice sample,
      OfficeServer server,
      List<Duration> delays,
      Journal journal,
      CampaignSettings settings)
      throws Exception {
    this.sample = sample;
    this.server = server;
    this.delays = delays;
    this.journal = journal;
    GoogleServices google =
        GoogleServices.overHttp(
            new GoogleAccess(settings.credentials(), Optional.of(URI.create(server.root()))),
            CLOCK,
            pause -> {},
            new SplittableRandom(2));
    Map<String, Mailbox> mailboxes = new HashMap<>();
    this.cycle =
        new Cycle(
            settings,
            new Ports(
                google.table(settings.spreadsheet()),
                settings.form().map(google::form).map(form -> new FormReader(form, CLOCK)),
                address -> mailboxes.computeIfAbsent(address, google::mailbox),
                new EmbeddedGeocoder(),
                Optional.empty(),
                journal,
                clock,
                new SplittableRandom(3)),
            InstallationIdentity.daemon("5a4d2b0c", false),
            Stream.of("fr", "en").map(Texts::of).toList());
  }

  /**
   * Opens one whose sample is the same each time.
   *
   * @param people how many answered
   * @param directory for credentials and journal
   */
  public static SandboxFixture open(int people, Path directory) throws Exception {
    return open(
        SampleOffice.create(people, 1, CLOCK, new SplittableRandom(1), handlers()),
        PlayedCampaign.FRENCH,
        directory);
  }

  /**
   * Opens one whose people write, and are written to, in English.
   *
   * @param people how many answered
   * @param directory for credentials and journal
   */
  public static SandboxFixture openEnglish(int people, Path directory) throws Exception {
    Instant start = CLOCK.instant().minus(Duration.ofDays(13));
    SampleOffice.Answered english =
        new SampleOffice.Answered(PlayedCampaign.ENGLISH, SampleCampaign.english(people, 1, start));
    return open(
        SampleOffice.of(List.of(english), CLOCK, CLOCK, new SplittableRandom(1), handlers()),
        PlayedCampaign.ENGLISH,
        directory);
  }

  private static List<PeopleHandler> handlers() {
    PageToken token = PageToken.fresh(new SplittableRandom(4));
    return List.of(new SameOrigin(token), new StandInDaemon(), new PagePeople(token));
  }

  private static SandboxFixture open(SampleOffice sample, PlayedCampaign campaign, Path directory)
      throws Exception {
    List<Duration> delays = new CopyOnWriteArrayList<>();
    OfficeServer server = OfficeServer.start(sample.office(), 0, delays::add);
    Configuration configuration = configuration(directory, sample, campaign, server.root());
    CampaignSettings settings = configuration.campaigns().get(0);
    Journal journal = SqliteJournal.open(configuration.state().directory());
    return new SandboxFixture(sample, server, delays, journal, settings);
  }

  private static Configuration configuration(
      Path directory, SampleOffice sample, PlayedCampaign campaign, String root) throws Exception {
    Files.writeString(directory.resolve("credentials.json"), sample.credentials(root));
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, SampleOffice.configuration(root, List.of(campaign)));
    return ConfigurationReader.read(file);
  }

  /** One pass of the daemon; the sheet is claimed before the first. */
  public CycleReport cycle() throws Exception {
    if (!claimed) {
      cycle.run();
      claimed = true;
    }
    return cycle.run();
  }

  /** Lets time pass for the daemon. */
  public void later(Duration time) {
    clock.ahead.accumulateAndGet(time, Duration::plus);
  }

  public SampleOffice sample() {
    return sample;
  }

  /** By how much answers should have been late so far; nobody waited for it. */
  public List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** Where the page is. */
  public String root() {
    return server.root();
  }

  @Override
  public void close() throws IOException {
    journal.close();
    server.close();
  }

  /** Says that it runs, or what was last asked of it. */
  private static final class StandInDaemon implements PeopleHandler {

    private volatile String state = "running";

    @Override
    public Optional<OfficeResponse> handle(OfficeRequest request) {
      if (!request.rawPath().startsWith("/office/daemon")) {
        return Optional.empty();
      }
      state =
          switch (request.method() + " " + request.rawPath()) {
            case "POST /office/daemon/start" -> "running";
            case "POST /office/daemon/pause" -> "paused";
            case "POST /office/daemon/kill" -> "dead";
            default -> state;
          };
      return Optional.of(
          OfficeResponse.json(200, JsonNodeFactory.instance.objectNode().put("state", state)));
    }
  }
}
