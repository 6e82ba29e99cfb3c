package org.entraide.plan.layout;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The check that is a row's, beside it or wherever it was moved to. */
public final class OwnChecks {

  private final Map<String, RowCheck> byKey = new HashMap<>();

  /**
   * @param mayBeEdited whether a row may be the answer, edited since, that the check of contents
   *     which are gone was written beside
   * @param seen whether the journal saw that check as a row's own: equal rows have several
   */
  public OwnChecks(
      List<ResponseRow> rows,
      Predicate<ResponseRow> mayBeEdited,
      BiPredicate<ResponseRow, RowCheck> seen) {
    Set<String> fingerprints = new HashSet<>();
    for (ResponseRow row : rows) {
      fingerprints.add(row.fingerprint());
      row.ownCheck().ifPresent(check -> byKey.putIfAbsent(row.key(), check));
    }
    ListMultimap<String, RowCheck> moved = ArrayListMultimap.create(); // by contents
    Map<String, RowCheck> inPlace = new HashMap<>();
    for (ResponseRow row : rows) {
      RowCheck check = row.check().orElse(null);
      String checkedFingerprint = row.check().flatMap(RowCheck::fingerprint).orElse("");
      if (check != null && row.showsOthersCheck()) {
        moved.put(checkedFingerprint, check);
      } else if (check != null) {
        inPlace.putIfAbsent(checkedFingerprint, check);
      }
    }
    for (ResponseRow row : rows) {
      List<RowCheck> gone = moved.get(row.fingerprint());
      gone.stream()
          .filter(check -> seen.test(row, check))
          .findFirst()
          .or(() -> gone.stream().findFirst())
          .or(() -> Optional.ofNullable(inPlace.get(row.fingerprint())))
          .ifPresent(check -> byKey.putIfAbsent(row.key(), check));
    }
    for (ResponseRow row : rows) {
      if (mayBeEdited.test(row)) {
        // an edited answer has new contents beside its own old check; one of other contents that
        // are there was written amiss, since rows had moved
        row.check()
            .filter(check -> check.fingerprints().stream().noneMatch(fingerprints::contains))
            .ifPresent(check -> byKey.putIfAbsent(row.key(), check));
      }
    }
  }

  public Optional<RowCheck> of(ResponseRow row) {
    return Optional.ofNullable(byKey.get(row.key()));
  }
}
