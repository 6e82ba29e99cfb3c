package org.entraide.place;

import java.util.Optional;

/**
 * What online services answered, so that none is asked twice. It never sees what was asked, only a
 * keyed hash of it: without the key nobody can try out which address was meant.
 */
public interface PlaceCache {

  /** The secret key of the hashes, in hexadecimal; empty before its first use. */
  Optional<String> placeKey();

  /**
   * Keeps a key unless there is one.
   *
   * @return the key that counts from now on, on the disk
   */
  String keepPlaceKey(String fresh);

  /** An answer, also one that has expired; empty when there is none. */
  Optional<CachedPlace> place(String hash);

  /** Keeps an answer in place of an earlier one, and drops those that expired before it came. */
  void keepPlace(String hash, CachedPlace answer);
}
