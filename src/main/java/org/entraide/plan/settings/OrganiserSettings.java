package org.entraide.plan.settings;

import java.util.Optional;
import org.entraide.config.HoldBack;
import org.entraide.match.model.Policy;

/**
 * What organisers set in the settings tab; where they set nothing, the configuration counts.
 *
 * @param suspended whether every effect is to stop
 * @param confirmation whether they confirm that people were deleted on purpose
 * @param maxKm for needs that need presence
 * @param capacity of a helper who did not say
 * @param holdBack how long the pairs of somebody who needs are only compared
 * @param policy what the matching aims at
 * @param maxWaitingDrafts beyond which introductions stay proposed
 * @param questionDrafts whether people whose answer lacks something are asked by a draft
 */
public record OrganiserSettings(
    boolean suspended,
    Confirmation confirmation,
    Optional<Double> maxKm,
    Optional<Integer> capacity,
    Optional<HoldBack> holdBack,
    Optional<Policy> policy,
    Optional<Integer> maxWaitingDrafts,
    Optional<Boolean> questionDrafts) {

  /** For a spreadsheet without the tab. */
  public static final OrganiserSettings NONE =
      new OrganiserSettings(
          false,
          Confirmation.NO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Where a confirmation of deletions is. */
  public enum Confirmation {
    NO,
    /** Deletions may be believed, once. */
    GIVEN,
    /** It was used, and counts no more until it is taken back and given again. */
    USED,
    /** It is there since nobody knows when: it must be taken back and given again. */
    UNSURE
  }

  /** Whether many people may be withdrawn at once. */
  public boolean confirmsDeletions() {
    return confirmation == Confirmation.GIVEN;
  }
}
