package org.entraide.plan.authorship;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;

/**
 * What follows from the rows that organisers typed into the ledger, and from those of them that are
 * gone.
 *
 * @param introductions all introductions as they are now, by reference
 * @param wishes what typed rows are to get, in the order of the rows
 * @param since by the hash of a typed row's text, since when it is there unchanged: to be
 *     remembered until the next time
 * @param forgotten introductions whose row was deleted, which are none any more: to be remembered
 *     in case the row comes back
 * @param restored references of introductions made by hand whose row is to be appended again, since
 *     all rows of the ledger are gone
 * @param due when a row that is typed, or gone, counts
 * @param reservedUntil whom rows name that do not count yet, by reference, and until when nobody is
 *     introduced to them: else a letter could be on its way to the very pair
 */
public record HandMadeIntroductions(
    Map<String, Introduction> introductions,
    List<HandMadeWish> wishes,
    Map<String, Instant> since,
    List<Introduction> forgotten,
    Set<String> restored,
    List<Instant> due,
    Map<String, Instant> reservedUntil) {

  /** Where nobody typed a row. */
  public static HandMadeIntroductions none(Map<String, Introduction> introductions) {
    return new HandMadeIntroductions(
        introductions, List.of(), Map.of(), List.of(), Set.of(), List.of(), Map.of());
  }

  public HandMadeIntroductions {
    introductions = Collections.unmodifiableMap(new LinkedHashMap<>(introductions));
    wishes = List.copyOf(wishes);
    since = Map.copyOf(since);
    forgotten = List.copyOf(forgotten);
    restored = Set.copyOf(restored);
    due = List.copyOf(due);
    reservedUntil = Map.copyOf(reservedUntil);
  }

  /**
   * Whether a row is to be appended for an introduction that has none: not for one that organisers
   * typed, whose row is there without its reference, or was deleted.
   */
  public boolean mayBeAppended(Introduction introduction) {
    return !introduction.has(IntroductionFlag.BY_HAND) || restored.contains(introduction.ref());
  }
}
