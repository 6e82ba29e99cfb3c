package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;

/**
 * Which pairs of a matching are introduced, and which are only compared yet. Pure.
 *
 * <p>A pair that is only compared is nobody's proposal: it is neither shown nor journalled, its
 * needs count as open, and the next pass computes it anew. Its helper's place is free again only
 * then: no second matching of the same pass gives it to somebody else.
 *
 * @param introduced pins among them
 * @param compared the others
 * @param comparedUntil by person who needs, until when; only of those who have a compared pair or
 *     could get one by another answer
 */
public record DuePairs(
    List<Assignment> introduced, List<Assignment> compared, Map<String, Instant> comparedUntil) {

  /** Of a matching that is not published. */
  public static final DuePairs NONE = new DuePairs(List.of(), List.of(), Map.of());

  /** More answers change nothing of these: people must. */
  private static final Set<OpenNeedReason> NOT_COMPARED =
      Set.of(OpenNeedReason.BY_HAND, OpenNeedReason.PLACE_UNKNOWN);

  public DuePairs {
    introduced = List.copyOf(introduced);
    compared = List.copyOf(compared);
    comparedUntil = Map.copyOf(comparedUntil);
  }

  /**
   * Chooses. A pair that was proposed already stays so, also where the time was made longer since.
   *
   * @param ends whose pairs are only compared, and until when: {@link HoldBackEnd#heldBackUntil}
   * @param reservedUntil who is introduced to nobody until then, neither as person nor as helper
   * @param proposed what the last matching proposed
   */
  public static DuePairs of(
      Matching matching,
      Map<String, Instant> ends,
      Map<String, Instant> reservedUntil,
      Collection<ProposedPair> proposed) {
    Set<ProposedPair> alreadyProposed = new HashSet<>(proposed);
    List<Assignment> introduced = new ArrayList<>();
    List<Assignment> compared = new ArrayList<>();
    Set<String> comparedPeople = new HashSet<>();
    Map<String, Instant> until = new HashMap<>();
    for (Assignment it : matching.assignments()) {
      Optional<Instant> free =
          Stream.of(it.person(), it.helper())
              .flatMap(ref -> Optional.ofNullable(reservedUntil.get(ref)).stream())
              .max(Comparator.naturalOrder());
      free.ifPresent(end -> until.merge(it.person(), end, DuePairs::later));
      boolean compares =
          it.round() > 0
              && ends.containsKey(it.person())
              && !alreadyProposed.contains(new ProposedPair(it.person(), it.helper()));
      if (compares) {
        comparedPeople.add(it.person());
      }
      if (compares || free.isPresent()) {
        compared.add(it);
      } else {
        introduced.add(it);
      }
    }
    ends.forEach(
        (ref, end) -> {
          List<OpenReason> open = matching.reasons().getOrDefault(ref, List.of());
          if (comparedPeople.contains(ref)
              || open.stream().anyMatch(it -> !NOT_COMPARED.contains(it.reason()))) {
            until.merge(ref, end, DuePairs::later);
          }
        });
    return new DuePairs(introduced, compared, until);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
