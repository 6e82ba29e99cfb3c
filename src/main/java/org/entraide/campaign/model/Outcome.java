package org.entraide.campaign.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;

/**
 * The result of applying a plan.
 *
 * @param introductions those that changed as it was applied, by reference
 * @param unreachable mailboxes that failed, and were left alone after that
 * @param troubles what could not be done
 * @param applied the plan, whether or not each of its effects succeeded; {@link Plan#NOTHING} in a
 *     dry run
 * @param answersWait whether rows of people are left to the next pass, since words that belong
 *     there are not all there yet
 * @param misplaced how many writes reached the wrong cells: the next pass repairs them
 * @param locked whether a protected range keeps rows from being written
 * @param forgotten whether somebody was erased
 */
public record Outcome(
    Map<String, Introduction> introductions,
    Set<String> unreachable,
    List<Trouble> troubles,
    Plan applied,
    boolean answersWait,
    int misplaced,
    boolean locked,
    boolean forgotten) {

  public Outcome {
    introductions = Collections.unmodifiableMap(new LinkedHashMap<>(introductions));
    unreachable = Set.copyOf(unreachable);
    troubles = List.copyOf(troubles);
  }

  /** Whether the next pass has something to write at once. */
  public boolean leavesWork(Observation observation) {
    return misplaced > 0 || (!observation.interpretation().remnants().isEmpty() && !locked);
  }
}
