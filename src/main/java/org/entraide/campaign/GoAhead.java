package org.entraide.campaign;

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
import org.entraide.config.CampaignSettings;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.SettingsTab;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * Whether a pass may go on with its next effect: nobody suspended the campaign since it was read,
 * and no other installation took the sheet over. Asked before each kind of effect, and time and
 * again where there are many of one kind.
 *
 * <p>Each look is a request of its own unless another request carries the two tabs along: the one
 * that appends to the ledger brings them back in its answer, and the look before rows are written
 * holds them. A pass that does nothing asks nothing.
 */
final class GoAhead {

  /** So long a look holds for more effects of the same kind: a hundred drafts take minutes. */
  static final Duration HOLDS = Duration.ofSeconds(5);

  private final CampaignSettings settings;
  private final Cycle.Ports ports;
  private final Signature signature;
  private final List<Texts> languages;
  private final Texts words;
  private final Scene scene;
  private Optional<Kind> last = Optional.empty();
  private Instant looked;

  /**
   * @param settings as configured
   * @param words of the sheet, in which columns that were added are titled
   */
  GoAhead(
      CampaignSettings settings,
      Cycle.Ports ports,
      Signature signature,
      List<Texts> languages,
      Texts words,
      Scene scene) {
    this.settings = settings;
    this.ports = ports;
    this.signature = signature;
    this.languages = List.copyOf(languages);
    this.words = words;
    this.scene = scene;
    this.looked = scene.now();
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
  enum Why {
    SUSPENDED,
    TAKEN_OVER,
    /** Nobody can tell where the switch is by now: read anew. */
    MOVED
  }

  /** A pass must not go on. What it did is journalled, and the next one goes on from there. */
  static final class Halt extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Why why;
    private final String installation;

    Halt(Why why, String installation) {
      super(why.name());
      this.why = why;
      this.installation = installation;
    }

    Why why() {
      return why;
    }

    /** Who took the sheet over; empty where nobody did. */
    String installation() {
      return installation;
    }
  }

  /** What the pass saw when it began. */
  Scene scene() {
    return scene;
  }

  /**
   * Looks, unless that was done a moment ago for effects of this kind.
   *
   * @throws Halt if the effect must not be
   */
  void before(Kind kind) throws RemoteFailure, Halt {
    Instant now = ports.clock().instant();
    boolean holds = last.filter(kind::equals).isPresent() && now.isBefore(looked.plus(HOLDS));
    if (!holds) {
      Map<Integer, Set<Integer>> columns = columns();
      if (kind == Kind.COLUMNS) {
        columns.keySet().retainAll(tabsThatAreThere());
      }
      toldFor(kind, ports.table().reread(columns));
    }
  }

  private Set<Integer> tabsThatAreThere() {
    return scene.workbook().tabs().stream().map(Tab::sheetId).collect(Collectors.toSet());
  }

  /** The two tabs that tell, to be asked for along with something else. */
  Map<Integer, Set<Integer>> columns() {
    Map<Integer, Set<Integer>> own = scene.layout().ownColumns();
    Map<Integer, Set<Integer>> columns = new HashMap<>();
    for (int tab : List.of(scene.layout().settingsSheet(), scene.layout().dashboardSheet())) {
      columns.put(tab, new TreeSet<>(own.getOrDefault(tab, Set.of())));
    }
    return columns;
  }

  /** The same as {@link #before} where another request has brought the two tabs along. */
  void toldFor(Kind kind, Map<Integer, List<Row>> tabs) throws Halt {
    told(tabs);
    last = Optional.of(kind);
    looked = ports.clock().instant();
  }

  /**
   * Judges the two tabs as they stand, before what a campaign does that is at work.
   *
   * @param tabs the settings and the dashboard among them
   */
  void told(Map<Integer, List<Row>> tabs) throws Halt {
    Optional<Heartbeat.Beat> beat = beat(tabs);
    mayWork(beat);
    // whoever shows no sign of its own any more cannot know that nobody else is at work
    if (signature.signs() && claim(beat) != Heartbeat.Claim.OURS) {
      throw new Halt(Why.MOVED, "");
    }
    if (!scene.layout().settingsStand(tabs, words)) {
      throw new Halt(Why.MOVED, "");
    }
    if (isSuspended(tabs.getOrDefault(scene.layout().settingsSheet(), List.of()))) {
      throw new Halt(Why.SUSPENDED, "");
    }
  }

  /** Judges the dashboard alone, before what a suspended campaign does, too. */
  void toldOfOthers(Map<Integer, List<Row>> tabs) throws Halt {
    mayWork(beat(tabs));
  }

  private void mayWork(Optional<Heartbeat.Beat> beat) throws Halt {
    if (claim(beat) == Heartbeat.Claim.FOREIGN_FRESH && !signature.takesOver()) {
      throw new Halt(Why.TAKEN_OVER, beat.map(Heartbeat.Beat::installation).orElse(""));
    }
  }

  private Heartbeat.Claim claim(Optional<Heartbeat.Beat> beat) {
    return Heartbeat.claim(beat, signature.installation(), ports.clock().instant());
  }

  private Optional<Heartbeat.Beat> beat(Map<Integer, List<Row>> tabs) {
    return Heartbeat.read(
        scene.layout(),
        tabs.getOrDefault(scene.layout().dashboardSheet(), List.of()),
        scene.workbook().zone(),
        ports.clock().instant(),
        languages);
  }

  private boolean isSuspended(List<Row> rows) {
    return SettingsTab.read(
            scene.layout(),
            rows,
            SettingsInUse.configured(settings),
            languages,
            Notes.settings(scene.memory().notes()))
        .settings()
        .suspended();
  }
}
