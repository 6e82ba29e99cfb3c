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
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.dashboard.Heartbeat;
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
 * holds them. A pass that does nothing asks nothing. A single run first puts its name on the sheet:
 * {@link SingleRunSign}.
 */
public final class EffectGate {

  /** How long a look is valid for more effects of the same kind: a hundred drafts take minutes. */
  static final Duration HOLDS = Duration.ofSeconds(5);

  private final CampaignSettings settings;
  private final Ports ports;
  private final SheetClaim claim;
  private final SingleRunSign runSign;
  private final List<Texts> languages;
  private final Texts words;
  private final Observation observation;
  private Optional<Passage> lastPassage = Optional.empty();
  private Instant lastLook;

  /**
   * @param settings as configured
   * @param words of the sheet, in which columns that were added are titled
   * @param runSign the sign of a single run, in this pass
   */
  EffectGate(
      CampaignSettings settings,
      Ports ports,
      SheetClaim claim,
      SingleRunSign runSign,
      List<Texts> languages,
      Texts words,
      Observation observation) {
    this.settings = settings;
    this.ports = ports;
    this.claim = claim;
    this.runSign = runSign;
    this.languages = List.copyOf(languages);
    this.words = words;
    this.observation = observation;
    this.lastLook = observation.now();
  }

  /** What passes the gate next: effects of one kind need one look. */
  enum Passage {
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
    /** What was read is older than the last write: read anew. */
    OLDER_READ,
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

  /** The sign of a single run, in this pass. */
  SingleRunSign runSign() {
    return runSign;
  }

  /**
   * Looks, unless that was done a moment ago for effects of this kind.
   *
   * @throws Halt if the effect must not be
   */
  void before(Passage passage) throws RemoteFailure, Halt {
    runSign.showNameOrHalt(this);
    Instant now = ports.clock().instant();
    boolean holds =
        lastPassage.filter(passage::equals).isPresent() && now.isBefore(lastLook.plus(HOLDS));
    if (!holds) {
      Map<Integer, Set<Integer>> columns = columns();
      if (passage == Passage.COLUMNS) {
        columns.keySet().retainAll(tabsThatAreThere());
      }
      judgeFor(passage, ports.table().reread(columns));
    }
  }

  /**
   * Looks before cells are put back, which are only identified by their position when the sheet was
   * read.
   *
   * @throws Halt also if a row moved since, or shows something else
   */
  void beforeRepairs(List<Change> repairs) throws RemoteFailure, Halt {
    runSign.showNameOrHalt(this);
    Map<Integer, Set<Integer>> columns = columns();
    Map<Integer, Set<Integer>> rows = RepairedCells.rows(repairs);
    RepairedCells.columns(repairs, observation.layoutAsRead())
        .forEach((tab, own) -> columns.computeIfAbsent(tab, t -> new TreeSet<>()).addAll(own));
    Map<Integer, List<Row>> now = ports.table().reread(columns, rows);
    judgeFor(Passage.REPAIRS, now);
    if (!RepairedCells.isUnchanged(asRead(rows.keySet()), now, columns, rows)) {
      throw new Halt(Why.MOVED, "");
    }
  }

  /**
   * The two tabs as they are before a single run's name is written into them; a new sheet may lack
   * one or both.
   *
   * @param mustLook whether to look although the last look still holds
   */
  Map<Integer, List<Row>> tabsForName(Instant now, boolean mustLook) throws RemoteFailure, Halt {
    Map<Integer, Set<Integer>> columns = columns();
    columns.keySet().retainAll(tabsThatAreThere());
    boolean holds = now.isBefore(lastLook.plus(HOLDS)) && !mustLook;
    if (holds || columns.isEmpty()) {
      return asRead(columns.keySet());
    }
    Map<Integer, List<Row>> tabs = ports.table().reread(columns);
    judge(tabs);
    return tabs;
  }

  private Map<Integer, List<Row>> asRead(Set<Integer> tabs) {
    return observation.workbook().tabs().stream()
        .filter(tab -> tabs.contains(tab.sheetId()))
        .collect(Collectors.toMap(Tab::sheetId, Tab::rows));
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
  void judgeFor(Passage passage, Map<Integer, List<Row>> tabs) throws Halt {
    judge(tabs);
    lastPassage = Optional.of(passage);
    lastLook = ports.clock().instant();
  }

  /**
   * Judges the two tabs as they are, before an effect of a campaign that is at work.
   *
   * @param tabs the settings and the dashboard among them
   */
  void judge(Map<Integer, List<Row>> tabs) throws Halt {
    Optional<Heartbeat.SignOfLife> signOfLife = signOfLife(tabs);
    Instant now = ports.clock().instant();
    requireNobodyElse(signOfLife, now);
    // without its sign, a process cannot know that nobody else is at work
    if ((runSign.wasThere() || claim.isLasting()) && !claim.isOurs(signOfLife, now)) {
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
    requireNobodyElse(signOfLife(tabs), ports.clock().instant());
  }

  private void requireNobodyElse(Optional<Heartbeat.SignOfLife> signOfLife, Instant now)
      throws Halt {
    claim.noteSeen(signOfLife, now);
    if (claim.isAnothers(signOfLife, now)) {
      throw new Halt(Why.TAKEN_OVER, signOfLife.map(Heartbeat.SignOfLife::installation).orElse(""));
    }
  }

  private Optional<Heartbeat.SignOfLife> signOfLife(Map<Integer, List<Row>> tabs) {
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
