package org.entraide.campaign.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Table;
import org.entraide.plan.dashboard.DashboardChanges;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.layout.LoneDashboard;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/** Writes on the dashboard why the organisers' answers cannot be worked on. */
final class UnusableSheet {

  private final SheetClaim claim;
  private final Table table;
  private final List<Texts> languages;

  UnusableSheet(SheetClaim claim, Table table, List<Texts> languages) {
    this.claim = claim;
    this.table = table;
    this.languages = languages;
  }

  /**
   * Plans to write why; nothing where another installation is at work, or where somebody is just
   * changing the dashboard: the next pass tries again.
   *
   * @param suspended whether organisers stopped everything, as far as is known
   * @param texts the words of the sheet
   */
  Plan plan(
      SheetLayout.Unusable why, LoneDashboard place, boolean suspended, Texts texts, Instant now)
      throws RemoteFailure {
    noteSeen(place, now);
    List<Change> cells =
        isAnothers(place, now) ? List.of() : cells(why, place, suspended, texts, now);
    return cells.isEmpty() ? Plan.NOTHING : Plan.of(new SheetEffect.WriteReason(cells));
  }

  private List<Change> cells(
      SheetLayout.Unusable why, LoneDashboard place, boolean suspended, Texts texts, Instant now)
      throws RemoteFailure {
    Optional<Heartbeat.SignOfLife> last = last(place, now);
    Heartbeat.SignOfLife signOfLife =
        claim.isLasting()
            ? Heartbeat.next(last, claim.installation(), now)
            : last.orElse(Heartbeat.NONE);
    DashboardFacts facts = DashboardFacts.nothing(signOfLife, suspended, List.of(why.reason()));
    List<Change> wanted = signs(place, place.dashboardRows(), facts, texts);
    if (wanted.isEmpty() || OwnTabsUpdate.isHeartbeatAlone(wanted)) {
      return wanted;
    }
    Map<Integer, List<Row>> rowsNow = table.reread(place.columns());
    List<Row> rows = rowsNow.getOrDefault(place.dashboardSheet(), List.of());
    return signs(place, rows, facts, texts).equals(wanted) ? wanted : List.of();
  }

  /** Notes whose sign of life the dashboard shows. */
  void noteSeen(LoneDashboard place, Instant now) {
    claim.noteSeen(last(place, now), now);
  }

  /** Whether another installation is at work. */
  boolean isAnothers(LoneDashboard place, Instant now) {
    return claim.isAnothers(last(place, now), now);
  }

  private Optional<Heartbeat.SignOfLife> last(LoneDashboard place, Instant now) {
    return Heartbeat.read(place, place.dashboardRows(), place.workbook().zone(), now, languages);
  }

  private static List<Change> signs(
      LoneDashboard place, List<Row> rows, DashboardFacts facts, Texts texts) {
    return DashboardChanges.signs(place, rows, facts, texts, place.workbook().zone());
  }
}
