package org.entraide.campaign.claim;

import java.time.Instant;
import java.util.Optional;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.plan.dashboard.Heartbeat;

/**
 * Whose work a campaign's sheet is, as this process sees it from pass to pass.
 *
 * <p>Daemons and single runs follow one rule: a process has effects only in a pass whose read of
 * the whole sheet came after the process wrote its sign of life, and shows that sign; and the
 * answer to each append to the ledger shows it again, before the drafts of what was appended. Of
 * two processes that append the same pair, the later one therefore wrote its sign after the earlier
 * append, read the whole sheet after that, and found the pair there.
 *
 * <p>A daemon writes its sign whenever it looks at the sheet. A single run writes it once it knows
 * that it has something to do, and takes it back with the last thing that it writes. The sign does
 * not travel with the append: its answer would show to each of two runs its own name, whichever
 * came first. It does travel with the columns and tabs that a sheet lacks.
 */
public final class SheetClaim {

  private final InstallationIdentity identity;
  private boolean takesOver;
  private boolean shown;

  public SheetClaim(InstallationIdentity identity) {
    this.identity = identity;
    this.takesOver = identity.takesOver();
  }

  public String installation() {
    return identity.installation();
  }

  /** Whether this process shows a sign of life for as long as it lives: a daemon does. */
  public boolean isLasting() {
    return identity.signs();
  }

  /**
   * Notes which sign of life the sheet showed when it was read: a take-over is complete once the
   * own sign is seen.
   */
  public void noteSeen(Optional<Heartbeat.SignOfLife> signOfLife, Instant now) {
    if (isOurs(signOfLife, now)) {
      takesOver = false;
    }
  }

  /** Whether the sheet shows that this installation is at work. */
  public boolean isOurs(Optional<Heartbeat.SignOfLife> signOfLife, Instant now) {
    return claim(signOfLife, now) == Heartbeat.Claim.OURS;
  }

  /** Whether another installation is at work, and this one must not take over. */
  public boolean isAnothers(Optional<Heartbeat.SignOfLife> signOfLife, Instant now) {
    return claim(signOfLife, now) == Heartbeat.Claim.FOREIGN_FRESH && !takesOver;
  }

  private Heartbeat.Claim claim(Optional<Heartbeat.SignOfLife> signOfLife, Instant now) {
    return Heartbeat.claim(signOfLife, identity.installation(), now);
  }

  /** Whether another installation's fresh sign would be ignored. */
  public boolean takesOver() {
    return takesOver;
  }

  /** Notes that a single run's sign is about to be written, or was found there. */
  public void noteShown() {
    shown = true;
  }

  /** Notes that a single run took its sign back. */
  public void noteTakenBack() {
    shown = false;
  }

  /** Whether there may be a sign to take back when the process ends. */
  boolean mayBeShown() {
    return isLasting() || shown;
  }
}
