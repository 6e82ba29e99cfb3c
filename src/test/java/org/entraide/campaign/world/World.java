package org.entraide.campaign.world;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.decide.RememberingMatcher;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.config.CampaignSettings;
import org.entraide.config.DelegateSettings;
import org.entraide.config.Letterhead;
import org.entraide.config.MatchingSettings;
import org.entraide.match.model.Policy;
import org.entraide.table.Cell;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/** A whole campaign in memory: its sheet, its mailboxes, its people and the time. */
public final class World extends ShownWorld {
  public static final String DELEGATE = "delegue@example.org";
  public static final String OTHER_DELEGATE = "dublin@example.org";
  static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  public static final String TIME = "Horodateur";
  public static final String EMAIL = "Adresse e-mail";
  public static final String PHONE = "Téléphone";
  public static final String PLACE = "Adresse";
  public static final String NEEDS = "De quoi avez-vous besoin ?";
  public static final String OFFERS = "Comment pouvez-vous aider ?";
  public static final String CAPACITY = "Combien de personnes pouvez-vous aider ?";
  public static final String CONSENT = "J'accepte que mes réponses soient utilisées";
  public static final List<String> HEADER =
      List.of(TIME, EMAIL, NAME, PHONE, PLACE, NEEDS, OFFERS, CAPACITY, CONSENT);

  private static final Instant NOW = Instant.parse("2020-03-26T12:00:00Z");
  private static final LocalDateTime FIRST_ANSWER = LocalDateTime.of(2020, 3, 24, 9, 0);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  public final Outage outage;
  public final MovableClock clock;
  public final FakePostcodeFiles postcodes = new FakePostcodeFiles();
  public final FakeGeocoder geocoder =
      new FakeGeocoder()
          .with("Nord", 0, 1)
          .with("Sud", -4, 1)
          .with("Loin", -40, 1)
          .with("Londres", 0, 20)
          .with("Dublin", -463, 1, "IE");
  private Journal journal = new MemoryJournal();
  private CampaignSettings settings;
  private String delegate = DELEGATE;
  private List<DelegateSettings> delegates =
      List.of(
          new DelegateSettings(
              OTHER_DELEGATE, Letterhead.Signature.NONE, List.of("IE"), Optional.empty()));
  private long seed = 1;
  private InstallationIdentity identity = InstallationIdentity.once("first", false);
  private int answers;
  private RememberingMatcher.Solver solver = RememberingMatcher.matcher();
  private @Nullable CampaignRunner campaign;

  public World() {
    this("londres");
  }

  public World(String name) {
    this(name, new MovableClock(NOW));
  }

  public World(String name, MovableClock clock) {
    this(name, clock, new Outage());
  }

  private World(String name, MovableClock clock, Outage outage) {
    super(name, new MemoryTable("sheet-of-" + name, LONDON, outage));
    this.clock = clock;
    this.outage = outage;
    table.tab(ANSWERS, "Réponses au formulaire 1", true, HEADER);
    settings = settings(MatchingSettings.DEFAULTS, 100);
  }

  private CampaignSettings settings(MatchingSettings matching, int drafts) {
    return new CampaignSettings(
        name,
        Path.of("credentials.json"),
        "sheet-of-" + name,
        Optional.empty(),
        Optional.empty(),
        Locale.FRENCH,
        "GB",
        Letterhead.NONE,
        delegate,
        Duration.ofSeconds(30),
        drafts,
        Duration.ofDays(90),
        Optional.of("Association X"),
        Optional.empty(),
        false,
        Optional.empty(),
        true,
        false,
        Map.of(),
        Map.of(),
        matching,
        delegates);
  }

  /** From now on the campaign's delegate is this one, and these are the others. */
  public World delegates(String main, DelegateSettings... others) {
    delegate = main;
    delegates = List.of(others);
    settings = settings(settings.matching(), settings.maxWaitingDrafts());
    return startAgain(journal);
  }

  /** People in every situation, and as many introductions as a first cycle can have. */
  public static World busy() {
    return new World()
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses")
        .answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses, Médicaments")
        .answer("Bo Bell", PLACE, "Nord", OFFERS, "Courses")
        .answer("Cy Cole", PLACE, "Nord", OFFERS, "Médicaments")
        .answer("Dan Dell", PLACE, "Loin", NEEDS, "Conversation")
        .answer("Eve Ender", PLACE, "Nord", OFFERS, "Conversation")
        .answer("Fay Fell", PLACE, "Nord", NEEDS, "Courses", CONSENT, "")
        .answer("Gil Gant", PLACE, "Nulle part", NEEDS, "Courses")
        .answer("Ida Iles", PLACE, "Nord", NEEDS, "Autre")
        .answer("Jo Jarr", PLACE, "Nord", NEEDS, "Courses", EMAIL, "", PHONE, "07700 900123")
        .answer("Kim Kern", PLACE, "Dublin", NEEDS, "Conversation");
  }

  /** Somebody answers the form; pairs of a title and an answer. */
  public World answer(String who, String... answered) {
    NobodyIsNamed.plant(who);
    table.row(ANSWERS, cells(who, answered));
    return this;
  }

  /** The cells of an answer; the next one's time is a minute later. */
  public List<Cell> cells(String who, String... answered) {
    Map<String, String> texts = new HashMap<>();
    texts.put(NAME, who);
    texts.put(EMAIL, who.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
    texts.put(CONSENT, "Oui");
    for (int i = 0; i < answered.length; i += 2) {
      texts.put(answered[i], answered[i + 1]);
    }
    LocalDateTime time = FIRST_ANSWER.plusMinutes(answers);
    answers++;
    List<Cell> cells = new ArrayList<>();
    cells.add(serial(time));
    HEADER.stream().skip(1).forEach(t -> cells.add(Cell.text(texts.getOrDefault(t, ""))));
    return cells;
  }

  private static Cell serial(LocalDateTime time) {
    LocalDateTime zero = LocalDateTime.of(1899, 12, 30, 0, 0);
    return Cell.number(Duration.between(zero, time).toMillis() / 86_400_000.0, time.toString());
  }

  /** The form is linked anew: all answers come again, into a tab of their own. */
  public World linkAnew(int sheetId) {
    return linkAnew(ANSWERS, sheetId);
  }

  /**
   * The same once more.
   *
   * @param former a tab with the answers of the form
   */
  public World linkAnew(int former, int sheetId) {
    List<List<Cell>> all = new ArrayList<>();
    for (int row = 1; row < table.rowCount(former); row++) {
      all.add(table.answers(former, row, HEADER.size()));
    }
    table.tab(sheetId, "Réponses au formulaire " + sheetId, false, HEADER);
    all.forEach(cells -> table.row(sheetId, cells));
    return this;
  }

  // ---- the daemon

  public MemoryMailbox mailbox(String address) {
    return mailboxes.computeIfAbsent(address, a -> new MemoryMailbox(a, outage));
  }

  public MemoryMailbox mailbox() {
    return mailbox(DELEGATE);
  }

  public Journal journal() {
    return journal;
  }

  /** The process starts again, with this journal. */
  public World startAgain(Journal with) {
    journal = with;
    seed++;
    campaign = null;
    return this;
  }

  public World matching(MatchingSettings matching) {
    settings = settings(matching, settings.maxWaitingDrafts());
    return startAgain(journal);
  }

  /** The daemon signs its work from now on. */
  public World signed(InstallationIdentity by) {
    identity = by;
    return startAgain(journal);
  }

  /** A daemon is at work from now on: its name is on the sheet. */
  public World atWork() {
    signed(InstallationIdentity.daemon("first", false)).once();
    return this;
  }

  /** Another solver decides from now on. */
  public World solvedBy(RememberingMatcher.Solver other) {
    solver = other;
    return startAgain(journal);
  }

  public World policy(Policy policy) {
    MatchingSettings now = settings.matching();
    return matching(
        new MatchingSettings(
            now.maxKm(),
            now.maxUncertaintyKm(),
            now.bandsKm(),
            now.capacity(),
            now.holdBack(),
            policy,
            now.checkedOnly(),
            now.uncheckedCapacity()));
  }

  /** The campaign is moved to another delegate. */
  public World movedTo(String delegate) {
    return changed(delegate, settings.followUp(), settings.namesInSheet());
  }

  /** A letter of which nothing is heard for so long is followed up. */
  public World followUp(Duration silence) {
    return changed(settings.delegate(), Optional.of(silence), settings.namesInSheet());
  }

  /** Whether the daemon's cells name people from now on. */
  public World namesInSheet(boolean named) {
    return changed(settings.delegate(), settings.followUp(), named);
  }

  private World changed(String delegate, Optional<Duration> followUp, boolean names) {
    CampaignSettings s = settings;
    settings =
        new CampaignSettings(
            s.name(),
            s.credentials(),
            s.spreadsheet(),
            s.form(),
            s.tab(),
            s.language(),
            s.country(),
            s.letterhead(),
            delegate,
            s.poll(),
            s.maxWaitingDrafts(),
            s.retention(),
            s.controller(),
            s.privacyUrl(),
            s.consentAssumed(),
            followUp,
            names,
            s.questionDrafts(),
            s.questions(),
            s.categories(),
            s.matching(),
            s.delegates());
    return startAgain(journal);
  }

  public World mostWaitingDrafts(int most) {
    settings = settings(settings.matching(), most);
    return startAgain(journal);
  }

  private CampaignRunner start() {
    return new CampaignRunner(name, cycle(), journal, clock);
  }

  /** Another installation's daemon, with a state directory of its own. */
  public CampaignRunner daemon(InstallationIdentity by, Journal own, long chance) {
    return new CampaignRunner(name, cycle(by, own, chance), own, clock);
  }

  public Cycle cycle() {
    return cycle(identity, journal, seed);
  }

  private Cycle cycle(InstallationIdentity by, Journal own, long chance) {
    return new Cycle(settings, ports(own, chance), by, LANGUAGES, solver);
  }

  private Ports ports(Journal own, long chance) {
    return new Ports(
        table,
        Optional.empty(),
        this::mailbox,
        geocoder,
        Optional.of(postcodes),
        own,
        clock,
        new SplittableRandom(chance));
  }

  /** What the running process and {@link ObservedWorld} reach the world by. */
  public Ports ports() {
    return ports(journal, seed);
  }

  public CampaignSettings settings() {
    return settings;
  }

  public CampaignRunner campaign() {
    CampaignRunner running = campaign;
    if (running == null) {
      running = start();
      campaign = running;
    }
    return running;
  }

  public CycleReport once() {
    return NobodyIsNamed.look(campaign().runOnce());
  }

  /** So many cycles, eleven minutes apart: longer than anything is waited for. */
  public CycleReport settle(int cycles) {
    CycleReport last = once();
    for (int i = 1; i < cycles; i++) {
      clock.advance(Duration.ofMinutes(11));
      last = once();
    }
    return last;
  }

  public void instruct(String who, String title, String text) {
    table.type(ANSWERS, rowOf(who), title, text);
  }
}
