package org.entraide.match.policy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.entraide.match.core.StableMatching;
import org.entraide.match.state.Pairing;
import org.entraide.progress.Progress;

/**
 * Rounds of the policy {@code Policy.COVERAGE}, and the bound that they give.
 *
 * <p>Both start from a stable round, which is nearly as large and leaves people with helpers they
 * like; see {@link Augmentation} for why the result is exact.
 */
public final class Coverage {

  /** How the bound is found; every acceptable pair takes part. */
  public static final String BOUND = "augmenting paths over all acceptable pairs";

  /** How a bound is found where the exact one would take too long. */
  static final String ROUGH_BOUND =
      "free places at the ends of alternating paths over all acceptable pairs";

  /** How many searches the exact bound may take, plus one for each person. */
  private static final long MOST_STEPS = 200_000;

  /** A bound and how it was found. */
  public record Bound(int people, String how) {}

  private Coverage() {}

  /** Returns the helper of each person: most of the highest priority, then of the next. */
  public static int[] solve(Pairing pairing, Progress progress, String phase) {
    int[] stable =
        ProposalRound.solve(pairing, StableMatching.DEFAULT_LEVELS, progress, phase + " stable");
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
   * Returns how many people can get somebody at most.
   *
   * <p>Exact unless that takes far more searches than there are people. Then, besides those placed
   * so far, no more can be placed than there are free places which a path leads to: helpers reached
   * and people not reached touch every acceptable pair (Koenig's theorem gives equality in the
   * end).
   *
   * @param round a matching of the first round to start from
   * @param without people who are not to be counted
   */
  public static Bound bound(Pairing pairing, int[] round, boolean[] without, Progress progress) {
    return placeable(pairing, round, without, progress).bound();
  }

  /**
   * What a search for the {@link #bound} found.
   *
   * @param people who have no helper in the round and could have one if others moved, whatever that
   *     does to stability: as many as can be placed at once, or as were placed until the end
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Placeable(int[] people, Bound bound) {}

  /** Returns the {@link #bound}, and who can be placed besides those of the round. */
  static Placeable placeable(Pairing pairing, int[] round, boolean[] without, Progress progress) {
    Augmentation all = new Augmentation(pairing);
    int[] seekers = Augmentation.seekers(pairing);
    int size = 0;
    for (int person : seekers) {
      size += !without[person] && round[person] >= 0 && all.seat(person, round[person]) ? 1 : 0;
    }
    int[] left = IntStream.of(seekers).filter(p -> !without[p] && all.helperOf()[p] < 0).toArray();
    int[] placed = new int[left.length];
    int placedSize = 0;
    for (int i = 0; i < left.length; i++) {
      if ((i & 0xff) == 0) {
        progress.step("bound", i, left.length);
      }
      if (all.steps() > MOST_STEPS + seekers.length) {
        int slack = all.slack(Arrays.copyOfRange(left, i, left.length));
        int most = size + placedSize + Math.min(slack, left.length - i);
        return new Placeable(Arrays.copyOf(placed, placedSize), new Bound(most, ROUGH_BOUND));
      }
      if (all.place(left[i])) {
        placed[placedSize++] = left[i];
      }
    }
    return new Placeable(Arrays.copyOf(placed, placedSize), new Bound(size + placedSize, BOUND));
  }
}
