package org.entraide.match.geometry;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.entraide.match.state.NeedMask;
import org.entraide.match.state.Pairing;
import org.entraide.match.state.Sphere;
import org.jspecify.annotations.Nullable;

/** Finds helpers of known place near a person, with or without room. */
public final class NearbyHelpers {

  /** Squared chords this close may be equally far to the last bit. */
  private static final double SLACK = 1e-9;

  private final Pairing pairing;
  private final HelperTree tree;

  /**
   * @param helpers any
   */
  public NearbyHelpers(Pairing pairing, int[] helpers) {
    this.pairing = pairing;
    int[] placed =
        IntStream.of(helpers)
            .filter(h -> pairing.usableOffers(h) != 0 && pairing.sphere().knows(h))
            .toArray();
    tree = new HelperTree(pairing, placed, true, new int[pairing.size()], h -> 0);
  }

  /**
   * Is called for every helper in reach of a person of known place who offers some of the needs,
   * but for some of those without a common language.
   */
  public void inReach(int person, int needs, IntConsumer action) {
    if ((needs & ~NeedMask.REMOTE) != 0) {
      inReach(1, person, needs & ~NeedMask.REMOTE, action);
    }
  }

  private void inReach(int node, int person, int needs, IntConsumer action) {
    if (chord2(node, person) >= tree.reach(node)
        || !offers(node, needs)
        || (pairing.people().languageSketch(person) & tree.languages(node)) == 0) {
      return;
    }
    if (!tree.isLeaf(node)) {
      inReach(2 * node, person, needs, action);
      inReach(2 * node + 1, person, needs, action);
      return;
    }
    HelperFacts facts = tree.facts();
    for (int at = tree.leafBegin(node); at < tree.leafEnd(node); at++) {
      if ((facts.offers(at) & needs) != 0 && isInReach(facts, at, person)) {
        action.accept(tree.helper(at));
      }
    }
  }

  private boolean isInReach(HelperFacts facts, int at, int person) {
    Sphere sphere = pairing.sphere();
    double chord2 = facts.chord2(at, sphere.x(person), sphere.y(person), sphere.z(person));
    return facts.surelyReaches(at, chord2)
        || (facts.mayReach(at, chord2) && pairing.isInReach(person, tree.helper(at)));
  }

  /**
   * Returns the nearest helper who offers some of the needs and can talk to the person, and among
   * equally near ones one who goes farthest; null when there is none.
   *
   * @param not whom to leave out
   */
  public @Nullable Nearest nearest(int person, int needs, int[] not) {
    Nearest nearest = new Nearest(person, needs & ~NeedMask.REMOTE, not);
    nearest.look(1, chord2(1, person));
    return nearest.helper < 0 ? null : nearest;
  }

  private double chord2(int node, int person) {
    Sphere sphere = pairing.sphere();
    return tree.chord2(node, sphere.x(person), sphere.y(person), sphere.z(person));
  }

  private boolean offers(int node, int needs) {
    for (int slot : NeedSlots.forPresence(needs)) {
      if (tree.best(node, slot) != HelperTree.GONE) {
        return true;
      }
    }
    return false;
  }

  /** The nearest so far. */
  public final class Nearest {
    private final int person;
    private final int needs;
    private final int[] not;
    private final long languages;
    private int helper = -1;
    private double chord2 = Double.POSITIVE_INFINITY;
    private double km = Double.POSITIVE_INFINITY;
    private double limitKm;

    private Nearest(int person, int needs, int[] not) {
      this.person = person;
      this.needs = needs;
      this.not = not;
      languages = pairing.people().languageSketch(person);
    }

    public double km() {
      return km;
    }

    /** Returns how far that helper would go. */
    public double limitKm() {
      return limitKm;
    }

    private void look(int node, double away) {
      if (away > chord2 * (1 + SLACK) + SLACK * SLACK
          || (languages & tree.languages(node)) == 0
          || !offers(node, needs)) {
        return;
      }
      if (tree.isLeaf(node)) {
        for (int at = tree.leafBegin(node); at < tree.leafEnd(node); at++) {
          consider(tree.helper(at));
        }
        return;
      }
      double left = chord2(2 * node, person);
      double right = chord2(2 * node + 1, person);
      if (left <= right) {
        look(2 * node, left);
        look(2 * node + 1, right);
      } else {
        look(2 * node + 1, right);
        look(2 * node, left);
      }
    }

    private void consider(int other) {
      if ((pairing.usableOffers(other) & needs) == 0
          || other == person
          || !pairing.people().shareLanguage(person, other)
          || Arrays.stream(not).anyMatch(it -> it == other)) {
        return;
      }
      double away = pairing.sphere().chord2(person, other);
      if (away > chord2 * (1 + SLACK) + SLACK * SLACK) {
        return;
      }
      double exact = pairing.km(person, other);
      double reach = pairing.people().reachKm(other);
      if (exact < km || (exact == km && reach > limitKm)) {
        helper = other;
        km = exact;
        limitKm = reach;
        chord2 = Math.min(chord2, away);
      }
    }
  }
}
