package org.entraide.delegates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entraide.NobodyIsNamed;
import org.entraide.campaign.Campaign;
import org.entraide.campaign.Cycle;
import org.entraide.campaign.CycleReport;
import org.entraide.campaign.Journal;
import org.entraide.campaign.MemoryJournal;
import org.entraide.campaign.Ports;
import org.entraide.campaign.Signature;
import org.entraide.campaign.Trouble;
import org.entraide.config.CampaignSettings;
import org.entraide.google.CredentialProblem;
import org.entraide.google.GoogleAccess;
import org.entraide.google.GoogleServices;
import org.entraide.organisers.Door;
import org.entraide.organisers.FewPlaces;
import org.entraide.organisers.Human;
import org.entraide.organisers.Premises;
import org.entraide.organisers.Root;
import org.entraide.organisers.Snapshot;
import org.entraide.organisers.Snapshot.Tab;
import org.entraide.organisers.Time;
import org.entraide.plan.Correspondence;
import org.entraide.plan.Introduction;
import org.entraide.sandbox.office.Json;
import org.entraide.sandbox.office.MailMessage;
import org.entraide.sandbox.office.Mailbox;
import org.entraide.sandbox.office.Office;
import org.entraide.text.Texts;

/** A campaign, its delegate's mailbox, and a daemon that may die. */
final class Post implements AutoCloseable {

  /** More than the grace of a draft that disappeared. */
  static final Duration GRACE = Duration.ofMinutes(11);

  private static final Duration BETWEEN_CYCLES = Duration.ofSeconds(30);
  private static final List<Texts> LANGUAGES = List.of(Texts.of("fr"), Texts.of("en"));

  /** Below which number a mailbox's history begins, by chance. */
  private static final int HISTORIES_BEGIN = 1_000_000;

  /** Cycles after which a world must have settled. */
  private static final int SOON = 12;

  private final Time time = new Time();
  private final Premises premises = Premises.open(time);
  private final Root root;
  private final Door door;
  private final StruckWire wire;
  private final List<Human> humans;
  private final Map<Integer, String> responses = new HashMap<>();
  private final List<String> bugs = new ArrayList<>();
  private Journal journal = new MemoryJournal();
  private Campaign campaign;
  private int daemons;
  private int begun = -1;
  private List<String> lastCycle = List.of();
  private List<String> troubles = List.of();

  Post(Function<Office, Root> road, List<Human> humans, Strike strike) {
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

  private Campaign daemon() {
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
      Map<String, org.entraide.campaign.Mailbox> mailboxes = new HashMap<>();
      Journal mortal = MortalJournal.of(journal, wire::isDead);
      Ports ports =
          new Ports(
              google.table(settings.spreadsheet()),
              Optional.empty(),
              address -> mailboxes.computeIfAbsent(address, google::mailbox),
              new FewPlaces(),
              Optional.empty(),
              mortal,
              time,
              new SplittableRandom(daemons));
      Cycle cycle = new Cycle(settings, ports, Signature.once("delegates", false), LANGUAGES);
      return new Campaign(settings.name(), cycle, mortal, time, LANGUAGES.get(1));
    } catch (CredentialProblem e) {
      throw new AssertionError(e);
    }
  }

  /** The daemon ends and another one begins. */
  private void restart() {
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
      CycleReport report = NobodyIsNamed.look(campaign.once());
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

  Time time() {
    return time;
  }

  /** Whether a second draft is made where nobody answers. */
  boolean mayFollowUp() {
    return root.settings().followUp().isPresent();
  }

  // ---- the delegate

  Mailbox mailbox() {
    return premises.gmail().mailbox(Premises.DELEGATE).orElseThrow();
  }

  List<Mailbox.Draft> drafts() {
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
      for (Mailbox.Draft draft : drafts()) {
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

  /** Mail comes that is nobody's business. */
  void receives(String from, String subject) {
    byte[] raw =
        "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\n\r\nBonjour.\r\n"
            .formatted(from, Premises.DELEGATE, subject)
            .getBytes(StandardCharsets.UTF_8);
    premises.office().exclusively(() -> mailbox().receive(raw, null));
  }

  /** Another mailbox answers under the delegate's address, whose history is shorter. */
  void exchangesMailbox() {
    exchangesMailbox(0);
  }

  /** Another mailbox answers under the delegate's address, whose history is longer. */
  void exchangesMailboxForAnOlder() {
    exchangesMailbox(HISTORIES_BEGIN - 1);
    forgetsHistory();
  }

  private void exchangesMailbox(int historyBegins) {
    Random random = new Random(7);
    RandomGenerator chance =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return random.nextLong();
          }

          @Override
          public int nextInt(int bound) {
            return bound == HISTORIES_BEGIN ? historyBegins : random.nextInt(bound);
          }
        };
    premises
        .office()
        .exclusively(() -> premises.gmail().add(new Mailbox(Premises.DELEGATE, time, chance)));
  }

  /** The mailbox's history does not reach back to what was seen of it. */
  void forgetsHistory() {
    premises.office().exclusively(() -> mailbox().forgetHistory());
  }

  /** Whether the delegate lets the daemon into the mailbox. */
  void delegates(boolean allowed) {
    if (allowed) {
      premises.delegate();
    } else {
      premises.office().accounts().expire(Premises.DELEGATE);
      premises.office().accounts().withdrawDelegation(Premises.ACCOUNT, Premises.DELEGATE);
    }
  }

  String address(String name) {
    return human(name).address();
  }

  private Human human(String name) {
    return humans.stream()
        .filter(h -> People.letter(h.number()).equals(name))
        .findFirst()
        .orElseThrow();
  }

  // ---- respondents

  private void answers(Human human) {
    time.advance(Duration.ofMinutes(1));
    responses.put(human.number(), premises.answer(human.address(), human.answers()).id());
  }

  /** Somebody else answers, whom nobody asks for again. */
  void answers(String email, Map<String, String> answers) {
    time.advance(Duration.ofSeconds(1));
    premises.answer(email, answers);
  }

  /** Somebody changes what they answered about their consent; empty for a box without its tick. */
  void consents(String name, String answer) {
    Human h = human(name);
    Map<String, String> answers = new LinkedHashMap<>(h.answers());
    answers.put(Human.CONSENT, answer);
    String id = String.valueOf(responses.get(h.number()));
    premises.office().exclusively(() -> premises.form().edit(id, premises.values(answers)));
  }

  // ---- organisers

  /** Somebody types over the state of an introduction. */
  void typesState(String name, String word) {
    Tab ledger = look().ledger().orElseThrow();
    type(ledger, entry(ledger, name), "ledger_state", word);
  }

  /** What the ledger says of somebody's last introduction in one of its columns. */
  String ledger(String name, String column) {
    Tab ledger = look().ledger().orElseThrow();
    return ledger.text(entry(ledger, name), column);
  }

  /** The row of somebody's last introduction. */
  private int entry(Tab ledger, String name) {
    String ref = ref(name);
    for (int i = ledger.rowCount() - 1; i > 0; i--) {
      if (ledger.text(i, "ledger_person").equals(ref)) {
        return i;
      }
    }
    throw new AssertionError("no introduction of " + name);
  }

  /** A backup of the journal is restored that was made when drafts were begun, and not yet made. */
  void restoresJournalOfBeforeTheDrafts() {
    String name = root.settings().name();
    journal.record(
        name,
        journal.memory(name).introductions().values().stream()
            .map(
                i ->
                    i.withState(Introduction.State.PREPARING)
                        .with(Correspondence.NONE)
                        .notAttempted())
            .toList());
    restart();
  }

  /** A backup of the journal is restored that was made before there was a follow-up. */
  void restoresJournalOfBeforeTheFollowUps() {
    String name = root.settings().name();
    journal.record(
        name,
        journal.memory(name).introductions().values().stream()
            .map(
                i ->
                    i.with(
                        new Correspondence(
                            Set.of(), i.correspondence().person(), i.correspondence().helper())))
            .toList());
    restart();
  }

  /** The delegate writes and sends a letter of her own. */
  void writes(String to, String subject) {
    byte[] raw =
        "From: <%s>\r\nTo: %s\r\nSubject: %s\r\n\r\nBonjour.\r\n"
            .formatted(Premises.DELEGATE, to, subject)
            .getBytes(StandardCharsets.UTF_8);
    premises.office().exclusively(() -> mailbox().send(mailbox().write(raw).id()));
  }

  /** Somebody's « Consigne ». */
  void instructs(String name, String word) {
    Tab tab = answers();
    type(tab, tab.rowsOf(human(name).token()).get(0), "instruction", word);
  }

  /** The « Suite » of somebody's last introduction. */
  void outcome(String name, String word) {
    Tab ledger = look().ledger().orElseThrow();
    type(ledger, entry(ledger, name), "ledger_outcome", word);
  }

  /** The « Suite » of the introduction of two people. */
  void outcome(String person, String helper, String word) {
    Tab ledger = look().ledger().orElseThrow();
    for (int i = 1; i < ledger.rowCount(); i++) {
      if (ledger.text(i, "ledger_person").equals(ref(person))
          && ledger.text(i, "ledger_helper").equals(ref(helper))) {
        type(ledger, i, "ledger_outcome", word);
        return;
      }
    }
    throw new AssertionError(person + " and " + helper + " were never introduced");
  }

  /** Somebody's « Vérifié ». */
  void ticks(String name, boolean ticked) {
    Tab tab = answers();
    type(tab, tab.rowsOf(human(name).token()).get(0), "checked", ticked ? "oui" : "");
  }

  /** The delegate changes every draft that is there. */
  void rewritesDrafts() {
    for (Mailbox.Draft draft : drafts()) {
      premises
          .office()
          .exclusively(
              () ->
                  mailbox()
                      .edit(
                          draft.id(), Optional.empty(), Optional.empty(), Optional.of("Bonjour")));
    }
  }

  /** « Confirmer les suppressions ». */
  void confirms() {
    for (Tab tab : look().tabs()) {
      Integer value = tab.marks().get("settings_value");
      for (int i = 0; value != null && i < tab.rowCount(); i++) {
        if (tab.whole(i).contains("Confirmer les suppressions")) {
          type(tab, i, "settings_value", "oui");
          return;
        }
      }
    }
    throw new AssertionError("no setting to confirm deletions with");
  }

  /** How the daemon calls somebody's last introduction. */
  String introduction(String name) {
    Tab ledger = look().ledger().orElseThrow();
    String ref = ref(name);
    for (int i = ledger.rowCount() - 1; i > 0; i--) {
      if (ledger.text(i, "ledger_person").equals(ref)) {
        return ledger.text(i, "ledger_ref");
      }
    }
    throw new AssertionError("no introduction of " + name);
  }

  void deletesRow(String name) {
    Tab tab = answers();
    sheet(
        "deleteRows",
        Json.object()
            .put("tab", tab.title())
            .put("from", tab.rowsOf(human(name).token()).get(0) + 1));
  }

  void undoes() {
    sheet("undo", Json.object());
  }

  private void type(Tab tab, int row, String mark, String text) {
    Integer column = tab.marks().get(mark);
    if (column == null) {
      throw new AssertionError("no column " + mark);
    }
    String range =
        "'%s'!%s%d".formatted(tab.title().replace("'", "''"), columnName(column), row + 1);
    if (text.isEmpty()) {
      sheet("clear", Json.object().put("range", range));
    } else {
      sheet("type", Json.object().put("range", range).put("value", text));
    }
  }

  private static String columnName(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : columnName(column / 26 - 1) + last;
  }

  private void sheet(String operation, ObjectNode body) {
    people("POST", "sheets/" + Premises.SPREADSHEET + "/" + operation, body);
  }

  // ---- what is there

  Tab answers() {
    return look().tab(premises.answers()).orElseThrow();
  }

  /** How the daemon calls somebody. */
  String ref(String name) {
    return answers().text(row(name), "ref");
  }

  private int row(String name) {
    List<Integer> rows = answers().rowsOf(human(name).token());
    return rows.isEmpty() ? Integer.MAX_VALUE : rows.get(0);
  }

  Snapshot look() {
    return premises.look(Premises.WORDS);
  }

  /** What people do through the office's own door. */
  void people(String method, String path, JsonNode body) {
    door.ask(method, "/office/" + path, Json.compact(body), "");
  }

  List<Human> humans() {
    return humans;
  }

  @Override
  public void close() {
    root.close();
  }
}
