package org.entraide.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.FileTokens;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.resilience.RemoteFailure;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.forms.FormColumn;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An office on loopback with one campaign, the daemon's own parts at work against it over HTTP, and
 * the people: respondents, organiser, delegate.
 */
@NullMarked
final class World extends WorldSettings implements AutoCloseable {

  static final String CAMPAIGN = "londres";
  final SampleOffice sample;

  /** What the geocoder was asked. */
  final List<PlaceQuery> located = new ArrayList<>();

  /** Addresses to which Gmail takes no draft. */
  final Set<String> refused = new HashSet<>();

  private InstallationIdentity identity = InstallationIdentity.once("e2e", false);
  private @Nullable CampaignRunner campaign;

  private World(Path directory, MovableClock time, SampleOffice sample) {
    super(directory, time, sample.office());
    this.sample = sample;
    for (FormColumn column : sample.form().columns()) {
      questions.put(column.header(), column.questionId());
    }
    try {
      Files.writeString(directory.resolve("credentials.json"), sample.credentials(root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the lines under {@code matching}. */
  public World matching(String lines) {
    matching = lines + "\n";
    return this;
  }

  /** A campaign that nobody answered yet. */
  static World empty(Path directory) {
    return sample(directory, 0);
  }

  /** The sample campaign. */
  static World sample(Path directory, int people) {
    MovableClock time = MovableClock.ofTheMachine();
    return new World(
        directory, time, SampleOffice.create(people, 1, time, new Random(5), List.of()));
  }

  // ---- the administrator

  /** Adds lines to the campaign's settings; for those of its matching see {@link #matching}. */
  World configured(String lines) {
    settings += lines + "\n";
    return this;
  }

  /** Somebody writes something else into the configuration. */
  World corrected(String wrong, String right) {
    if (!settings.contains(wrong)) {
      throw new IllegalArgumentException("It is not there.");
    }
    settings = settings.replace(wrong, right);
    return this;
  }

  /** The campaign reads its sheet alone. */
  World withoutForm() {
    form = false;
    return this;
  }

  /** Configures it again. */
  World withForm() {
    form = true;
    return this;
  }

  /** Chooses the campaign's language. */
  World speaking(String code) {
    language = code;
    return this;
  }

  /** Lets people sign in with an OAuth client, beside the service account. */
  World signingIn() {
    google = "oauth_client = \"client.json\"";
    return withClient("client.json");
  }

  /** Replaces the service account by the sign-in of a person, who may read the sheet. */
  World asPerson() {
    google = "account = \"" + SampleOffice.PERSON + "\"";
    return withClient("credentials.json");
  }

  private World withClient(String file) {
    try {
      Files.writeString(directory.resolve(file), SampleOffice.oauthClient(root()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The daemon starts anew: nothing is left in its memory. */
  void restart() {
    campaign = null;
    if (journal != null) {
      journal.close();
      journal = null;
    }
  }

  /** A daemon is at work from now on: its name is on the sheet. */
  public void atWork() {
    identity = InstallationIdentity.daemon("e2e", false);
    restart();
    cycle();
  }

  /** The state directory is lost. */
  void forget() {
    restart();
    try (Stream<Path> files = Files.walk(state())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CampaignRunner campaign() {
    CampaignRunner running = campaign;
    if (running == null) {
      running = start();
      campaign = running;
    }
    return running;
  }

  private CampaignRunner start() {
    try {
      Configuration whole = ConfigurationReader.read(configuration());
      CampaignSettings read = whole.campaigns().get(0);
      GoogleServices google =
          GoogleServices.overHttp(
              new GoogleAccess(
                  read.credentials(),
                  whole.google().oauthClient(),
                  whole.google().account(),
                  Optional.of(new FileTokens(state())),
                  Optional.of(URI.create(root()))),
              time,
              time,
              new Random(11));
      Map<String, Mailbox> mailboxes = new HashMap<>();
      Ports ports =
          new Ports(
              new Disturbed(google.table(read.spreadsheet())),
              read.form().map(google::form).map(source -> new FormReader(source, time)),
              address ->
                  mailboxes.computeIfAbsent(
                      address, name -> RefusingMailbox.of(google.mailbox(name), refused)),
              new Watched(),
              Optional.empty(),
              journal(),
              time,
              new Random());
      Cycle cycle =
          new Cycle(read, ports, identity, Texts.languages().stream().map(Texts::of).toList());
      return new CampaignRunner(CAMPAIGN, cycle, journal(), time);
    } catch (ConfigurationException | CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /** One pass of the daemon. */
  public CycleReport cycle() {
    return NobodyIsNamed.look(campaign().runOnce());
  }

  /** Passes for a quarter of an hour: longer than any grace. */
  void settleSlowly() {
    pass(5, Duration.ofMinutes(3));
    settle();
  }

  /** Passes so many times, however they end. */
  void pass(int times, Duration apart) {
    for (int i = 0; i < times; i++) {
      cycle();
      time.advance(apart);
    }
  }

  /**
   * Passes until one finds nothing to do; where one had trouble, time goes on a minute, or until a
   * service may be asked again.
   */
  void settle() {
    List<String> done = new ArrayList<>();
    for (int pass = 0; pass < 10; pass++) {
      CycleReport report = cycle();
      done.add(report.effects() + " " + report.troubles());
      if (report.completed() && report.quiet() && report.troubles().isEmpty()) {
        return;
      }
      if (!report.troubles().isEmpty()) {
        time.advance(rest(report));
      }
    }
    throw new AssertionError("not settled after ten passes: " + done);
  }

  // ---- respondents

  /** Answers the form; the answer's id. */
  String answer(Reply reply) {
    Map<String, List<String>> values = new HashMap<>();
    reply.answers().forEach((title, said) -> values.put(question(title), said));
    String[] id = new String[1];
    office.exclusively(() -> id[0] = sample.form().submit(reply.email(), values).id());
    return id[0];
  }

  /** Drafts as the bytes that Gmail holds. */
  List<byte[]> rawDrafts() {
    return sample.gmail().mailbox(SampleOffice.DELEGATE).orElseThrow().drafts().stream()
        .map(draft -> draft.message().raw())
        .toList();
  }

  /** A draft appears that nobody here left; returns its id. */
  String write(byte[] raw) {
    List<String> id = new ArrayList<>();
    office.exclusively(() -> id.add(delegate().write(raw).id()));
    return id.get(0);
  }

  /** The delegate saves a draft again, by its id. */
  void edit(String draft) {
    office.exclusively(
        () ->
            delegate().edit(draft, Optional.empty(), Optional.empty(), Optional.of("Autrement.")));
  }

  void throwAway(String draft) {
    office.exclusively(() -> delegate().discard(draft, false));
  }

  private org.entraide.sandbox.office.gmail.OfficeMailbox delegate() {
    return sample.gmail().mailbox(SampleOffice.DELEGATE).orElseThrow();
  }

  void edit(String introduction, ObjectNode change) {
    call("PUT", draftPath(introduction), OfficeJson.compact(change));
  }

  @Override
  public void close() {
    restart();
    server.close();
  }

  /** The embedded places, with an ear at the door. */
  private final class Watched implements Geocoder {
    private final Geocoder places = new EmbeddedGeocoder();

    @Override
    public String name() {
      return places.name();
    }

    @Override
    public Located locate(PlaceQuery query) {
      located.add(query);
      return places.locate(query);
    }
  }

  /** The spreadsheet, with people at work between the daemon's requests. */
  private final class Disturbed implements Table {
    private final Table table;

    private Disturbed(Table table) {
      this.table = table;
    }

    @Override
    public Workbook read() throws RemoteFailure {
      happens(Moment.READ);
      return table.read();
    }

    @Override
    public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns) throws RemoteFailure {
      happens(Moment.REREAD);
      return table.reread(columns);
    }

    @Override
    public Map<Integer, List<Row>> write(List<Change> changes, Map<Integer, Set<Integer>> readBack)
        throws RemoteFailure {
      happens(Moment.WRITE);
      return table.write(changes, readBack);
    }

    @Override
    public Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure {
      return table.decorations(sheetIds);
    }

    @Override
    public void checkWritable() throws RemoteFailure {
      table.checkWritable();
    }
  }
}
