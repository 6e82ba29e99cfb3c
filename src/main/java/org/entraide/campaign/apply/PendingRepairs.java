package org.entraide.campaign.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.plan.write.MisplacedWrite;
import org.entraide.plan.write.TypedTextBackup;
import org.entraide.plan.write.WriteHit;
import org.entraide.table.Change;
import org.entraide.table.Workbook;

/**
 * Cells that a pass wrote by mistake, and the plan to put them back at the start of the next one.
 */
public final class PendingRepairs {

  /** Cells of rows that are there. */
  private final List<WriteHit> hits = new ArrayList<>();

  private final List<TypedTextBackup> typedTexts = new ArrayList<>();

  /** Cells of rows that were not there, which may come back at any time. */
  private final List<WriteHit> hitsOfAbsent = new ArrayList<>();

  private final List<TypedTextBackup> typedTextsOfAbsent = new ArrayList<>();

  /** Takes from the applier what it hit since the last call. */
  public void take(Applier applier) {
    hits.addAll(applier.takeHits());
    typedTexts.addAll(applier.takeTypedTexts());
  }

  /** Whether a wrong cell is known to have been hit. */
  public boolean hasHits() {
    return !hits.isEmpty();
  }

  /** Whether there is anything for the next pass to look at first. */
  public boolean hasAnythingToLookAt() {
    return !hits.isEmpty() || !typedTexts.isEmpty();
  }

  /** The plan to be applied first, before one person's words are taken for another's. */
  public Plan plan(Observation observation) {
    List<Change> repairs =
        new ArrayList<>(
            MisplacedWrite.repairs(
                both(hits, hitsOfAbsent),
                observation.layoutAsRead(),
                observation.interpretation().rows()));
    repairs.addAll(
        TypedTextBackup.restored(
            both(typedTexts, typedTextsOfAbsent),
            observation.layoutAsRead(),
            observation.interpretation().rows(),
            observation.memory().writtenHashes()));
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
   * Takes note that the plan was applied. What is left are repairs of rows that are not there; of
   * all others everything is put back. A sheet that is not believed leaves all of it waiting.
   */
  public void noteApplied(Observation observation) {
    if (observation.absences().tooManyMissing()) {
      return;
    }
    Set<String> presentRows = new HashSet<>();
    observation.interpretation().rows().forEach(row -> presentRows.add(row.key()));
    hitsOfAbsent.addAll(hits);
    hitsOfAbsent.removeIf(hit -> !hit.isOfAbsentRow(presentRows));
    typedTextsOfAbsent.addAll(typedTexts);
    typedTextsOfAbsent.removeIf(text -> presentRows.contains(text.rowKey()));
    hits.clear();
    typedTexts.clear();
  }

  /** What can be put back in a sheet that cannot be worked on as it is; the rest waits. */
  public Plan plan(Workbook workbook) {
    return plan(MisplacedWrite.repairs(hits, workbook));
  }

  /** Takes note that the plan for a sheet that cannot be worked on was applied. */
  public void noteApplied(Workbook workbook) {
    hits.retainAll(MisplacedWrite.left(hits, workbook));
  }
}
