package org.entraide.delegates;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.gmail.MailMessage;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
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

/** A campaign with its mailbox, and a daemon that may die: how time passes there. */
abstract class RunningPost {

  /** More than the grace of a draft that disappeared. */
  static final Duration GRACE = Duration.ofMinutes(11);

  private static final Duration BETWEEN_CYCLES = Duration.ofSeconds(30);
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  /** Cycles after which a world must have settled. */
  private static final int SOON = 12;

  final MovableClock time = new MovableClock();
  final Premises premises = Premises.open(time);
  final Root root;
  private final Door door;
  final StruckWire wire;
  final List<Human> humans;
  final Map<Integer, String> responses = new HashMap<>();
  private final List<String> bugs = new ArrayList<>();
  Journal journal = new MemoryJournal();
  CampaignRunner campaign;
  private int daemons;
  private int begun = -1;
  private List<String> lastCycle = List.of();
  private List<String> troubles = List.of();

  RunningPost(Function<Office, Root> road, List<Human> humans, Strike strike) {
    this.humans = humans;
    root = road.apply(premises.office());
    door =
        new Door(
            premises.office(),
            root.uri().getAuthority(),
            why -> {
              throw new AssertionError(why);
            });
    wire = new StruckWire(root.wire(), time, strike, premises::version);
    humans.forEach(this::answers);
    campaign = daemon();
  }

  // ---- the daemon

  CampaignRunner daemon() {
    daemons++;
    CampaignSettings settings = root.settings();
    try {
      GoogleServices google =
          GoogleServices.over(
              wire,
              new GoogleAccess(settings.credentials(), Optional.of(root.uri())),
              time,
              time,
              new Random(daemons));
      Map<String, org.entraide.campaign.port.Mailbox> mailboxes = new HashMap<>();
      Journal mortal = MortalJournal.of(journal, wire::isDead);
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              settings.form().map(id -> new FormReader(google.form(id), time)),
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new FewPlaces(),
              Optional.empty(),
              mortal,
              time,
              new SplittableRandom(daemons));
      Cycle cycle =
          new Cycle(settings, ports, InstallationIdentity.once("delegates", false), LANGUAGES);
      return new CampaignRunner(settings.name(), cycle, mortal, time);
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /** The daemon ends and another one begins. */
  void restart() {
    wire.revive();
    campaign = daemon();
  }

  /** The daemon is started anew; its journal is there. */
  void startsAnew() {
    restart();
  }

  /** The journal is lost, and the daemon with it. */
  void forgets() {
    journal = new MemoryJournal();
    restart();
  }

  /** The daemon is started anew with another journal: an older one, or one in a file. */
  void goesOnWith(Journal other) {
    journal = other;
    restart();
  }

  /**
   * One cycle.
   *
   * @return whether it found nothing to do
   */
  boolean cycle() {
    wire.takeAsked();
    boolean quiet = false;
    try {
      CycleReport report = NobodyIsNamed.look(campaign.runOnce());
      List<String> now = report.troubles().stream().map(Trouble::text).toList();
      report.troubles().stream()
          .filter(t -> t.kind() == Trouble.Kind.BUG)
          .forEach(t -> bugs.add(t.text()));
      quiet =
          report.completed()
              && report.quiet()
              && !report.again()
              && (now.isEmpty() || now.equals(troubles));
      troubles = now;
    } catch (Strike.Death e) {
      restart();
    }
    lastCycle = wire.takeAsked();
    time.advance(BETWEEN_CYCLES);
    return quiet;
  }

  /** Cycles until one finds nothing to do. */
  void settles() {
    for (int i = 0; i < SOON; i++) {
      if (cycle()) {
        return;
      }
    }
    throw new AssertionError("not settled after " + SOON + " cycles: " + troubles);
  }

  /** Time passes without a cycle. */
  void waits(Duration pause) {
    time.advance(pause);
  }

  /** Eleven minutes pass, which is more than a draft that disappeared is waited for. */
  void graceEnds() {
    settles();
    waits(GRACE);
    settles();
  }

  /** How many requests there were before the first draft was in anybody's hands. */
  int begun() {
    return Math.max(0, begun);
  }

  URI uri() {
    return root.uri();
  }

  /** What the last cycle asked for. */
  List<String> lastCycle() {
    return lastCycle;
  }

  List<String> troubles() {
    return troubles;
  }

  List<String> bugs() {
    return bugs;
  }

  StruckWire wire() {
    return wire;
  }

  Premises premises() {
    return premises;
  }

  MovableClock time() {
    return time;
  }

  /** Whether a second draft is made where nobody answers. */
  boolean mayFollowUp() {
    return root.settings().followUp().isPresent();
  }

  // ---- the delegate

  OfficeMailbox mailbox() {
    return premises.gmail().mailbox(Premises.DELEGATE).orElseThrow();
  }

  List<OfficeMailbox.Draft> drafts() {
    return mailbox().drafts().stream()
        .filter(d -> d.message().labels().contains("DRAFT"))
        .filter(d -> !d.message().labels().contains("TRASH"))
        .toList();
  }

  /** The draft that is addressed to somebody, as soon as it is there. */
  Letter letter(String name) {
    Letter found = find(name);
    if (begun < 0) {
      begun = wire.requests();
    }
    return found;
  }

  private Letter find(String name) {
    String address = human(name).address();
    for (int i = 0; i < 3; i++) {
      settles();
      for (OfficeMailbox.Draft draft : drafts()) {
        if (head(draft.message()).contains(address)) {
          return new Letter(this, draft);
        }
      }
      waits(GRACE);
    }
    throw new AssertionError("no draft for " + name);
  }

  private static String head(MailMessage message) {
    String all = new String(message.raw(), StandardCharsets.UTF_8);
    return all.substring(0, all.indexOf("\r\n\r\n"));
  }

  Human human(String name) {
    return humans.stream()
        .filter(h -> People.letter(h.number()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  // ---- respondents

  void answers(Human human) {
    time.advance(Duration.ofMinutes(1));
    responses.put(human.number(), premises.answer(human.address(), human.answers()).id());
  }

  /** Somebody else answers, whom nobody asks for again. */
  void answers(String email, Map<String, String> answers) {
    time.advance(Duration.ofSeconds(1));
    premises.answer(email, answers);
  }

  // ---- what is there

  Tab answers() {
    return look().tab(premises.answers()).orElseThrow();
  }

  Snapshot look() {
    return premises.look(Premises.WORDS);
  }

  List<Human> humans() {
    return humans;
  }

  /** What people do through the office's own door. */
  void people(String method, String path, JsonNode body) {
    door.ask(method, "/office/" + path, OfficeJson.compact(body), "");
  }
}
