package org.entraide.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.Campaign;
import org.entraide.campaign.Cycle;
import org.entraide.campaign.CycleReport;
import org.entraide.campaign.FormReader;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Ports;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.Signature;
import org.entraide.campaign.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.CredentialProblem;
import org.entraide.google.FileTokens;
import org.entraide.google.GoogleAccess;
import org.entraide.google.GoogleServices;
import org.entraide.journal.SqliteJournal;
import org.entraide.place.EmbeddedGeocoder;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.Faults;
import org.entraide.sandbox.office.FormColumn;
import org.entraide.sandbox.office.Json;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An office on loopback with one campaign, the daemon's own parts at work against it over HTTP, and
 * the people: respondents, organiser, delegate.
 */
@NullMarked
final class World implements AutoCloseable {

  static final String CAMPAIGN = "londres";
  static final String LEDGER = "Mises en relation";
  static final Set<String> OWN_TABS = Set.of(LEDGER, "Réglages", "Tableau de bord");
  static final String EMAIL = "Adresse e-mail";
  static final Set<String> OWN =
      Set.of(
          "Réf",
          "Statut",
          "Lieu compris",
          "Mise en relation",
          "Explication",
          "Consigne",
          "Vérifié",
          "Avec",
          "Jamais avec",
          "Lieu corrigé",
          "Contrôle");

  private static final String SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";

  final Time time = new Time();
  final SampleOffice sample;
  final Office office;
  final Path directory;

  /** What the geocoder was asked. */
  final List<PlaceQuery> located = new ArrayList<>();

  private final OfficeServer server;
  private final Map<String, String> questions = new HashMap<>();
  private final Map<Moment, Runnable> plans = new EnumMap<>(Moment.class);
  private int countdown;
  private Runnable onDelay = () -> {};
  private String google = "";
  private String settings = "";
  private String language = "fr";
  private boolean form = true;
  private String matching = "hold_back = \"0s\"\n";
  private @Nullable Journal journal;
  private Signature signature = Signature.once("e2e", false);
  private @Nullable Campaign campaign;

  /** A moment in a pass at which something can happen, once. */
  enum Moment {
    READ,
    REREAD,
    WRITE
  }

  private World(Path directory, int people) {
    this.directory = directory;
    this.sample = SampleOffice.create(people, 1, time, new Random(5), List.of());
    this.office = sample.office();
    for (FormColumn column : sample.form().columns()) {
      questions.put(column.header(), column.questionId());
    }
    try {
      this.server = OfficeServer.start(office, 0, this::delay);
      Files.writeString(directory.resolve("credentials.json"), sample.credentials(root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A campaign that nobody answered yet. */
  static World empty(Path directory) {
    return new World(directory, 0);
  }

  /** The sample campaign. */
  static World sample(Path directory, int people) {
    return new World(directory, people);
  }

  String root() {
    return server.root();
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

  /** Replaces the lines under {@code matching}. */
  World matching(String lines) {
    matching = lines + "\n";
    return this;
  }

  /** Writes the configuration and returns its file. */
  Path configuration(String... moreLines) {
    String text =
        """
        [google]
        credentials = "credentials.json"
        endpoint = "%s"
        %s
        [state]
        directory = "state"
        [campaigns.londres]
        spreadsheet = "%s"
        %slanguage = "%s"
        country = "GB"
        delegate = "%s"
        poll = "2s"
        controller = "Association Exemple, contact@example.org"
        %s[campaigns.londres.matching]
        %s%s
        """
            .formatted(
                root(),
                google,
                SampleOffice.SPREADSHEET,
                form ? "form = \"" + SampleOffice.FORM + "\"\n" : "",
                language,
                SampleOffice.DELEGATE,
                settings,
                matching,
                String.join("\n", moreLines));
    try {
      return Files.writeString(directory.resolve("entraide.toml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path state() {
    return directory.resolve("state");
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
  void atWork() {
    signature = Signature.daemon("e2e", false);
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

  Journal journal() {
    Journal open = journal;
    if (open == null) {
      open = SqliteJournal.open(state());
      journal = open;
    }
    return open;
  }

  Campaign campaign() {
    Campaign running = campaign;
    if (running == null) {
      running = start();
      campaign = running;
    }
    return running;
  }

  private Campaign start() {
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
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new Watched(),
              Optional.empty(),
              journal(),
              time,
              new Random());
      Cycle cycle =
          new Cycle(read, ports, signature, Texts.languages().stream().map(Texts::of).toList());
      return new Campaign(CAMPAIGN, cycle, journal(), time, Texts.of("en"));
    } catch (ConfigurationException | CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /** One pass of the daemon. */
  CycleReport cycle() {
    return NobodyIsNamed.look(campaign().once());
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

  private Duration rest(CycleReport report) {
    return report.troubles().stream()
        .flatMap(trouble -> trouble.retryAt().stream())
        .map(at -> Duration.between(time.instant(), at))
        .reduce(Duration.ofMinutes(1), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Does something once, right before the daemon's next request of a sort to the sheet. */
  void before(Moment moment, Runnable action) {
    plans.put(moment, action);
  }

  /** Does something once, right before a write to come, the next being the first. */
  void beforeWrite(int nth, Runnable action) {
    countdown = nth;
    plans.put(Moment.WRITE, action);
  }

  /** Does something whenever a fault delays a request, before it goes on. */
  void onDelay(Runnable action) {
    onDelay = action;
  }

  private void delay(Duration pause) {
    time.advance(pause);
    onDelay.run();
  }

  private void happens(Moment moment) {
    if (moment == Moment.WRITE && --countdown > 0) {
      return;
    }
    Runnable action = plans.remove(moment);
    if (action != null) {
      action.run();
    }
  }

  void fault(Faults.Rule rule) {
    office.faults().add(rule);
  }

  /** What was asked of Google's services since the last time, by kind; sign-ins apart. */
  Map<String, Integer> requests() {
    Map<String, Integer> counts = new TreeMap<>(office.log().counts());
    counts.remove("token");
    office.log().reset();
    return counts;
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

  private String question(String title) {
    String id = questions.get(title);
    if (id == null) {
      throw new AssertionError("no question " + title);
    }
    return id;
  }

  // ---- the organiser

  /** The tab where the answers land. */
  Grid answers() {
    return grid("");
  }

  Grid ledger() {
    return grid(LEDGER);
  }

  private Grid grid(String tab) {
    List<List<String>> rows = new ArrayList<>();
    int from = 1;
    while (true) {
      JsonNode page =
          get(
              "sheets/%s/rows?from=%d&count=2000&tab=%s"
                  .formatted(
                      SampleOffice.SPREADSHEET,
                      from,
                      URLEncoder.encode(tab, StandardCharsets.UTF_8)));
      for (JsonNode row : page.path("rows")) {
        List<String> cells = new ArrayList<>();
        row.path("cells").forEach(cell -> cells.add(cell.asText()));
        rows.add(cells);
      }
      from += 2000;
      if (from > page.path("usedRows").asInt()) {
        return Grid.of(rows);
      }
    }
  }

  /** The one row of an address. */
  Grid.Line rowOf(String email) {
    return answers().only(EMAIL, email);
  }

  /** Types into the cell of a row of the answers. */
  void type(int row, String title, String text) {
    sheet("type", Json.object().put("range", answers().column(title) + row).put("value", text));
  }

  void clear(int row, String title) {
    sheet("clear", Json.object().put("range", answers().column(title) + row));
  }

  /** Notes what became of an introduction. */
  void outcome(String introduction, String word) {
    Grid ledger = ledger();
    sheet(
        "type",
        Json.object()
            .put(
                "range",
                "'%s'!%s%d"
                    .formatted(
                        LEDGER, ledger.column("Suite"), ledger.only("Réf", introduction).number()))
            .put("value", word));
  }

  /** The form is linked anew: all its answers come again, into a tab of their own. */
  void linkAnew() {
    linkAnew(() -> {});
  }

  /**
   * The same.
   *
   * @param meanwhile what people do while it is linked to nothing
   */
  void linkAnew(Runnable meanwhile) {
    String owner = "forms/" + SampleOffice.FORM;
    post(owner + "/unlink", Json.object());
    meanwhile.run();
    post(owner + "/link", Json.object().put("spreadsheet", SampleOffice.SPREADSHEET));
  }

  /** A tab as people see it. */
  Grid tab(String title) {
    return grid(title);
  }

  /** Sorts all answers by a column. */
  void sort(String title, boolean descending) {
    ObjectNode body = Json.object();
    body.putArray("by")
        .addObject()
        .put("column", answers().column(title))
        .put("descending", descending);
    sheet("sort", body);
  }

  /** Anything else that organisers do, as docs/office-api.md describes it. */
  void sheet(String operation, ObjectNode body) {
    post("sheets/" + SampleOffice.SPREADSHEET + "/" + operation, body);
  }

  // ---- the delegate

  /** Drafts, sent mail and the rest, decoded. */
  JsonNode mailbox() {
    return get("mailboxes/" + SampleOffice.DELEGATE);
  }

  /** The introductions that drafts name in brackets, each as often as there are drafts. */
  List<String> drafted() {
    List<String> references = new ArrayList<>();
    for (JsonNode draft : mailbox().path("drafts")) {
      references.add(reference(draft));
    }
    return references;
  }

  private static String reference(JsonNode mail) {
    String subject = mail.path("subject").asText();
    return subject.substring(subject.lastIndexOf('[') + 1, subject.lastIndexOf(']'));
  }

  /** The draft of an introduction. */
  JsonNode draft(String introduction) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode draft : mailbox().path("drafts")) {
      if (reference(draft).equals(introduction)) {
        found.add(draft);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " drafts of " + introduction);
    }
    return found.get(0);
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

  private org.entraide.sandbox.office.Mailbox delegate() {
    return sample.gmail().mailbox(SampleOffice.DELEGATE).orElseThrow();
  }

  void send(String introduction) {
    send(introduction, Json.object());
  }

  void send(String introduction, ObjectNode mode) {
    post(draftPath(introduction) + "/send", mode);
  }

  void discard(String introduction) {
    post(draftPath(introduction) + "/discard", Json.object());
  }

  void edit(String introduction, ObjectNode change) {
    call("PUT", draftPath(introduction), Json.compact(change));
  }

  private String draftPath(String introduction) {
    return "mailboxes/"
        + SampleOffice.DELEGATE
        + "/drafts/"
        + draft(introduction).path("draftId").asText();
  }

  // ---- what the sheet is underneath

  /** Every tab with all that its cells hold, as the API gives it. */
  JsonNode wholeSheet() {
    OfficeResponse answer =
        office.handle(
            request(
                "GET",
                "/v4/spreadsheets/" + SampleOffice.SPREADSHEET + "?includeGridData=true",
                "",
                office.accounts().accessToken(SampleOffice.ACCOUNT, Set.of(SHEETS_SCOPE))));
    return json(answer);
  }

  /** The cells of the daemon's columns, titles apart, and of its tab. */
  List<JsonNode> ownCells() {
    return List.copyOf(cells(true).values());
  }

  /**
   * All that is no business of the daemon's: the cells outside its columns and tabs with values,
   * formats, notes and rules, by where they are.
   */
  Map<String, JsonNode> outside() {
    return cells(false);
  }

  private Map<String, JsonNode> cells(boolean own) {
    Map<String, JsonNode> cells = new LinkedHashMap<>();
    for (JsonNode tab : wholeSheet().path("sheets")) {
      String title = tab.path("properties").path("title").asText();
      JsonNode rows = tab.path("data").path(0).path("rowData");
      List<String> titles = new ArrayList<>();
      rows.path(0).path("values").forEach(cell -> titles.add(cell.path("formattedValue").asText()));
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.path(i).path("values");
        for (int j = 0; j < row.size(); j++) {
          boolean ours =
              OWN_TABS.contains(title) || (j < titles.size() && OWN.contains(titles.get(j)));
          if (ours == own && holdsSomething(row.path(j))) {
            cells.put(title + "!" + i + ":" + j, row.path(j));
          }
        }
      }
    }
    return cells;
  }

  /** The format that every blank cell has is sent for whole rows, or for none of their cells. */
  private static boolean holdsSomething(JsonNode cell) {
    return cell.size() > (cell.has("effectiveFormat") ? 1 : 0);
  }

  // ---- how it is carried

  JsonNode get(String path) {
    return call("GET", path, "");
  }

  JsonNode post(String path, ObjectNode body) {
    return call("POST", path, Json.compact(body));
  }

  private JsonNode call(String method, String path, String body) {
    return json(office.handle(request(method, "/office/" + path, body, "")));
  }

  private static JsonNode json(OfficeResponse answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("The office answered " + answer.status());
    }
    return answer.body().length == 0 ? Json.object() : Json.parse(answer.text());
  }

  private OfficeRequest request(String method, String target, String body, String token) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Host", List.of(URI.create(root()).getAuthority()));
    headers.put("Content-Type", List.of("application/json"));
    if (!token.isEmpty()) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    return OfficeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
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
    public void checkWritable() throws RemoteFailure {
      table.checkWritable();
    }
  }
}
