package org.entraide.campaign.apply;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * Whether a pass may go on with its next effect: nobody suspended the campaign since it was read,
 * and no other installation took the sheet over. Asked before each kind of effect, and repeatedly
 * where there are many of one kind.
 *
 * <p>Each look is a separate request unless another request carries the two tabs along: the one
 * that appends to the ledger brings them back in its answer, and the look before rows are written
 * holds them. A pass that does nothing asks nothing. For {@link SheetClaim} it is the place where a
 * single run puts its name on the sheet.
 */
public final class EffectGate {

  /** How long a look is valid for more effects of the same kind: a hundred drafts take minutes. */
  static final Duration HOLDS = Duration.ofSeconds(5);

  private final CampaignSettings settings;
  private final Ports ports;
  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final List<Texts> languages;
  private final Texts words;
  private final SheetWriter writer;
  private final Observation observation;
  private final boolean ours;
  private Optional<Kind> last = Optional.empty();
  private Instant looked;

  /**
   * @param settings as configured
   * @param words of the sheet, in which columns that were added are titled
   * @param writer writes the sign of a single run
   */
  EffectGate(
      CampaignSettings settings,
      Ports ports,
      SheetClaim claim,
      OwnTabsUpdater ownTabs,
      List<Texts> languages,
      Texts words,
      SheetWriter writer,
      Observation observation) {
    this.settings = settings;
    this.ports = ports;
    this.claim = claim;
    this.ownTabs = ownTabs;
    this.languages = List.copyOf(languages);
    this.words = words;
    this.writer = writer;
    this.observation = observation;
    this.ours = claim.isOurs(observation.signOfLife(), observation.now());
    this.looked = observation.now();
    if (ours) {
      claim.noteShown();
    }
  }

  /** What is about to be done. */
  enum Kind {
    REPAIRS,
    COLUMNS,
    LEDGER,
    DRAFTS,
    DELETIONS,
    FOLLOW_UPS
  }

  /** Why a pass ends before its next effect. */
  public enum Why {
    SUSPENDED,
    TAKEN_OVER,
    /** The switch may be elsewhere by now: read anew. */
    MOVED,
    /** A single run has put its name on the sheet: what it does is decided from a new read. */
    CLAIMED,
    /** A single run cannot put its name on the sheet. */
    LOCKED;

    /** Whether the next pass may be made at once. */
    public boolean mayGoOn() {
      return this == CLAIMED || this == MOVED || this == SUSPENDED;
    }
  }

  /** A pass must not go on. What it did is journalled, and the next one goes on from there. */
  public static final class Halt extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Why why;
    private final String installation;

    Halt(Why why, String installation) {
      super(why.name());
      this.why = why;
      this.installation = installation;
    }

    public Why why() {
      return why;
    }

    /** Who took the sheet over; empty where nobody did. */
    public String installation() {
      return installation;
    }
  }

  /** What the pass saw when it began. */
  Observation observation() {
    return observation;
  }

  /**
   * Looks, unless that was done a moment ago for effects of this kind.
   *
   * @throws Halt if the effect must not be
   */
  void before(Kind kind) throws RemoteFailure, Halt {
    claim();
    Instant now = ports.clock().instant();
    boolean holds = last.filter(kind::equals).isPresent() && now.isBefore(looked.plus(HOLDS));
    if (!holds) {
      Map<Integer, Set<Integer>> columns = columns();
      if (kind == Kind.COLUMNS) {
        columns.keySet().retainAll(tabsThatAreThere());
      }
      judgeFor(kind, ports.table().reread(columns));
    }
  }

  /**
   * Looks before cells are put back, which are only identified by their position when the sheet was
   * read.
   *
   * @throws Halt also if a row moved since, or shows something else
   */
  void beforeRepairs(List<Change> repairs) throws RemoteFailure, Halt {
    claim();
    Map<Integer, Set<Integer>> columns = columns();
    Map<Integer, Set<Integer>> rows = RepairedCells.rows(repairs);
    RepairedCells.columns(repairs, observation.layoutAsRead())
        .forEach((tab, own) -> columns.computeIfAbsent(tab, t -> new TreeSet<>()).addAll(own));
    Map<Integer, List<Row>> now = ports.table().reread(columns, rows);
    judgeFor(Kind.REPAIRS, now);
    if (!RepairedCells.isUnchanged(asRead(rows.keySet()), now, columns, rows)) {
      throw new Halt(Why.MOVED, "");
    }
  }

  private OwnTabsUpdate claiming(Instant now) {
    return ownTabs.claiming(
        observation.layout(),
        observation.workbook().zone(),
        observation.settingsTab().keep(),
        now,
        words);
  }

  /**
   * Puts a single run's name on the sheet, with the columns and tabs that are missing, before the
   * first effect, unless it was there when the sheet was read. That ends the pass: the next one
   * reads sheet, form and mailboxes after the name was written, and so sees what another
   * installation did until then. A daemon's name is there already.
   */
  void claim() throws RemoteFailure, Halt {
    if (ours || claim.isLasting()) {
      return;
    }
    Map<Integer, Set<Integer>> columns = columns();
    columns.keySet().retainAll(tabsThatAreThere());
    Instant now = ports.clock().instant();
    Map<Integer, List<Row>> tabs = asRead(columns.keySet());
    // looking places up takes its time, and columns stay once they are added
    Optional<SheetEffect.Prepare> missing =
        SheetEffect.Prepare.of(observation.layoutAsRead(), observation.questionMarks(), words, false);
    boolean looks = !now.isBefore(looked.plus(HOLDS)) || missing.isPresent();
    if (looks && !columns.isEmpty()) {
      tabs = ports.table().reread(columns);
      judge(tabs);
    }
    List<Change> sign = claiming(now).life(tabs);
    if (sign.isEmpty()) {
      throw new Halt(Why.LOCKED, "");
    }
    try {
      if (missing.isPresent()) {
        writer.prepare(missing.get(), sign);
      } else {
        writer.claim(sign);
      }
    } catch (RemoteFailure e) {
      if (e.kind() == RemoteFailure.Kind.CONFLICT) { // another one added the same tabs just now
        throw new Halt(Why.MOVED, "");
      }
      throw e;
    }
    throw new Halt(Why.CLAIMED, "");
  }

  private Map<Integer, List<Row>> asRead(Set<Integer> tabs) {
    return observation.workbook().tabs().stream()
        .filter(tab -> tabs.contains(tab.sheetId()))
        .collect(Collectors.toMap(Tab::sheetId, Tab::rows));
  }

  /**
   * Whether a single run's name is on the sheet, which the last thing that it writes takes back.
   */
  boolean isToTakeBack() {
    return ours && !claim.isLasting();
  }

  /** The daemon's own tabs as a pass writes them that has no other effects left. */
  OwnTabsUpdate last(OwnTabsUpdate update) {
    return isToTakeBack() ? ownTabs.last(update, ports.clock().instant()) : update;
  }

  /** Notes that what {@link #last} gave is written. */
  void noteTakenBack() {
    if (isToTakeBack()) {
      claim.noteTakenBack();
    }
  }

  private Set<Integer> tabsThatAreThere() {
    return observation.workbook().tabs().stream().map(Tab::sheetId).collect(Collectors.toSet());
  }

  /** The two tabs that are judged, to be asked for along with something else. */
  Map<Integer, Set<Integer>> columns() {
    Map<Integer, Set<Integer>> own = observation.layout().ownColumns();
    Map<Integer, Set<Integer>> columns = new HashMap<>();
    for (int tab :
        List.of(observation.layout().settingsSheet(), observation.layout().dashboardSheet())) {
      columns.put(tab, new TreeSet<>(own.getOrDefault(tab, Set.of())));
    }
    return columns;
  }

  /** The same as {@link #before} where another request has brought the two tabs along. */
  void judgeFor(Kind kind, Map<Integer, List<Row>> tabs) throws Halt {
    judge(tabs);
    last = Optional.of(kind);
    looked = ports.clock().instant();
  }

  /**
   * Judges the two tabs as they are, before an effect of a campaign that is at work.
   *
   * @param tabs the settings and the dashboard among them
   */
  void judge(Map<Integer, List<Row>> tabs) throws Halt {
    Optional<Heartbeat.SignOfLife> beat = beat(tabs);
    requireNobodyElse(beat);
    // without its sign, a process cannot know that nobody else is at work
    if ((ours || claim.isLasting()) && !claim.isOurs(beat, ports.clock().instant())) {
      throw new Halt(Why.MOVED, "");
    }
    if (!observation.layout().settingsColumnsAreUnchanged(tabs, words)) {
      throw new Halt(Why.MOVED, "");
    }
    if (isSuspended(tabs.getOrDefault(observation.layout().settingsSheet(), List.of()))) {
      throw new Halt(Why.SUSPENDED, "");
    }
  }

  /** Judges the dashboard alone, before what a suspended campaign does, too. */
  void judgeOthers(Map<Integer, List<Row>> tabs) throws Halt {
    requireNobodyElse(beat(tabs));
  }

  private void requireNobodyElse(Optional<Heartbeat.SignOfLife> beat) throws Halt {
    if (claim.isAnothers(beat, ports.clock().instant())) {
      throw new Halt(Why.TAKEN_OVER, beat.map(Heartbeat.SignOfLife::installation).orElse(""));
    }
  }

  private Optional<Heartbeat.SignOfLife> beat(Map<Integer, List<Row>> tabs) {
    return Heartbeat.read(
        observation.layout(),
        tabs.getOrDefault(observation.layout().dashboardSheet(), List.of()),
        observation.workbook().zone(),
        ports.clock().instant(),
        languages);
  }

  private boolean isSuspended(List<Row> rows) {
    return SettingsTab.readRows(
            observation.layout(),
            rows,
            SettingsInUse.configured(settings),
            languages,
            SettingsNotes.settings(observation.memory().notes()))
        .settings()
        .suspended();
  }
}
