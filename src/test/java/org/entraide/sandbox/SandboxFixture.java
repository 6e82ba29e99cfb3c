package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entraide.campaign.Cycle;
import org.entraide.campaign.CycleReport;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Signature;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.GoogleAccess;
import org.entraide.google.GoogleServices;
import org.entraide.journal.SqliteJournal;
import org.entraide.place.EmbeddedGeocoder;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.PeopleHandler;
import org.entraide.sandbox.page.PagePeople;
import org.entraide.sandbox.page.SameOrigin;
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

  private final SampleOffice sample;
  private final OfficeServer server;
  private final Journal journal;
  private final Cycle cycle;

  private SandboxFixture(
      SampleOffice sample, OfficeServer server, Journal journal, CampaignSettings settings)
      throws Exception {
    this.sample = sample;
    this.server = server;
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
            new Cycle.Ports(
                google.table(settings.spreadsheet()),
                Optional.empty(),
                address -> mailboxes.computeIfAbsent(address, google::mailbox),
                new EmbeddedGeocoder(),
                Optional.empty(),
                journal,
                CLOCK,
                new SplittableRandom(3)),
            Signature.once("sandbox", false),
            Stream.of("fr", "en").map(Texts::of).toList());
  }

  /**
   * Opens one whose sample is the same each time.
   *
   * @param people how many answered
   * @param directory for credentials and journal
   */
  public static SandboxFixture open(int people, Path directory) throws Exception {
    List<PeopleHandler> handlers =
        new ArrayList<>(List.of(new SameOrigin(), new StandInDaemon(), new PagePeople()));
    SampleOffice sample = SampleOffice.create(people, 1, CLOCK, new SplittableRandom(1), handlers);
    OfficeServer server = OfficeServer.start(sample.office(), 0, pause -> {});
    Configuration configuration = configuration(directory, sample, server.root());
    CampaignSettings settings = configuration.campaigns().get(0);
    Journal journal = SqliteJournal.open(configuration.state().directory());
    return new SandboxFixture(sample, server, journal, settings);
  }

  private static Configuration configuration(Path directory, SampleOffice sample, String root)
      throws Exception {
    Files.writeString(directory.resolve("credentials.json"), sample.credentials(root));
    Path file = directory.resolve("entraide.toml");
    Files.writeString(file, SampleOffice.configuration(root));
    return ConfigurationReader.read(file);
  }

  /** One pass of the daemon. */
  public CycleReport cycle() throws Exception {
    return cycle.run();
  }

  public SampleOffice sample() {
    return sample;
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
