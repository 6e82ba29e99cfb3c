package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;

/** Drafts that went out of sight together, which nobody threw away one by one. Pure. */
public final class DraftsLostTogether {

  /** More than so many drafts gone at once are not believed where they are also a tenth. */
  private static final int MANY = 5;

  private DraftsLostTogether() {}

  /**
   * Whether so many of a mailbox's drafts went out of sight between two looks that it was emptied
   * or exchanged. Those that a delegate throws away one by one are missed since different looks.
   */
  public static boolean areManyMissing(Collection<Introduction> introductions) {
    return !doubted(introductions).isEmpty();
  }

  /** The looks between which so many went out of sight, of the drafts that there were by then. */
  private static Set<Instant> doubted(Collection<Introduction> introductions) {
    List<Introduction> drafts =
        introductions.stream().filter(i -> i.state() == State.DRAFTED).toList();
    Map<Instant, Long> missing = new HashMap<>();
    for (Introduction i : drafts) {
      Instant since = i.missingSince();
      if (since != null) {
        missing.merge(since, 1L, Long::sum);
      }
    }
    Set<Instant> looks = new HashSet<>();
    missing.forEach(
        (since, gone) -> {
          long draftsByThen = drafts.stream().filter(i -> !i.begunAt().isAfter(since)).count();
          if (gone > MANY && gone * 10 > draftsByThen) {
            looks.add(since);
          }
        });
    return looks;
  }

  /**
   * Whether one that was out of sight is there again, or was sent: then those that are still missed
   * are believed to be gone, unless they are too many by themselves.
   *
   * @param before as they were before this look
   * @param seen the same as they are now
   */
  public static boolean isOneBack(Collection<Introduction> before, Collection<Introduction> seen) {
    Set<String> missed = new HashSet<>();
    before.stream()
        .filter(i -> i.missingSince() != null)
        .filter(i -> i.state() == State.DRAFTED || i.draftId() != null)
        .forEach(i -> missed.add(i.ref()));
    return seen.stream()
        .filter(i -> missed.contains(i.ref()) && i.missingSince() == null)
        .anyMatch(i -> i.state() == State.DRAFTED || i.draftId() != null || i.sentAt() != null);
  }

  /**
   * Begins the grace of those anew that went out of sight with so many that none was believed to be
   * gone, once others of these are there again: one that was thrown away meanwhile looked like them
   * until now.
   *
   * @param before as they were before this look
   * @param seen the same as they are now
   */
  public static List<Introduction> believedAgain(
      Collection<Introduction> before, Collection<Introduction> seen, Instant now) {
    boolean back = isOneBack(before, seen);
    return seen.stream().map(i -> back && i.missingSince() != null ? i.missing(now) : i).toList();
  }
}
