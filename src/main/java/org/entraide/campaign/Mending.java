package org.entraide.campaign;

import java.util.ArrayList;
import java.util.List;
import org.entraide.plan.Damage;
import org.entraide.plan.Kept;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/** What a pass hit that was not meant, and puts back first thing in the next one. */
final class Mending {

  private final List<Damage.Hit> hits = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

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
    List<Change> repairs =
        new ArrayList<>(Damage.repairs(hits, scene.found(), scene.rows().rows()));
    repairs.addAll(Kept.restored(kept, scene.found(), scene.rows().rows(), scene.memory().cells()));
    if (!repairs.isEmpty()) {
      goAhead.before(GoAhead.Kind.REPAIRS);
      writer.putBack(repairs);
    }
    hits.clear();
    kept.clear();
    return !repairs.isEmpty();
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
