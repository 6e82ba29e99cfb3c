package org.entraide.plan;

import java.util.EnumSet;
import java.util.Set;
import org.entraide.people.Consent;
import org.jspecify.annotations.Nullable;

/** When somebody no longer takes part. Pure. */
public final class Leaving {

  private static final Set<Status> FINAL = EnumSet.of(Status.WITHDRAWN, Status.BARRED);

  private Leaving() {}

  /**
   * Whether an introduction that nobody sent yet is to be withdrawn for somebody's sake: an
   * organiser withdrew or barred them, they took back their consent, or their row is gone for good.
   *
   * @param someone null where there is no row
   * @param gone whether a row that is not there counts as a withdrawal
   */
  public static boolean isFinal(@Nullable Someone someone, boolean gone) {
    if (someone == null) {
      return gone;
    }
    return someone.orders().status().filter(FINAL::contains).isPresent()
        || someone.person().profile().consent() == Consent.NO
        || someone.person().profile().erased();
  }
}
