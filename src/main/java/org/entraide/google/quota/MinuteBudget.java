package org.entraide.google.quota;

import java.time.Instant;
import java.util.Optional;
import org.entraide.resilience.RemoteFailure;

/**
 * What may be spent in a minute, wherever it begins, and what of that is spent. Safe for use by
 * several threads.
 */
interface MinuteBudget {

  /** How many units there are now, as far as is known here; asks nobody. */
  int room();

  /** When there are so many units; empty if there are now, as far as is known here; asks nobody. */
  Optional<Instant> freeAt(int price);

  /**
   * Spends units, if there are so many.
   *
   * @return when there will be; empty if they were spent
   * @throws RemoteFailure of the kind THROTTLED, if that cannot be known now
   */
  Optional<Instant> take(int price) throws RemoteFailure;

  /** Notes units that are spent already. */
  void spend(int price);
}
