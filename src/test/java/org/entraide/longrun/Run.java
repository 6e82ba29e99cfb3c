package org.entraide.longrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** One start of the long profile: which cases it tells, and how each ended. */
final class Run {

  /** The cases of a family in this part. */
  record Share(Family family, List<String> cases, int lanes) {}

  private final List<Share> shares;
  private final long first;
  private final double slowness;
  private final CaseFile file;
  private final Consumer<String> say;
  private final LongSupplier nanos;
  private final long began;
  private final long ends;
  private final Map<String, CaseResult> results;
  private final Set<String> left;
  private volatile String family = "";

  /**
   * @param known what ended before
   * @param limit after which no case begins; a very long one for none
   */
  Run(
      List<Share> shares,
      CaseFile.Begun begun,
      CaseFile file,
      Map<String, CaseResult> known,
      Duration limit,
      LongSupplier nanos,
      Consumer<String> say) {
    this.shares = List.copyOf(shares);
    this.first = begun.first();
    this.slowness = begun.slowness();
    this.file = file;
    this.results = Collections.synchronizedMap(new LinkedHashMap<>(known));
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.ends = began + limit.toNanos();
    this.say = say;
    this.left =
        shares.stream()
            .flatMap(share -> share.cases().stream())
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

  void begins(String name) {
    family = name;
  }

  /** A case ended. What is wrong is said at once. */
  void ended(CaseResult result, String everything) {
    file.add(result);
    results.put(result.id(), result);
    left.remove(result.id());
    if (result.end() == CaseResult.End.FOUND) {
      file.found(result, everything);
      say.accept(Tables.finding(result, first));
    }
  }

  List<Tally> tallies() {
    Map<String, CaseResult> now;
    synchronized (results) {
      now = new LinkedHashMap<>(results);
    }
    List<Tally> tallies = new ArrayList<>();
    for (Share share : shares) {
      tallies.add(Tally.of(share.family(), share.cases(), share.lanes(), now));
    }
    return tallies;
  }

  String progress() {
    return Tables.progress(
        tallies(), family, Duration.ofNanos(nanos.getAsLong() - began), slowness);
  }
}
