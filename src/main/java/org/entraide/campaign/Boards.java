package org.entraide.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.KeptSettings;
import org.entraide.plan.Layout;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/** The daemon's own tabs, pass after pass, and whose work they say the sheet is. */
final class Boards {

  private final CampaignSettings settings;
  private final Signature signature;
  private final List<Texts> languages;
  private Optional<Board> last = Optional.empty();

  /**
   * @param signature whose work the sheet is
   * @param languages every language that is spoken
   */
  Boards(CampaignSettings settings, Signature signature, List<Texts> languages) {
    this.settings = settings;
    this.signature = signature;
    this.languages = languages;
  }

  /**
   * The board of a pass.
   *
   * @param whole whether it tells of people, too
   * @param kept what organisers set
   * @param texts the words of the sheet
   */
  Board of(Scene scene, DashboardFacts facts, boolean whole, KeptSettings kept, Texts texts) {
    return new Board(
        scene.layout(),
        SettingsInUse.configured(settings),
        facts,
        whole,
        kept,
        languages,
        texts,
        scene.workbook().zone());
  }

  /** The sign of life to show; a single cycle leaves that of a daemon as it is. */
  Heartbeat.Beat beat(Scene scene) {
    if (signature.signs()) {
      return Heartbeat.next(scene.beat(), signature.installation(), scene.now());
    }
    return scene.beat().orElse(Heartbeat.NONE);
  }

  /** What stands there from now on; what people wrote is not kept from one pass to the next. */
  void keep(Board board) {
    last = Optional.of(board.titlesAlone());
  }

  /** The same, unless something is known to stand there. */
  void keepFirst(Board board) {
    last = last.or(() -> Optional.of(board.titlesAlone()));
  }

  /** Tells on the dashboard that the daemon ends on purpose; nothing where it never began. */
  void signOff(Table table, Instant now) throws RemoteFailure {
    if (!signature.signs() || last.isEmpty()) {
      return;
    }
    Board board = last.get();
    if (!board.facts().beat().installation().equals(signature.installation())) {
      return;
    }
    Board off = board.signedOff(Heartbeat.signOff(signature.installation(), now));
    Map<Integer, List<Row>> tabs = table.reread(off.dashboardColumns());
    String shown = shown(board, tabs, now);
    if (!shown.isEmpty() && !shown.equals(signature.installation())) {
      return; // somebody has taken over, and goes on
    }
    List<Change> changes = off.dashboard(tabs);
    if (!changes.isEmpty()) {
      table.write(changes, Map.of());
    }
  }

  /** Whose sign of life stands there; empty for nobody's. */
  private String shown(Board board, Map<Integer, List<Row>> tabs, Instant now) {
    Layout layout = board.layout();
    List<Row> rows = tabs.getOrDefault(layout.dashboardSheet(), List.of());
    return Heartbeat.read(layout, rows, board.zone(), now, languages)
        .map(Heartbeat.Beat::installation)
        .orElse("");
  }
}
