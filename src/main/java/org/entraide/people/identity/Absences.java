package org.entraide.people.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to make of people whose row is gone. A row that vanished is a withdrawal only after ten
 * minutes, and never for more than a tenth of the people, or three if that is more, at once: then
 * the sheet was emptied, sorted away or filtered by mistake, and nothing is done at all until the
 * rows are back or an organiser confirms. The same holds for names that came beside others'
 * addresses, as a sort of some columns leaves them. A sheet that is not believed begins nobody's
 * ten minutes and ends nobody's: only who is there counts. Pure.
 *
 * @param remembered by reference, to be remembered until the next time
 * @param withdrawn people who count as withdrawn
 * @param missing people whose row is gone and who do not count as withdrawn yet
 * @param confused people whose name came beside another's address, and who were not confirmed
 * @param limit how many may be missing at once, and how many confused
 * @param confirmed how many were withdrawn or believed just now because an organiser confirmed it
 */
public record Absences(
    Map<String, Absence> remembered,
    Set<String> withdrawn,
    Set<String> missing,
    Set<String> confused,
    int limit,
    int confirmed) {

  /** How long a row may be gone before it counts. */
  static final Duration GRACE = Duration.ofMinutes(10);

  private static final int AT_LEAST = 3;
  private static final int ONE_IN = 10;

  /**
   * Somebody whose row is gone.
   *
   * @param since since when; null once it counts as a withdrawal
   */
  public record Absence(@Nullable Instant since) {
    public static final Absence WITHDRAWN = new Absence(null);

    boolean isWithdrawal() {
      return since == null;
    }
  }

  public Absences {
    remembered = Map.copyOf(remembered);
    withdrawn = Set.copyOf(withdrawn);
    missing = Set.copyOf(missing);
    confused = Set.copyOf(confused);
  }

  /** Whether so many are gone or confused at once that nothing may be done. */
  public boolean tooMany() {
    return tooManyMissing() || tooManyConfused();
  }

  /** Whether so many are gone at once that the sheet is not believed. */
  public boolean tooManyMissing() {
    return missing.size() > limit;
  }

  /** Whether so many names are beside others' addresses at once that none is believed. */
  public boolean tooManyConfused() {
    return confused.size() > limit;
  }

  /** When those who are missing begin to count as withdrawn. */
  public List<Instant> graceEnds() {
    List<Instant> ends = new ArrayList<>();
    for (String ref : missing) {
      Absence absence = remembered.get(ref);
      Instant since = absence == null ? null : absence.since();
      if (since != null) {
        ends.add(since.plus(GRACE));
      }
    }
    return ends;
  }

  /**
   * Looks who is gone.
   *
   * @param knownRefs everybody who ever had a row
   * @param present everybody who has one now
   * @param confused people whose name is beside the address of somebody else now
   * @param remembered what was remembered
   * @param confirmed whether an organiser confirms that so much was to be deleted or changed
   */
  public static Absences of(
      Set<String> knownRefs,
      Set<String> present,
      Set<String> confused,
      Map<String, Absence> remembered,
      Instant now,
      boolean confirmed) {
    Map<String, Absence> absent = new HashMap<>();
    int people = 0;
    for (String ref : knownRefs) {
      if (present.contains(ref)) {
        people++;
      } else {
        Absence absence = since(remembered.get(ref), now);
        absent.put(ref, absence);
        people += absence.isWithdrawal() ? 0 : 1;
      }
    }
    int limit = Math.max(AT_LEAST, people / ONE_IN);
    Set<String> missing = refs(absent, absence -> !absence.isWithdrawal());
    boolean believed = confirmed || (missing.size() <= limit && confused.size() <= limit);
    int settled = confirmed && confused.size() > limit ? confused.size() : 0;
    for (String ref : missing) {
      Absence absence = absent.getOrDefault(ref, Absence.WITHDRAWN);
      if (confirmed || (believed && isOver(absence, now))) {
        absent.put(ref, Absence.WITHDRAWN);
        settled += confirmed ? 1 : 0;
      } else if (!believed && !remembered.containsKey(ref)) {
        absent.remove(ref);
      }
    }
    Set<String> withdrawn = refs(absent, Absence::isWithdrawal);
    missing.removeAll(withdrawn);
    Set<String> doubted = confirmed ? Set.of() : confused;
    return new Absences(absent, withdrawn, missing, doubted, limit, settled);
  }

  private static Set<String> refs(Map<String, Absence> absent, Predicate<Absence> which) {
    return absent.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The remembered absence; a new one if the clock was set back, or the wait would be that much
   * longer.
   */
  private static Absence since(@Nullable Absence remembered, Instant now) {
    if (remembered == null) {
      return new Absence(now);
    }
    Instant since = remembered.since();
    return since != null && since.isAfter(now) ? new Absence(now) : remembered;
  }

  private static boolean isOver(Absence absence, Instant now) {
    Instant since = absence.since();
    return since != null && !now.isBefore(since.plus(GRACE));
  }
}
