package org.entraide.longrun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The cases of a family that a process is to tell, and how each ends. */
final class Run {

  /**
   * The cases of a family in this part.
   *
   * @param lanes how many of them run at once
   */
  record Share(Family family, List<String> cases, int lanes) {}

  private final long first;
  private final CaseFile file;
  private final Consumer<String> say;
  private final LongSupplier nanos;
  private final long ends;
  private final Set<String> left;

  /**
   * @param first the first seed
   * @param known what ended before
   * @param limit after which no case begins
   */
  Run(
      Share share,
      long first,
      CaseFile file,
      Map<String, CaseResult> known,
      Duration limit,
      LongSupplier nanos,
      Consumer<String> say) {
    this.first = first;
    this.file = file;
    this.nanos = nanos;
    this.ends = nanos.getAsLong() + limit.toNanos();
    this.say = say;
    this.left =
        share.cases().stream()
            .filter(id -> !known.containsKey(id))
            .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
  }

  /** Whether a case is to begin now. */
  boolean takes(String id) {
    return left.contains(id) && !isOver();
  }

  /** Whether the time that was given is over. */
  boolean isOver() {
    return nanos.getAsLong() - ends >= 0;
  }

  /**
   * A case ended. What is wrong is said at once.
   *
   * @param everything that is wrong, with where
   */
  void ended(CaseResult result, String everything) {
    file.add(result);
    left.remove(result.id());
    if (result.end() == CaseResult.End.FOUND) {
      file.found(result, everything);
      say.accept(Tables.finding(result, first));
    }
  }
}
