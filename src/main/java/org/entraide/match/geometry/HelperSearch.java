package org.entraide.match.geometry;

import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;

/**
 * Finds for a person the helper whom they like most among those who would take them: fewest needs
 * left, then lowest band, then the greatest appeal where that is {@link #OPEN} at least, then the
 * nearest. What is still equal goes to the one met first in the tree, whose order depends on the
 * people alone.
 *
 * <p>Branch and bound over the {@link HelperTree}s: exact, although parts are left out.
 */
public final class HelperSearch {

  /**
   * The least appeal of helpers who were never full: they come first among equals, those of greater
   * appeal before the others.
   */
  public static final long OPEN = 3L << 61;

  /** Farther than anything on the unit sphere. */
  private static final double NOWHERE = 5;

  private final Pairing pairing;
  private final HelperTree[] trees;
  private final int bands;

  private int person;
  private int sought;
  private final CoverageBound coverageBound = new CoverageBound();
  private int[] singles;
  private int[] presence;
  private int[] remote;
  private int[] remoteCounts;
  private long languages;
  private boolean placeKnown;
  private double x;
  private double y;
  private double z;
  private long key;
  private long step;

  private int foundHelper;
  private int foundRank;
  private long foundAppeal;
  private double foundChord2;

  /** What {@link #findBound} found out about a node. */
  private int boundRank;

  /** The greatest {@link #openness} there may be at that rank. */
  private long boundOpenness;

  HelperSearch(Pairing pairing, HelperTree... trees) {
    this.pairing = pairing;
    this.trees = trees;
    bands = pairing.bands();
    presence = NeedSlots.forPresence(0);
    singles = presence;
    remote = presence;
    remoteCounts = presence;
  }

  /**
   * Looks for a helper of an appeal greater than {@code key + band * step}, where {@code band} is
   * that of the pair, and of a rank of at most {@code mostRank}. In a group with a limit bands do
   * not count: the appeal of its helpers is by {@code (bands - 1) * step} too great, so that nodes
   * of the tree that hold them are looked into.
   *
   * @return the helper, or -1
   */
  public int find(int who, int mostRank, long least, long leastStep) {
    person = who;
    sought = pairing.state().sought(who);
    singles = NeedSlots.singles(sought);
    presence = NeedSlots.forPresence(sought);
    remote = NeedSlots.forRemote(sought);
    remoteCounts = NeedSlots.remoteCounts(sought);
    languages = pairing.people().languageSketch(who);
    Sphere sphere = pairing.sphere();
    placeKnown = sphere.knows(who);
    x = sphere.x(who);
    y = sphere.y(who);
    z = sphere.z(who);
    key = least;
    step = leastStep;
    foundHelper = -1;
    foundRank = mostRank;
    foundAppeal = 0;
    foundChord2 = Double.POSITIVE_INFINITY;
    for (HelperTree tree : trees) {
      double chord2 = chord2(tree, 1);
      if (findBound(tree, 1, chord2) && mayBeBetter(boundRank, boundOpenness, chord2)) {
        visit(tree, 1, boundRank, boundOpenness, chord2);
      }
    }
    return foundHelper;
  }

  /** Returns the rank of the helper found. */
  public int rank() {
    return foundRank;
  }

  /** Returns the appeal of the helper found. */
  long appeal() {
    return foundAppeal;
  }

  private double chord2(HelperTree tree, int node) {
    return placeKnown && tree.isPlaced() ? tree.chord2(node, x, y, z) : NOWHERE;
  }

  /** Equal is not better. */
  private boolean mayBeBetter(int rank, long openness, double chord2) {
    if (rank != foundRank || foundHelper < 0) {
      return rank <= foundRank;
    }
    long foundOpenness = openness(foundAppeal);
    return openness == foundOpenness ? chord2 < foundChord2 : openness > foundOpenness;
  }

  /** The part of an appeal that decides among equals: 0 for helpers who were full. */
  private static long openness(long appeal) {
    return appeal < OPEN ? 0 : appeal;
  }

  private void visit(HelperTree tree, int node, int rank, long openness, double chord2) {
    if (!mayBeBetter(rank, openness, chord2)) {
      return;
    }
    if (tree.isLeaf(node)) {
      for (int at = tree.leafBegin(node); at < tree.leafEnd(node); at++) {
        consider(tree, at);
      }
      return;
    }
    int left = 2 * node;
    double leftChord2 = chord2(tree, left);
    boolean leftMay = findBound(tree, left, leftChord2);
    int leftRank = boundRank;
    long leftOpenness = boundOpenness;
    int right = left + 1;
    double rightChord2 = chord2(tree, right);
    boolean rightMay = findBound(tree, right, rightChord2);
    int rightRank = boundRank;
    long rightOpenness = boundOpenness;
    boolean rightFirst =
        rightRank != leftRank
            ? rightRank < leftRank
            : rightOpenness != leftOpenness
                ? rightOpenness > leftOpenness
                : rightChord2 < leftChord2;
    if (rightMay && rightFirst) {
      visit(tree, right, rightRank, rightOpenness, rightChord2);
    }
    if (leftMay) {
      visit(tree, left, leftRank, leftOpenness, leftChord2);
    }
    if (rightMay && !rightFirst) {
      visit(tree, right, rightRank, rightOpenness, rightChord2);
    }
  }

  /**
   * Finds a lower bound of the ranks below a node, and how open somebody of it may be; false when
   * nobody there would do.
   */
  private boolean findBound(HelperTree tree, int node, double chord2) {
    boundRank = Integer.MAX_VALUE;
    boundOpenness = 0;
    if ((languages & tree.languages(node)) == 0) {
      return false;
    }
    int afar = remoteCount(tree, node, key);
    if (afar > 0) {
      boundRank = (NeedMask.COUNT - afar) * bands;
    }
    if (presence.length > 0 && placeKnown && tree.isPlaced() && chord2 < tree.reach(node)) {
      boundNear(tree, node, pairing.leastBand(person, chord2));
    }
    return boundRank < Integer.MAX_VALUE;
  }

  private void boundNear(HelperTree tree, int node, int band) {
    long least = key + band * step;
    boolean near = false;
    for (int slot : presence) {
      near |= tree.best(node, slot) > least;
    }
    if (near) {
      coverageBound.look(tree, node, singles, least);
      int rank = (NeedMask.COUNT - coverageBound.count()) * bands + band;
      if (rank < boundRank) {
        boundOpenness = openness(coverageBound.appeal());
      } else if (rank == boundRank) {
        boundOpenness = Math.max(boundOpenness, openness(coverageBound.appeal()));
      }
      boundRank = Math.min(boundRank, rank);
    }
  }

  private int remoteCount(HelperTree tree, int node, long least) {
    int most = 0;
    for (int i = 0; i < remote.length; i++) {
      long best = tree.best(node, remote[i]);
      if (best > least) {
        most = Math.max(most, remoteCounts[i]);
        boundOpenness = Math.max(boundOpenness, openness(best));
      }
    }
    return most;
  }

  private void consider(HelperTree tree, int at) {
    HelperFacts facts = tree.facts();
    int common = sought & facts.offers(at);
    if (common == 0) {
      return;
    }
    long appeal = tree.appeal(at);
    long openness = openness(appeal);
    if (appeal <= key || !mayBeBetter(pairing.rank(common, 0), openness, 0)) {
      return;
    }
    int helper = tree.helper(at);
    if (helper == person) {
      return;
    }
    double chord2 = placeKnown && tree.isPlaced() ? facts.chord2(at, x, y, z) : NOWHERE;
    int covered = common;
    int band = 0;
    if ((common & ~NeedMask.REMOTE) != 0) {
      if (chord2 < NOWHERE && isInReach(facts, at, helper, chord2)) {
        band = pairing.band(person, helper, chord2, facts.leastBand(at));
      } else {
        covered &= NeedMask.REMOTE;
      }
    }
    int rank = pairing.rank(covered, band);
    if (covered != 0
        && appeal > key + (facts.isInGroup(at) ? bands - 1 : band) * step
        && mayBeBetter(rank, openness, chord2)
        && pairing.mayMeet(person, helper)) {
      foundHelper = helper;
      foundRank = rank;
      foundAppeal = appeal;
      foundChord2 = chord2;
    }
  }

  private boolean isInReach(HelperFacts facts, int at, int helper, double chord2) {
    return facts.surelyReaches(at, chord2)
        || (facts.mayReach(at, chord2) && pairing.isInReach(person, helper));
  }
}
