package org.entraide.plan.handmade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * Which introductions made by hand are forgotten, since organisers deleted their rows. A few at
 * once are believed at once; more than a tenth, and more than three, count for ten minutes more.
 * Where all rows of the ledger are gone, and there were more than a few, or some of introductions
 * that have a letter, the tab was emptied or deleted: they come back. They are missed meanwhile:
 * the process may end once the tab is there again and its rows are not. Pure.
 *
 * @param kept by reference, those that count
 * @param forgotten those that count no longer
 * @param restored references of those whose row is to be appended again
 * @param due when one of those that are gone is forgotten
 */
record DeletedHandMadeRows(
    Map<String, Introduction> kept,
    List<Introduction> forgotten,
    Set<String> restored,
    List<Instant> due) {

  /** So many are forgotten at once, however few there are. */
  private static final int FEW = 3;

  private static final int ONE_IN = 10;

  /**
   * Looks which are gone.
   *
   * @param introductions introductions by reference, those that were forgotten before left out
   * @param rows references that the ledger shows
   * @param isThere whether the ledger's tab is there
   * @param typed references of those whose typed row is there without its reference
   */
  static DeletedHandMadeRows of(
      Map<String, Introduction> introductions,
      Set<String> rows,
      boolean isThere,
      Set<String> typed,
      Instant now) {
    List<Introduction> gone = new ArrayList<>();
    int made = 0;
    boolean others = false;
    for (Introduction i : introductions.values()) {
      boolean byHand = i.has(IntroductionFlag.BY_HAND);
      made += byHand ? 1 : 0;
      others |= !byHand;
      if (byHand && !rows.contains(i.ref()) && !typed.contains(i.ref())) {
        gone.add(i);
      }
    }
    boolean missed = !gone.isEmpty() && gone.stream().allMatch(i -> i.missingSince() != null);
    boolean emptied = !isThere || (rows.isEmpty() && (others || gone.size() > FEW || missed));
    boolean many = gone.size() > Math.max(FEW, made / ONE_IN);
    Map<String, Introduction> kept = new LinkedHashMap<>(introductions);
    kept.replaceAll((ref, i) -> i.has(IntroductionFlag.BY_HAND) ? there(i) : i);
    List<Introduction> forgotten = new ArrayList<>();
    Set<String> restored = new HashSet<>();
    List<Instant> due = new ArrayList<>();
    for (Introduction i : gone) {
      Introduction missing = missed(i, now);
      if (emptied) {
        kept.put(i.ref(), missing);
        restored.add(i.ref());
      } else if (!many || LifeCycle.graceIsOver(missing, now)) {
        kept.remove(i.ref());
        forgotten.add(there(i).with(i.correspondence().with(IntroductionFlag.FORGOTTEN)));
      } else {
        kept.put(i.ref(), missing);
        due.add(LifeCycle.nextLook(missedSince(missing, now), now));
      }
    }
    return new DeletedHandMadeRows(kept, forgotten, restored, due);
  }

  private static Introduction there(Introduction i) {
    return i.missing(null).with(i.correspondence().without(IntroductionFlag.FORGOTTEN));
  }

  /** Anew where the clock was set back meanwhile. */
  private static Introduction missed(Introduction i, Instant now) {
    return i.missingSince() == null || LifeCycle.isMissedAnew(i, now) ? i.missing(now) : i;
  }

  private static Instant missedSince(Introduction i, Instant now) {
    Instant since = i.missingSince();
    return since == null ? now : since;
  }
}
