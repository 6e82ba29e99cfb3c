package org.entraide.campaign.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.Trouble;
import org.entraide.match.model.HelpFigures;

/**
 * What a pass did; who runs Entraide reads <em>cycle</em> for it.
 *
 * @param completed whether it went through all its steps, even if some of them had trouble
 * @param effects what was written or made, or would have been, by references only
 * @param again whether something is known to be left that the next pass should do at once
 * @param troubles what could not be done
 * @param counts people by status, introductions by state
 * @param figures of the introductions that live after it; empty where nobody worked them out
 * @param decision what was decided at its start; empty when nothing could be
 * @param extent how much it looked at: a trouble that it does not report may last where that is not
 *     everything
 */
public record CycleReport(
    boolean completed,
    List<Effect> effects,
    boolean again,
    List<Trouble> troubles,
    Map<String, Long> counts,
    Optional<HelpFigures> figures,
    Optional<Decision> decision,
    Extent extent) {

  /** How much of the campaign a pass looked at. */
  public enum Extent {
    /** Everything, or what it knows to be unchanged since it did. */
    WHOLE,
    /** Nothing but the sheet, since organisers suspended the campaign. */
    SUSPENDED,
    /** A part: the pass ended before it had looked at everything. */
    PART
  }

  public CycleReport {
    effects = List.copyOf(effects);
    troubles = List.copyOf(troubles);
    counts = Map.copyOf(counts);
  }

  /** Of a pass that worked out no figures, and ended before it had looked at everything. */
  public CycleReport(
      boolean completed,
      List<Effect> effects,
      boolean again,
      List<Trouble> troubles,
      Map<String, Long> counts,
      Optional<Decision> decision) {
    this(completed, effects, again, troubles, counts, Optional.empty(), decision, Extent.PART);
  }

  /** This report of a pass that looked at so much. */
  public CycleReport of(Extent other) {
    return new CycleReport(completed, effects, again, troubles, counts, figures, decision, other);
  }

  /** This report with what was done before. */
  public CycleReport after(List<Effect> effectsBefore) {
    List<Effect> together = new ArrayList<>(effectsBefore);
    together.addAll(effects);
    return new CycleReport(completed, together, again, troubles, counts, figures, decision, extent);
  }

  /** The effects, a line each. */
  public List<String> lines() {
    return effects.stream().map(Effect::toString).toList();
  }

  /** Whether nothing was written anywhere. */
  public boolean quiet() {
    return effects.isEmpty();
  }
}
