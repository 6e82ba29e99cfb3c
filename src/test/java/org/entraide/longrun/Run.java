package org.entraide.longrun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

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
  private final Predicate<String> wanted;
  private final Set<String> done;

  /**
   * @param wanted which cases, by their ids. Nothing here looks at the class: it is for the thread
   *     that runs it to load it
   * @param first the first seed
   * @param known what ended before
   * @param limit after which no case begins
   */
  Run(
      Predicate<String> wanted,
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
    this.wanted = wanted;
    this.done = ConcurrentHashMap.newKeySet();
    this.done.addAll(known.keySet());
  }

  /** Whether a case is to begin now. */
  boolean takes(String id) {
    return wanted.test(id) && !done.contains(id) && !isOver();
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
    done.add(result.id());
    if (result.end() == CaseResult.End.FOUND) {
      file.found(result, everything);
      say.accept(Tables.finding(result, first));
    }
  }
}
