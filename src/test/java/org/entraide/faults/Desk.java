package org.entraide.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.entraide.campaign.cycle.CampaignRunner;
import org.entraide.campaign.cycle.Cycle;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Door;
import org.entraide.testkit.FewPlaces;
import org.entraide.testkit.Human;
import org.entraide.testkit.MovableClock;
import org.entraide.testkit.PointedRef;
import org.entraide.testkit.Premises;
import org.entraide.testkit.Roads;
import org.entraide.testkit.Root;
import org.entraide.testkit.Snapshot;
import org.entraide.testkit.Snapshot.Tab;
import org.entraide.text.Texts;

/** One campaign with its office, its people and its daemon, whose requests go wrong. */
final class Desk implements AutoCloseable {

  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));
  private static final Duration BETWEEN_PASSES = Duration.ofSeconds(30);

  /** More than the grace of a draft that disappeared. */
  private static final Duration GRACE = Duration.ofMinutes(11);

  /** Passes after which there is nothing left to do, or to wait for first. */
  private static final int SOON = 8;

  private static final List<Duration> WAITS = List.of(Duration.ZERO, GRACE);

  private final MovableClock time = new MovableClock();
  private final Premises premises = Premises.open(time);
  private final Root root;
  private final Door door;
  private final FaultyWire wire;
  private final LogBook log;
  private final List<Human> humans = new ArrayList<>();
  private final CampaignRunner campaign;
  private Map<Integer, String> seen = Map.of();
  private long seenVersion = -1;
  private Duration skew = Duration.ZERO;
  private Duration slept = Duration.ZERO;

  /**
   * One pass of the daemon.
   *
   * @param asked requests
   * @param struck how many of them went wrong
   * @param slept how long the daemon paused in it
   * @param lasted how long it took, waiting for answers included
   * @param log warnings and worse
   * @param rows everybody's status, by the number of their answer
   */
  record Pass(
      CycleReport report,
      FaultyWire.Asked asked,
      int struck,
      Duration slept,
      Duration lasted,
      List<LogBook.Line> log,
      Map<Integer, String> rows) {

    boolean isQuiet() {
      return report.completed() && report.quiet() && !report.again() && report.troubles().isEmpty();
    }
  }

  private Desk(Function<Office, Root> road, LogBook log) {
    this.log = log;
    root = road.apply(premises.office());
    door =
        new Door(
            premises.office(),
            root.uri().getAuthority(),
            why -> {
              throw new AssertionError(why);
            });
    wire = new FaultyWire(root.wire(), premises.answers(), time, time::advance, premises::version);
    campaign = daemon();
  }

  /** How campaigns are configured here. */
  static Roads roads() {
    return new Roads("form = \"" + Premises.FORM + "\"");
  }

  /** All is as a story tells, and the next pass has its work to do. */
  static Desk ready(Story story, Function<Office, Root> road, LogBook log) {
    Desk desk = new Desk(road, log);
    desk.answers(0, "Courses");
    if (story == Story.BUSY_PASS) {
      desk.answers(2, "Conversation");
      desk.answers(4, "Médicaments");
      desk.pass();
      desk.throwsAway(4);
      desk.pass();
      desk.time.advance(GRACE);
      desk.sends(2);
      desk.leaves(0);
      desk.answers(6, "Soutien moral");
    }
    log.take();
    desk.wire.takeAsked();
    return desk;
  }

  // ---- the daemon

  private CampaignRunner daemon() {
    CampaignSettings settings = root.settings();
    InstantSource clock = () -> time.instant().plus(skew);
    try {
      GoogleServices google =
          GoogleServices.over(
              wire,
              new GoogleAccess(settings.credentials(), Optional.of(root.uri())),
              clock,
              pause -> {
                slept = slept.plus(pause);
                time.advance(pause);
              },
              new Random(3));
      MemoryJournal journal = new MemoryJournal();
      Map<String, Mailbox> mailboxes = new HashMap<>();
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              settings.form().map(id -> new FormReader(google.form(id), clock)),
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new FewPlaces(),
              Optional.empty(),
              journal,
              clock,
              new SplittableRandom(3));
      Cycle cycle =
          new Cycle(settings, ports, InstallationIdentity.once("faults", false), LANGUAGES);
      return new CampaignRunner(settings.name(), cycle, journal, clock);
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /** One pass, and the pause after it as the daemon makes it. */
  Pass pass() {
    slept = Duration.ZERO;
    int before = wire.struck();
    Instant began = time.instant();
    CycleReport report = campaign.runOnce();
    Pass pass =
        new Pass(
            report,
            wire.takeAsked(),
            wire.struck() - before,
            slept,
            Duration.between(began, time.instant()),
            log.take(),
            rows());
    Instant next = time.instant().plus(BETWEEN_PASSES);
    for (Trouble trouble : report.troubles()) {
      Instant allowed = trouble.retryAt().orElse(Instant.MIN);
      if (allowed.isAfter(next.plus(skew))) {
        next = allowed.minus(skew);
      }
    }
    time.advance(Duration.between(time.instant(), next));
    return pass;
  }

  /**
   * Something goes wrong from now on.
   *
   * @param ahead by how much the daemon's clock is ahead of Google's meanwhile
   */
  void goesWrong(RequestKind kind, Blow blow, Duration ahead, int times) {
    skew = ahead;
    wire.strikes(kind, blow, times);
  }

  /** A day passes: what Google called wrong is asked for a last time. */
  void waitsADay() {
    time.advance(Duration.ofHours(25));
  }

  /** Nothing goes wrong any more. */
  void heals() {
    skew = Duration.ZERO;
    wire.heals();
  }

  /**
   * Passes until one finds nothing to do, and finds as little when people have waited for a while:
   * what is looked for in a mailbox is looked for again after ten minutes, a form after an hour.
   *
   * @return them
   */
  List<Pass> settles() {
    List<Pass> passes = new ArrayList<>();
    boolean quiet = false;
    for (Duration wait : WAITS) {
      time.advance(wait);
      quiet = calms(passes);
    }
    if (!quiet) {
      throw new AssertionError("not settled: " + passes.get(passes.size() - 1).report().troubles());
    }
    return passes;
  }

  /** Passes until one finds nothing to do, if that is soon; whether it is. */
  private boolean calms(List<Pass> passes) {
    for (int i = 0; i < SOON; i++) {
      Pass pass = pass();
      passes.add(pass);
      if (pass.isQuiet()) {
        return true;
      }
    }
    return false;
  }

  // ---- people

  private void answers(int number, String need) {
    humans.add(new Human(number, need, "", 0, "Nord", true, true));
    humans.add(new Human(number + 1, "", need, 1, "Nord", true, true));
    for (Human human : humans.subList(humans.size() - 2, humans.size())) {
      time.advance(Duration.ofMinutes(1));
      premises.answer(human.address(), human.answers());
    }
  }

  private org.entraide.sandbox.office.gmail.OfficeMailbox mailbox() {
    return premises.gmail().mailbox(Premises.DELEGATE).orElseThrow();
  }

  private org.entraide.sandbox.office.gmail.OfficeMailbox.Draft draftTo(int number) {
    String address = humans.get(number).address();
    return mailbox().drafts().stream()
        .filter(d -> Mails.recipients(d.message().raw()).contains(address))
        .findFirst()
        .orElseThrow();
  }

  private void throwsAway(int number) {
    premises.office().exclusively(() -> mailbox().discard(draftTo(number).id(), false));
  }

  private void sends(int number) {
    premises.office().exclusively(() -> mailbox().send(draftTo(number).id()));
  }

  private void leaves(int number) {
    Tab tab = look().tab(premises.answers()).orElseThrow();
    int row = tab.rowsOf(humans.get(number).token()).get(0);
    ObjectNode body =
        OfficeJson.object()
            .put(
                "range",
                "'%s'!%s%d"
                    .formatted(
                        tab.title(), letters(tab.marks().getOrDefault("instruction", 0)), row + 1))
            .put("value", "Retirer");
    door.ask(
        "POST", "/office/sheets/" + Premises.SPREADSHEET + "/type", OfficeJson.compact(body), "");
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  // ---- what is there

  private Snapshot look() {
    return premises.look(Premises.WORDS);
  }

  private Map<Integer, String> rows() {
    if (premises.version() == seenVersion) {
      return seen;
    }
    Tab tab = look().tab(premises.answers()).orElseThrow();
    Map<Integer, String> rows = new TreeMap<>();
    humans.forEach(h -> rows.put(h.number(), tab.text(tab.rowsOf(h.token()).get(0), "status")));
    seenVersion = premises.version();
    seen = rows;
    return rows;
  }

  /** All that is there, in words that are the same whatever references were drawn. */
  List<String> end() {
    Snapshot now = look();
    Tab answers = now.tab(premises.answers()).orElseThrow();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> end = new ArrayList<>();
    for (Human human : humans) {
      int row = answers.rowsOf(human.token()).get(0);
      numbers.put(answers.text(row, "ref"), human.number());
      end.add(human.number() + " is " + answers.text(row, "status"));
    }
    now.ledger()
        .ifPresent(
            ledger -> {
              for (int i = 1; i < ledger.rowCount(); i++) {
                if (!ledger.text(i, "ledger_ref").isEmpty()) {
                  end.add(
                      numbers.get(PointedRef.of(ledger.text(i, "ledger_person")))
                          + " with "
                          + numbers.get(PointedRef.of(ledger.text(i, "ledger_helper")))
                          + ": "
                          + ledger.text(i, "ledger_state"));
                }
              }
            });
    mailbox().drafts().stream()
        .map(d -> "a draft to " + Mails.recipients(d.message().raw()))
        .sorted()
        .forEach(end::add);
    return end;
  }

  /** The tokens that the daemon sent along. */
  Set<String> tokens() {
    return wire.tokens();
  }

  /** What must never be. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    for (String mark : List.of("ref", "status", "explanation")) {
      if (premises.answersWithout(mark) > 0) {
        wrong.add("rows without their " + mark);
      }
    }
    wire.letters()
        .forEach(
            (introduction, made) -> {
              if (made > 1) {
                wrong.add(introduction + " has " + made + " drafts");
              }
            });
    if (premises.gmail().sendAttempted()) {
      wrong.add("something was to be sent");
    }
    return wrong;
  }

  @Override
  public void close() {
    root.close();
  }
}
