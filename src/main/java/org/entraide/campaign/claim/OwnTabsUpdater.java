package org.entraide.campaign.claim;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/** The daemon's own tabs, pass after pass, and whose work they say the sheet is. */
public final class OwnTabsUpdater {

  private final CampaignSettings settings;
  private final SheetClaim claim;
  private final List<Texts> languages;
  private Optional<OwnTabsUpdate> last = Optional.empty();

  /**
   * @param claim whose work the sheet is
   * @param languages every language that is spoken
   */
  public OwnTabsUpdater(CampaignSettings settings, SheetClaim claim, List<Texts> languages) {
    this.settings = settings;
    this.claim = claim;
    this.languages = languages;
  }

  /**
   * What a pass writes into the daemon's own tabs.
   *
   * @param zone of the spreadsheet
   * @param whole whether it counts people, too
   * @param kept what organisers set
   * @param texts the words of the sheet
   */
  public OwnTabsUpdate of(
      SheetLayout layout,
      ZoneId zone,
      DashboardFacts facts,
      boolean whole,
      KeptSettings kept,
      Texts texts) {
    return new OwnTabsUpdate(
        layout, SettingsInUse.configured(settings), facts, whole, kept, languages, texts, zone);
  }

  /**
   * The sign of life to show. A single run leaves what it finds: its own sign is written
   * separately, and taken back by {@link #signingOff}.
   *
   * @param shown the sign that the dashboard shows
   * @param now when the pass observed
   */
  public Heartbeat.SignOfLife signOfLife(Optional<Heartbeat.SignOfLife> shown, Instant now) {
    if (claim.isLasting()) {
      return Heartbeat.next(shown, claim.installation(), now);
    }
    return shown.orElse(Heartbeat.NONE);
  }

  /**
   * The update that shows the sign of a single run which is at work from now on; notes that the
   * sign may be there.
   */
  public OwnTabsUpdate startRun(
      SheetLayout layout, ZoneId zone, KeptSettings kept, Instant now, Texts texts) {
    Heartbeat.SignOfLife signOfLife = Heartbeat.next(Optional.empty(), claim.installation(), now);
    OwnTabsUpdate ownTabs =
        of(layout, zone, DashboardFacts.nothing(signOfLife, false, List.of()), false, kept, texts);
    keep(ownTabs);
    claim.noteShown();
    return ownTabs;
  }

  /**
   * The same update as the last thing that a single run writes: its sign says that it has ended.
   */
  public OwnTabsUpdate signingOff(OwnTabsUpdate ownTabs, Instant now) {
    return ownTabs.with(Heartbeat.signOff(claim.installation(), now));
  }

  /** What the tabs show from now on; nothing of people is kept from one pass to the next. */
  public void keep(OwnTabsUpdate ownTabs) {
    last = Optional.of(ownTabs.withoutPeople());
  }

  /** The same, unless something is known to be there. */
  public void keepFirst(OwnTabsUpdate ownTabs) {
    last = last.or(() -> Optional.of(ownTabs.withoutPeople()));
  }

  /** Writes on the dashboard that the process ends on purpose; nothing where it never began. */
  public void signOff(Table table, Instant now) throws RemoteFailure {
    if (!claim.mayBeShown() || last.isEmpty()) {
      return;
    }
    OwnTabsUpdate ownTabs = last.get();
    if (!ownTabs.facts().signOfLife().installation().equals(claim.installation())) {
      return;
    }
    OwnTabsUpdate off = signingOff(ownTabs, now);
    Map<Integer, List<Row>> tabs = table.reread(off.dashboardColumns());
    String shown = shown(ownTabs, tabs, now);
    if (!shown.isEmpty() && !shown.equals(claim.installation())) {
      return; // somebody has taken over, and goes on
    }
    List<Change> changes = off.life(tabs);
    if (!changes.isEmpty()) {
      table.write(changes, Map.of());
    }
    claim.noteTakenBack();
  }

  /** Whose sign of life is there; empty for nobody's. */
  private String shown(OwnTabsUpdate ownTabs, Map<Integer, List<Row>> tabs, Instant now) {
    SheetLayout layout = ownTabs.layout();
    List<Row> rows = tabs.getOrDefault(layout.dashboardSheet(), List.of());
    return Heartbeat.read(layout, rows, ownTabs.zone(), now, languages)
        .map(Heartbeat.SignOfLife::installation)
        .orElse("");
  }
}
