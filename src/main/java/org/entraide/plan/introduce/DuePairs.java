package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance.Proposed;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;

/**
 * Which pairs of a matching are introduced, and who is only compared yet. Pure.
 *
 * <p>A pair that waits is nobody's proposal: it is neither shown nor journalled, its needs count as
 * open, and the next pass computes it anew. Its helper's place is free again only then: no second
 * matching of the same pass gives it to somebody else.
 *
 * @param introduced pins among them
 * @param waiting the others
 * @param comparedUntil by person who needs, until when; only of those for whom a pair waits or who
 *     could get one by another answer
 */
public record DuePairs(
    List<Assignment> introduced, List<Assignment> waiting, Map<String, Instant> comparedUntil) {

  /** Of a matching that is not published. */
  public static final DuePairs NONE = new DuePairs(List.of(), List.of(), Map.of());

  /** More answers change nothing of these: people must. */
  private static final Set<OpenNeedReason> NOT_COMPARED =
      Set.of(OpenNeedReason.BY_HAND, OpenNeedReason.PLACE_UNKNOWN);

  public DuePairs {
    introduced = List.copyOf(introduced);
    waiting = List.copyOf(waiting);
    comparedUntil = Map.copyOf(comparedUntil);
  }

  /**
   * Chooses. A pair that was proposed already stays so, also where the time was made longer since.
   *
   * @param ends whose pairs wait, and until when: {@link HoldBackEnd#waiting}
   * @param proposed what the last matching proposed
   */
  public static DuePairs of(
      Matching matching, Map<String, Instant> ends, Collection<Proposed> proposed) {
    Set<Proposed> before = new HashSet<>(proposed);
    List<Assignment> introduced = new ArrayList<>();
    List<Assignment> waiting = new ArrayList<>();
    Set<String> compared = new HashSet<>();
    for (Assignment it : matching.assignments()) {
      boolean waits =
          it.round() > 0
              && ends.containsKey(it.person())
              && !before.contains(new Proposed(it.person(), it.helper()));
      if (waits) {
        waiting.add(it);
        compared.add(it.person());
      } else {
        introduced.add(it);
      }
    }
    Map<String, Instant> until = new HashMap<>();
    ends.forEach(
        (ref, end) -> {
          List<OpenReason> open = matching.reasons().getOrDefault(ref, List.of());
          if (compared.contains(ref)
              || open.stream().anyMatch(it -> !NOT_COMPARED.contains(it.reason()))) {
            until.put(ref, end);
          }
        });
    return new DuePairs(introduced, waiting, until);
  }
}
