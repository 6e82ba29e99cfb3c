package org.entraide.livecheck;

/**
 * What a probe found.
 *
 * @param probe its name, such as {@code edited-answer}
 * @param question what nobody knew
 * @param officeSwitch which switch of the office is to be set to what was observed; empty where the
 *     office has none
 * @param observed the switch's value; {@value #UNSEEN} where nothing happened that the probe
 *     understands, {@value #FAILED} where Google refused
 * @param meaning what that means for the daemon, or why it failed
 */
public record ProbeFinding(
    String probe, String question, String officeSwitch, String observed, String meaning) {

  static final String UNSEEN = "unseen";
  static final String FAILED = "failed";

  /** Whether the question is settled. */
  public boolean isSettled() {
    return !observed.equals(UNSEEN) && !observed.equals(FAILED);
  }
}
