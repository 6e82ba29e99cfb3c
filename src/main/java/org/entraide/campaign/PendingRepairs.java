package org.entraide.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.plan.Damage;
import org.entraide.plan.Kept;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/** What a pass hit that was not meant, and the plan to put it back first thing in the next one. */
final class PendingRepairs {

  private final List<Damage.Hit> hits = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  /** The same of rows that were not there, which may come back at any time. */
  private final List<Damage.Hit> hitsOfAbsent = new ArrayList<>();

  private final List<Kept> keptOfAbsent = new ArrayList<>();

  /** What a pass has written, and what that hit, since it was last asked. */
  void take(Applier applier) {
    hits.addAll(applier.takeHits());
    kept.addAll(applier.takeKept());
  }

  /** Whether something is known to have been hit. */
  boolean isDue() {
    return !hits.isEmpty();
  }

  /** Whether there is anything for the next pass to look at first. */
  boolean isPending() {
    return !hits.isEmpty() || !kept.isEmpty();
  }

  /** First of all, before anybody's words are taken for somebody else's. */
  Plan plan(Scene scene) {
    List<Change> repairs =
        new ArrayList<>(
            Damage.repairs(both(hits, hitsOfAbsent), scene.found(), scene.rows().rows()));
    repairs.addAll(
        Kept.restored(
            both(kept, keptOfAbsent), scene.found(), scene.rows().rows(), scene.memory().cells()));
    return plan(repairs);
  }

  private static Plan plan(List<Change> repairs) {
    return repairs.isEmpty() ? Plan.NOTHING : Plan.of(new SheetEffect.RestoreCells(repairs));
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    List<T> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  /**
   * The plan was applied. What is left are repairs of rows that are not there; of all others
   * everything is put back. A sheet that is not believed changes nothing of that: all of it waits.
   */
  void applied(Scene scene) {
    if (scene.absences().tooManyMissing()) {
      return;
    }
    Set<String> there = new HashSet<>();
    scene.rows().rows().forEach(row -> there.add(row.key()));
    hitsOfAbsent.addAll(hits);
    hitsOfAbsent.removeIf(hit -> !hit.isOfAbsentRow(there));
    keptOfAbsent.addAll(kept);
    keptOfAbsent.removeIf(one -> there.contains(one.rowKey()));
    hits.clear();
    kept.clear();
  }

  /** What can be put back in a sheet that cannot be worked on as it is; the rest waits. */
  Plan plan(Workbook workbook) {
    return plan(Damage.repairs(hits, workbook));
  }

  /** That plan was applied. */
  void applied(Workbook workbook) {
    hits.retainAll(Damage.left(hits, workbook));
  }
}
