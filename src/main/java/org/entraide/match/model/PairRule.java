package org.entraide.match.model;

import java.util.Set;
import org.entraide.people.word.Category;

/**
 * What is known, or wished, about two people. For one pair, standing beats forbidden beats pinned.
 *
 * @param person who needs
 * @param helper who helps
 * @param needs what is covered, for standing and pinned pairs; empty: the open needs that the
 *     helper offers, or all of them when there are none such
 */
public record PairRule(String person, String helper, Kind kind, Set<Category> needs) {

  /** What the rule says. */
  public enum Kind {
    /** A standing introduction: closes its needs, uses one unit of capacity, is never undone. */
    STANDING,
    /**
     * A standing introduction instead of which an organiser asked for another one: uses one unit of
     * capacity and is never undone, but its needs are open, with somebody else.
     */
    STANDING_OPEN,
    /** An introduction that ended: not proposed again in this direction, and nothing else. */
    TRIED,
    /** The two are kept apart, in both directions. */
    FORBIDDEN,
    /** An organiser introduces them: the helper helps the person. */
    PINNED,
    /**
     * An organiser introduces them without saying who helps: the helper helps the person where that
     * covers an open need, else the other way round where that does.
     */
    PINNED_EITHER_WAY
  }

  public PairRule {
    needs = Set.copyOf(needs);
  }

  /** A rule that names no needs. */
  public static PairRule of(String person, String helper, Kind kind) {
    return new PairRule(person, helper, kind, Set.of());
  }
}
