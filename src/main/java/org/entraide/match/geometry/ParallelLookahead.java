package org.entraide.match.geometry;

import java.util.stream.IntStream;

/**
 * Searches for the next people in advance, on all processors at once while nothing changes. A
 * result is used as long as it is valid.
 *
 * <p>Appeals only sink. So nobody better comes up for a person, and a result is valid as long as
 * that helper's appeal is unchanged; where there was nobody there is nobody. What is looked for,
 * and when, does not depend on how many processors there are.
 */
public final class ParallelLookahead {

  /**
   * How many people are searched for at a time: few enough that results stay valid, many enough for
   * all processors.
   */
  public static final int AHEAD = 1 << 11;

  /** How many times it pauses after most results were not valid. */
  private static final int PAUSE = 8;

  private static final int PART = 1 << 6;

  private final HelperForest forest;
  private final int[] people = new int[AHEAD];
  private final long[] keys = new long[AHEAD];
  private final int[] helpers = new int[AHEAD];
  private final int[] ranks = new int[AHEAD];
  private final long[] appeals = new long[AHEAD];
  private final boolean[] hopeless = new boolean[AHEAD];
  private int size;
  private int next;
  private int held;
  private int pause;

  public ParallelLookahead(HelperForest forest) {
    this.forest = forest;
  }

  /** Forgets everybody; false where looking ahead is not worth it for now. */
  public boolean begin() {
    pause = pause > 0 ? pause - 1 : 2 * held < size ? PAUSE : 0;
    size = 0;
    next = 0;
    held = 0;
    return pause == 0;
  }

  /**
   * Adds somebody to look for, {@value #AHEAD} at most; they must be asked for in this order.
   *
   * @param key as in {@link HelperSearch#find}
   */
  public void add(int person, long key) {
    people[size] = person;
    keys[size++] = key;
  }

  /**
   * Looks for everybody who was added.
   *
   * @param step as in {@link HelperSearch#find}
   * @param promotion by how much a key is less in the end
   */
  public void look(long step, long promotion) {
    IntStream.rangeClosed(0, size / PART)
        .parallel()
        .forEach(
            part -> {
              HelperSearch search = forest.search();
              for (int i = part * PART; i < Math.min((part + 1) * PART, size); i++) {
                look(search, i, step, promotion);
              }
            });
  }

  private void look(HelperSearch search, int i, long step, long promotion) {
    helpers[i] = search.find(people[i], Integer.MAX_VALUE, keys[i], step);
    ranks[i] = search.rank();
    appeals[i] = search.appeal();
    hopeless[i] =
        helpers[i] < 0 && search.find(people[i], Integer.MAX_VALUE, keys[i] - promotion, step) < 0;
  }

  /** Moves to a person; false where the result of a search of any rank is not known. */
  public boolean knows(int person, long key) {
    if (next == size || people[next] != person) {
      return false;
    }
    next++;
    int h = helper();
    boolean holds = keys[next - 1] == key && (h < 0 || forest.appeal(h) == appeals[next - 1]);
    held += holds ? 1 : 0;
    return holds;
  }

  /** Returns whom the present person finds, or -1. */
  public int helper() {
    return helpers[next - 1];
  }

  /** Returns the rank of the helper found. */
  public int rank() {
    return ranks[next - 1];
  }

  /** Returns whether it is known that somebody finds nobody even when promoted. */
  public boolean isHopeless(int person) {
    return next > 0 && people[next - 1] == person && hopeless[next - 1];
  }
}
