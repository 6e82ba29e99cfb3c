package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.forms.AskedQuestion;
import org.entraide.sandbox.office.forms.FormResponse;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Door;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Root;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;
import org.entraide.text.Texts;

/** One campaign: its office, the daemon at work, its people, and the truth about them. */
final class World implements AutoCloseable {

  private static final String SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  /** Cycles after which a world must have settled. */
  private static final int HANDFUL = 6;

  /**
   * What a cycle may ask of Sheets, whatever people do. It reads everything (R), adds what is
   * missing of columns and tabs (P; before it comes a look where the column of delegates is
   * missing, as in a sheet of an earlier version), appends to the ledger (W), looks again who is
   * where (L) and writes. What the cycle before hit is put back first of all, after a look at whose
   * rows those are, and then everything is read anew. Before each kind of effect it looks whether
   * organisers stopped it (S), and a cycle that only looks has found that they did; if it finds the
   * tabs of that switch changed, it reads everything anew, once.
   */
  private static final Pattern PROMISED =
      Pattern.compile(
          "(R(SWR)?S?(W|L?P))?" // a single run claims the sheet, and looks anew
              + "(RL(RW|RSP)?)?" // that was disturbed
              // L[PW]: what is carried over; where nothing is, the mark alone that says so
              + "R([SL]WR)?(S?L?P)?(S?L[PW])?(S?W)?S{0,2}([LS][PW]?)?");

  final MovableClock time = new MovableClock();
  final Premises premises;
  final Untouched untouched;
  final Truth truth;
  final Correspondence letters;

  private final Root root;
  private final WatchedWire wire;
  private final Door door;
  private final CampaignRunner campaign;
  private final Map<String, String> responses = new HashMap<>();
  private final Map<String, String> questions = new HashMap<>();
  private final List<String> bugs = new ArrayList<>();
  private final List<String> excesses = new ArrayList<>();
  private Snapshot seen = new Snapshot(OfficeJson.object());
  private long seenVersion = -1;
  private boolean disturbed;
  private List<String> last = List.of();
  private Map<String, Integer> quiet = Map.of();

  /** A way to an office. */
  interface Road {
    Root open(Office office);
  }

  private World(Road road) {
    premises = Premises.open(time);
    untouched = new Untouched(premises::answers);
    truth = new Truth(untouched::wrote);
    root = road.open(premises.office());
    door =
        new Door(
            premises.office(),
            root.uri().getAuthority(),
            why -> {
              throw new Impossible(why);
            });
    wire = new WatchedWire(root.wire(), premises::answers, this::look, untouched, truth);
    letters = new Correspondence(this);
    premises.form().columns().forEach(c -> questions.put(c.header(), c.questionId()));
    campaign = daemon(new MemoryJournal());
  }

  /** Twelve people answered, organisers asked for this and that, and the daemon has settled. */
  static World settled(Road road) {
    World world = new World(road);
    Human.FIRST.forEach(world::answers);
    Hands hands = new Hands(world, new SplittableRandom(1));
    if (!world.cycle(Moment.BEFORE_THE_SECOND_LOOK, hands::shortenLedger)) {
      throw new AssertionError("the first cycle looked but once");
    }
    hands.begin();
    world.cycle();
    world.letters.send(0);
    world.settle();
    return world;
  }

  private CampaignRunner daemon(Journal journal) {
    CampaignSettings settings = root.settings();
    try {
      GoogleServices google =
          GoogleServices.over(
              wire,
              new GoogleAccess(settings.credentials(), Optional.of(root.uri())),
              time,
              time,
              new Random(11));
      Map<String, Mailbox> mailboxes = new HashMap<>();
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              settings.form().map(id -> new FormReader(google.form(id), time)),
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new FewPlaces(),
              Optional.empty(),
              journal,
              time,
              new SplittableRandom(3));
      Cycle cycle =
          new Cycle(settings, ports, InstallationIdentity.once("organisers", false), LANGUAGES);
      return new CampaignRunner(settings.name(), cycle, journal, time);
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  // ---- the daemon

  /** One cycle. */
  public CycleReport cycle() {
    letters.beforeCycle();
    wire.asked();
    CycleReport report = NobodyIsNamed.look(campaign.runOnce());
    String asked = wire.asked();
    if (!PROMISED.matcher(asked).matches()) {
      excesses.add(asked);
    }
    last = report.troubles().stream().map(Trouble::text).toList();
    for (Trouble trouble : report.troubles()) {
      // a place that people took away right before it was asked for is refused: no harm
      boolean refused = disturbed && trouble.text().contains("INVALID_ARGUMENT");
      if (trouble.kind() == Trouble.Kind.BUG && !refused) {
        bugs.add(trouble.text());
      }
    }
    letters.afterCycle(wire.hasWritten());
    time.advance(Duration.ofSeconds(30));
    return report;
  }

  /**
   * One cycle in which people do something at a moment; before it, where that is between cycles.
   *
   * @return whether the moment came
   */
  public boolean cycle(Moment moment, Runnable action) {
    if (moment == Moment.BETWEEN_CYCLES) {
      action.run();
      cycle();
      return true;
    }
    List<RuntimeException> failed = new ArrayList<>();
    wire.plan(
        moment,
        () -> {
          try {
            action.run();
          } catch (RuntimeException e) {
            failed.add(e); // it is people who fail here, not the daemon
          }
        });
    disturbed = true;
    cycle();
    disturbed = false;
    if (!failed.isEmpty()) {
      throw failed.get(0);
    }
    return !wire.cancel();
  }

  /** A run of a single cycle, and nothing after it, in which people do something. */
  List<CycleReport> single(Moment moment, Runnable action) {
    letters.beforeCycle();
    wire.plan(moment, action);
    List<CycleReport> reports = campaign.runUntilRepaired();
    letters.afterCycle(wire.hasWritten());
    return reports;
  }

  /** Cycles until one finds nothing to do; whether one did. */
  boolean settles() {
    for (int i = 0; i < HANDFUL; i++) {
      wire.counts();
      CycleReport report = cycle();
      if (report.completed() && report.quiet() && report.troubles().isEmpty()) {
        quiet = wire.counts();
        return true;
      }
    }
    return false;
  }

  void settle() {
    if (!settles()) {
      throw new AssertionError("not settled after " + HANDFUL + " cycles: " + cycle());
    }
  }

  /** What the last cycle that found nothing to do asked for, by kind. */
  Map<String, Integer> requestsWhenQuiet() {
    return quiet;
  }

  /** Whether the daemon stands still, as it must: many rows or drafts are gone, or rows mixed. */
  boolean isGuarded() {
    return last.stream()
        .anyMatch(
            text ->
                text.contains("disappeared from the answers tab")
                    || text.contains("somebody else’s address")
                    || text.startsWith("Many drafts disappeared"));
  }

  /** Faults of the daemon's that it told of itself. */
  List<String> bugs() {
    return bugs;
  }

  /** What cycles asked of Sheets, where that was too much, or in another order. */
  List<String> excesses() {
    return excesses;
  }

  /** Whether the daemon reads the form, too. */
  boolean hasForm() {
    return root.settings().form().isPresent();
  }

  // ---- respondents

  void answers(Human human) {
    if (truth.humans().containsKey(human.token()) && isUnrecognisable(human)) {
      throw new Impossible("nobody could know that they are the same");
    }
    truth.met(human);
    time.advance(Duration.ofMinutes(1));
    premises
        .office()
        .exclusively(
            () -> {
              FormResponse response = premises.form().submit(human.address(), values(human));
              responses.put(human.token(), response.id());
            });
  }

  /** Whether organisers typed over all by which somebody's rows tell who it is. */
  private boolean isUnrecognisable(Human human) {
    Tab answers = answers();
    List<Integer> rows = answers.rowsOf(human.token());
    return !rows.isEmpty()
        && rows.stream().map(answers::writtenByPeople).noneMatch(human::isReachedBy);
  }

  /** Changes an answer; the token stays. */
  void edits(Human human) {
    String id = responses.get(human.token());
    if (id == null) {
      throw new Impossible("never answered");
    }
    truth.met(human);
    time.advance(Duration.ofMinutes(1));
    premises.office().exclusively(() -> premises.form().edit(id, values(human)));
  }

  /** Deletes an answer from the form; its row stays. */
  void deletesAnswer(Human human) {
    String id = responses.remove(human.token());
    if (id == null) {
      throw new Impossible("never answered");
    }
    premises.office().exclusively(() -> premises.form().deleteResponse(id));
  }

  /** The form asks one thing more. */
  void asks(AskedQuestion question) {
    List<AskedQuestion> all = new ArrayList<>();
    premises.form().columns().forEach(c -> all.add(new AskedQuestion(c.questionId(), c.header())));
    all.add(question);
    premises.office().exclusively(() -> premises.rows().questions(all));
  }

  private Map<String, List<String>> values(Human human) {
    Map<String, List<String>> values = new HashMap<>();
    human
        .answers()
        .forEach(
            (title, text) -> {
              String id = questions.get(title);
              if (id != null && !text.isEmpty()) {
                values.put(id, List.of(text));
              }
            });
    return values;
  }

  // ---- what is there

  Snapshot look() {
    long version = premises.version();
    if (version != seenVersion) {
      seen = premises.look();
      seenVersion = version;
    }
    return seen;
  }

  /** All that the dashboard says. */
  String dashboard() {
    return look().tabs().stream()
        .filter(tab -> tab.marks().keySet().stream().anyMatch(m -> m.startsWith("dashboard_")))
        .flatMap(tab -> IntStream.range(0, tab.rowCount()).mapToObj(tab::whole))
        .collect(Collectors.joining("\n"));
  }

  /** The response tab as it is. */
  Tab answers() {
    truth.carrying(look().former(premises.answers()).isPresent());
    return look()
        .tab(premises.answers())
        .orElseThrow(() -> new Impossible("the response tab is gone"));
  }

  /** What an organiser does through the office's own door; what it answers. */
  JsonNode people(String method, String path, ObjectNode body) {
    return door.ask(method, "/office/" + path, OfficeJson.compact(body), "");
  }

  /** What an organiser's other program does through the API. */
  void api(ObjectNode... requests) {
    ObjectNode body = OfficeJson.object();
    for (ObjectNode request : requests) {
      body.withArray("requests").add(request);
    }
    door.ask(
        "POST",
        "/v4/spreadsheets/" + Premises.SPREADSHEET + ":batchUpdate",
        OfficeJson.compact(body),
        organiser());
  }

  private String organiser() {
    return premises.office().accounts().accessToken(Premises.ORGANISER, Set.of(SHEETS_SCOPE));
  }

  @Override
  public void close() {
    root.close();
  }

  /** People cannot do that in the world as it is now. */
  static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String why) {
      super(why);
    }
  }
}
