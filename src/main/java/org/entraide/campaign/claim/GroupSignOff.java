package org.entraide.campaign.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.campaign.port.Table;
import org.entraide.plan.dashboard.DashboardChanges;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.layout.LoneDashboard;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Writes on a dashboard that a group of daemons has ended. Its last daemon writes it on all of
 * them, also on those that it never worked on.
 */
public final class GroupSignOff {

  private final SheetClaim claim;
  private final Table table;
  private final List<Texts> languages;

  public GroupSignOff(SheetClaim claim, Table table, List<Texts> languages) {
    this.claim = claim;
    this.table = table;
    this.languages = languages;
  }

  /**
   * Writes where the group's sign of life is there and says that it is at work.
   *
   * @param words of a sheet, by its locale
   */
  public void run(Function<String, Texts> words, Instant now) throws RemoteFailure {
    Workbook workbook = table.read();
    Optional<LoneDashboard> found = LoneDashboard.find(workbook, languages);
    if (found.isEmpty()) {
      return;
    }
    LoneDashboard place = found.get();
    Optional<Heartbeat.SignOfLife> signOfLife =
        Heartbeat.read(place, place.dashboardRows(), workbook.zone(), now, languages);
    claim.noteSeen(signOfLife, now);
    if (!claim.isOurs(signOfLife, now)) {
      return;
    }
    List<Change> changes =
        DashboardChanges.life(
            place,
            place.dashboardRows(),
            DashboardFacts.nothing(Heartbeat.signOff(claim.installation(), now), false, List.of()),
            words.apply(workbook.locale()),
            workbook.zone());
    table.write(changes, Map.of());
  }
}
