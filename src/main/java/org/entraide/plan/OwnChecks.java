package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The check that is a row's, beside it or wherever it was moved to. */
final class OwnChecks {

  private final Map<String, RowCheck> byKey = new HashMap<>();

  /**
   * @param mayBeEdited whether a row may be the answer, edited since, that the check of contents
   *     which are gone was written beside
   */
  OwnChecks(List<ResponseRow> rows, Predicate<ResponseRow> mayBeEdited) {
    Set<String> contents = new HashSet<>();
    Map<String, RowCheck> byFingerprint = new HashMap<>();
    for (ResponseRow row : rows) {
      contents.add(row.fingerprint());
      row.ownCheck().ifPresent(check -> byKey.putIfAbsent(row.key(), check));
    }
    for (boolean moved : new boolean[] {true, false}) { // first those that are not in their own row
      for (ResponseRow row : rows) {
        row.check()
            .filter(check -> row.showsOthersCheck() == moved)
            .ifPresent(
                check -> check.fingerprint().ifPresent(f -> byFingerprint.putIfAbsent(f, check)));
      }
    }
    for (ResponseRow row : rows) {
      RowCheck moved = byFingerprint.get(row.fingerprint());
      if (moved != null) {
        byKey.putIfAbsent(row.key(), moved);
      }
    }
    for (ResponseRow row : rows) {
      if (mayBeEdited.test(row)) {
        // an edited answer has new contents beside its own old check; one of other contents that
        // are there was written amiss, since rows had moved
        row.check()
            .filter(check -> check.fingerprints().stream().noneMatch(contents::contains))
            .ifPresent(check -> byKey.putIfAbsent(row.key(), check));
      }
    }
  }

  Optional<RowCheck> of(ResponseRow row) {
    return Optional.ofNullable(byKey.get(row.key()));
  }
}
