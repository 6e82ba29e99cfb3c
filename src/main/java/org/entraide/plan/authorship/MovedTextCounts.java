package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.Map;

/**
 * How often texts left the rows that held them, in one of the organisers' columns: what came to
 * other rows while they did was moved there, not typed. Texts are compared by their hashes.
 */
final class MovedTextCounts {

  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Integer> away = new HashMap<>();
  private final Map<String, Integer> astray = new HashMap<>();
  private final Map<String, Integer> movedOn = new HashMap<>();
  private final Map<String, Integer> returned = new HashMap<>();

  /** It is not in its row any more. */
  void left(String hash) {
    count(left, hash, 1);
  }

  /** It was not in its row before, and is known to be elsewhere. */
  void away(String hash) {
    count(away, hash, 1);
  }

  /** It is known to be astray in so many places. */
  void astray(String hash, int times) {
    count(astray, hash, times);
  }

  /** It was known to be astray in a row, and is not there any more. */
  void movedOn(String hash) {
    count(movedOn, hash, 1);
  }

  /** It was away from its row, and is there again. */
  void returned(String hash) {
    count(returned, hash, 1);
  }

  /**
   * Whether it came home oftener than it went from where it was astray: what left the row that held
   * it was brought there, and what is astray may be that row's.
   */
  boolean cameFromAnother(String hash) {
    return returned.getOrDefault(hash, 0) > movedOn.getOrDefault(hash, 0);
  }

  private static void count(Map<String, Integer> counts, String hash, int times) {
    if (!hash.isEmpty()) {
      counts.merge(hash, times, Integer::sum);
    }
  }

  /**
   * Whether what arrives may have been moved. A stray may be nobody's any more, where something
   * else was typed for its person since, and is moved on all the same.
   */
  boolean explain(String hash) {
    int again = away.getOrDefault(hash, 0) - astray.getOrDefault(hash, 0);
    int on = movedOn.getOrDefault(hash, 0) - returned.getOrDefault(hash, 0);
    return left.getOrDefault(hash, 0) + Math.max(again, on) > 0;
  }
}
