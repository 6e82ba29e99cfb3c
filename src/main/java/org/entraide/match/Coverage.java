package org.entraide.match;

/**
 * Rounds of the policy {@link Policy#COVERAGE}, and the bound that they give.
 *
 * <p>Both start from a stable round, which is nearly as large and leaves people with helpers they
 * like; see {@link Augmentation} for why the result is exact.
 */
final class Coverage {

  /** How the bound is found; every acceptable pair takes part. */
  static final String BOUND = "augmenting paths over all acceptable pairs";

  /** A bound that takes so many searches for each person is left alone. */
  private static final long MOST_STEPS = 12;

  private static final long FREE_STEPS = 200_000;

  private Coverage() {}

  /** Returns the helper of each person: most of the highest priority, then of the next. */
  static int[] solve(Pairing pairing, Progress progress, String phase) {
    int[] stable =
        Proposals.solve(pairing, StableMatching.DEFAULT_LEVELS, progress, phase + " stable");
    int[] seekers = Augmentation.seekers(pairing);
    Augmentation all = new Augmentation(pairing);
    int begin = 0;
    while (begin < seekers.length) {
      int end = begin;
      int priority = priority(pairing, seekers[begin]);
      while (end < seekers.length && priority(pairing, seekers[end]) == priority) {
        end++;
      }
      boolean[] placed = new boolean[end - begin];
      for (int i = begin; i < end; i++) {
        int helper = stable[seekers[i]];
        placed[i - begin] = helper >= 0 && all.seat(seekers[i], helper);
      }
      for (int i = begin; i < end; i++) {
        if ((i & 0xfff) == 0) {
          progress.step(phase, i, seekers.length);
        }
        if (!placed[i - begin]) {
          all.place(seekers[i]);
        }
      }
      begin = end;
    }
    return all.helperOf();
  }

  private static int priority(Pairing pairing, int person) {
    return pairing.people().get(person).priority();
  }

  /**
   * Returns how many people can get somebody at most, or -1 where that would take too long.
   *
   * @param round a matching of the first round to start from
   * @param without people who are not to be counted
   */
  static int bound(Pairing pairing, int[] round, boolean[] without, Progress progress) {
    Augmentation all = new Augmentation(pairing);
    int[] seekers = Augmentation.seekers(pairing);
    int size = 0;
    for (int person : seekers) {
      size += !without[person] && round[person] >= 0 && all.seat(person, round[person]) ? 1 : 0;
    }
    long most = FREE_STEPS + MOST_STEPS * seekers.length;
    for (int i = 0; i < seekers.length; i++) {
      if ((i & 0xfff) == 0) {
        progress.step("bound", i, seekers.length);
      }
      int person = seekers[i];
      if (!without[person] && all.helperOf()[person] < 0) {
        size += all.place(person) ? 1 : 0;
        if (all.steps() > most) {
          return -1;
        }
      }
    }
    return size;
  }
}
