package org.entraide.longrun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a family is.
 *
 * @param cases the ids of its cases in this part
 * @param lanes how many of them run at once on this machine
 * @param results of those that ended, whenever
 */
record Tally(Family family, List<String> cases, int lanes, List<CaseResult> results) {

  /** From so many on, what cases took here says more than what the file says. */
  private static final int ENOUGH = 10;

  static Tally of(Family family, List<String> cases, int lanes, Map<String, CaseResult> all) {
    return new Tally(
        family,
        cases,
        lanes,
        Stream.concat(cases.stream(), Stream.of(whole(family.name())))
            .filter(all::containsKey)
            .map(all::get)
            .toList());
  }

  /**
   * The id of what goes wrong outside its cases, such as in what is looked at after all of them.
   */
  static String whole(String family) {
    return family + ":(class)";
  }

  int done() {
    return (int) results.stream().filter(it -> !it.id().equals(whole(family.name()))).count();
  }

  int left() {
    return cases.size() - done();
  }

  List<CaseResult> ended(CaseResult.End end) {
    return results.stream().filter(it -> it.end() == end).toList();
  }

  /** Whose cases took a usual time: what is wrong takes long to be made shorter. */
  private List<CaseResult> usual() {
    return ended(CaseResult.End.OK);
  }

  /** What a case took; as the file says where none ended. */
  double measured() {
    return usual().stream().mapToDouble(CaseResult::seconds).average().orElse(family.seconds());
  }

  /**
   * What a case will take, by itself.
   *
   * @param slowness how many times as long this machine takes as the one of the file
   */
  double expected(double slowness) {
    double known = family.seconds() * (family.scales() ? slowness : 1);
    return usual().size() < ENOUGH ? known : measured();
  }

  /** Until its last case has ended. */
  Duration remaining(double slowness) {
    return millis(left() * expected(slowness) / lanes);
  }

  /** What the cases that ended took. */
  Duration taken() {
    return millis(results.stream().mapToDouble(CaseResult::seconds).sum() / lanes);
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
