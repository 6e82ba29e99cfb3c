package org.entraide.match.core;

/**
 * Decides whether a small instance has a weakly stable matching of some size, by branch and bound.
 *
 * <p>A branch says of a resident that they get a hospital of some rank or better, or none so good.
 * Once each resident's hospitals that are left are equally good, what remains is a matching that
 * leaves no place of some hospitals free and no resident of some alone; whether there is a large
 * enough one follows from three largest matchings (N. Mendelsohn and A. Dulmage, "Some
 * generalizations of the problem of distinct representatives", Canad. J. Math. 10 (1958) 230-241).
 *
 * <p>On the way, a pair that nobody has left to choose is taken out by the rules of {@link
 * StableDomains}, and a branch is cut where a largest matching of what is left is too small. Where
 * it is just large enough, those who are matched in every largest matching must be matched.
 */
final class StableSearch {

  /** So that a stack of half a megabyte suffices. */
  private static final int DEEPEST = 1_000;

  private final StableDomains domains;
  private final LeftMatching left;
  private final Preferences preferences;
  private final int wanted;
  private final long effort;
  private long looks;

  private StableSearch(Preferences preferences, int[] matched, int wanted, long effort) {
    this.preferences = preferences;
    this.wanted = wanted;
    this.effort = effort;
    domains = new StableDomains(preferences, effort);
    left = new LeftMatching(preferences, domains, matched);
  }

  /** What was found out. */
  enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * @param matched a matching to start from: the edge of each resident, or -1
   * @param wanted the size
   * @param effort how many pairs may be looked at
   */
  static Answer exists(Preferences preferences, int[] matched, int wanted, long effort) {
    StableSearch search = new StableSearch(preferences, matched, wanted, effort);
    search.domains.markAll();
    return search.explore(0);
  }

  private long looks() {
    return looks + domains.looks() + left.looks();
  }

  private Answer explore(int depth) {
    if (!narrow()) {
      return Answer.NO;
    }
    if (looks() > effort || depth == DEEPEST) {
      return Answer.UNKNOWN;
    }
    int r = undecided();
    if (r < 0) {
      return left.coversWhoMustBe() ? Answer.YES : Answer.NO;
    }
    int best = preferences.residentRank[domains.first(r)];
    boolean unknown = false;
    for (boolean atLeast : new boolean[] {true, false}) {
      int mark = domains.mark();
      boolean possible =
          atLeast ? domains.requireRankOrBetter(r, best) : domains.requireWorseThan(r, best);
      Answer answer = possible ? explore(depth + 1) : Answer.NO;
      domains.takeBack(mark);
      if (answer == Answer.YES) {
        return answer;
      }
      if (answer == Answer.UNKNOWN) {
        unknown = true;
        if (looks() > effort) {
          return answer;
        }
      }
    }
    return unknown ? Answer.UNKNOWN : Answer.NO;
  }

  /** Takes out what is impossible; false where nothing is left. */
  private boolean narrow() {
    while (true) {
      if (!domains.propagate()) {
        return false;
      }
      int size = left.enlarge();
      if (size < wanted) {
        return false;
      }
      if (size > wanted || !left.require()) {
        return true;
      }
    }
  }

  /** Returns the resident with the fewest choices among those who have one, or -1. */
  private int undecided() {
    looks += preferences.residents();
    int chosen = -1;
    int fewest = Integer.MAX_VALUE;
    for (int r = 0; r < preferences.residents(); r++) {
      int choices = domains.choices(r);
      if (choices > 1 && choices < fewest) {
        chosen = r;
        fewest = choices;
      }
    }
    return chosen;
  }
}
