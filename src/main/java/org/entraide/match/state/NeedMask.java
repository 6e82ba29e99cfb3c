package org.entraide.match.state;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.entraide.people.word.Category;

/** Sets of categories as bit masks, bit {@code i} being the category of ordinal {@code i}. */
public final class NeedMask {

  /** How many categories there are. */
  public static final int COUNT = Category.values().length;

  public static final int ALL = (1 << COUNT) - 1;
  public static final int REMOTE;
  public static final int BY_HAND;

  private static final Category[] CATEGORIES = Category.values();

  /** A million introductions have some hundred sets between them. */
  private static final AtomicReferenceArray<Set<Category>> SETS =
      new AtomicReferenceArray<>(ALL + 1);

  static {
    int remote = 0;
    int byHand = 0;
    for (Category category : CATEGORIES) {
      remote |= category.remote() ? bit(category) : 0;
      byHand |= category.byHand() ? bit(category) : 0;
    }
    REMOTE = remote;
    BY_HAND = byHand;
  }

  private NeedMask() {}

  @SuppressWarnings("EnumOrdinal") // masks live in memory only, never in a file
  public static int bit(Category category) {
    return 1 << category.ordinal();
  }

  public static int mask(Collection<Category> categories) {
    int mask = 0;
    for (Category category : categories) {
      mask |= bit(category);
    }
    return mask;
  }

  /** Returns the categories of a mask in the order of the enum; unmodifiable, and shared. */
  public static Set<Category> set(int mask) {
    Set<Category> shared = SETS.get(mask);
    if (shared != null) {
      return shared;
    }
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      set.add(CATEGORIES[Integer.numberOfTrailingZeros(rest)]);
    }
    SETS.set(mask, Collections.unmodifiableSet(set));
    return SETS.get(mask);
  }
}
