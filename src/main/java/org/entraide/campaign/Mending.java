package org.entraide.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.plan.Damage;
import org.entraide.plan.Kept;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/** What a pass hit that was not meant, and puts back first thing in the next one. */
final class Mending {

  private final List<Damage.Hit> hits = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  /** The same of rows that were not there, which may come back at any time. */
  private final List<Damage.Hit> hitsOfAbsent = new ArrayList<>();

  private final List<Kept> keptOfAbsent = new ArrayList<>();

  /** What a pass has written, and what that hit. */
  void remember(SheetWriter writer) {
    hits.addAll(writer.hits());
    kept.addAll(writer.kept());
  }

  /** Whether something is known to have been hit. */
  boolean isDue() {
    return !hits.isEmpty();
  }

  /** Whether there is anything for the next pass to look at first. */
  boolean isPending() {
    return !hits.isEmpty() || !kept.isEmpty();
  }

  /**
   * First of all, before anybody's words are taken for somebody else's.
   *
   * @return whether anything was written
   */
  boolean mend(GoAhead goAhead, SheetWriter writer) throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    List<Damage.Hit> allHits = both(hits, hitsOfAbsent);
    List<Kept> allKept = both(kept, keptOfAbsent);
    List<Change> repairs =
        new ArrayList<>(Damage.repairs(allHits, scene.found(), scene.rows().rows()));
    repairs.addAll(
        Kept.restored(allKept, scene.found(), scene.rows().rows(), scene.memory().cells()));
    if (!repairs.isEmpty()) {
      goAhead.beforeRepairs(repairs);
      writer.putBack(repairs);
    }
    if (!scene.absences().tooManyMissing()) { // else the sheet is not believed: all of it waits
      forget(scene);
    }
    return !repairs.isEmpty();
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    List<T> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  /** Whatever is not of a row that is not there was put back, or has nothing to be put back. */
  private void forget(Scene scene) {
    Set<String> there = new HashSet<>();
    scene.rows().rows().forEach(row -> there.add(row.key()));
    hitsOfAbsent.addAll(hits);
    hitsOfAbsent.removeIf(hit -> !hit.isOfAbsentRow(there));
    keptOfAbsent.addAll(kept);
    keptOfAbsent.removeIf(one -> there.contains(one.rowKey()));
    hits.clear();
    kept.clear();
  }

  /** What can be told of a sheet that cannot be worked on as it stands; the rest waits. */
  void mend(Workbook workbook, SheetWriter writer) throws RemoteFailure {
    List<Change> repairs = Damage.repairs(hits, workbook);
    if (!repairs.isEmpty()) {
      writer.putBack(repairs);
    }
    hits.retainAll(Damage.left(hits, workbook));
  }
}
