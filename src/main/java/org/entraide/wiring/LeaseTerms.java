package org.entraide.wiring;

import java.time.Duration;
import org.entraide.group.Terms;

/** How long leases of campaigns last in this process. */
public final class LeaseTerms {

  private LeaseTerms() {}

  /**
   * The usual ones; in seconds, shorter for tests alone: {@code -Dentraide.lease=3
   * -Dentraide.grace=3}.
   */
  public static Terms configured() {
    return new Terms(
        Duration.ofSeconds(Long.getLong("entraide.lease", Terms.USUAL.lasts().toSeconds())),
        Duration.ofSeconds(Long.getLong("entraide.grace", Terms.USUAL.grace().toSeconds())));
  }
}
