package org.entraide.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entraide.group.Leases.CampaignLease;
import org.entraide.group.Leases.GroupMember;
import org.entraide.group.Leases.GroupState;

/**
 * Who takes and who gives, so that members have about as many people each. Every member decides for
 * itself on what all of them see; a member that loses a race looks again. Pure.
 *
 * <p>Free campaigns go, the largest first, to the member with the least: longest processing time
 * first (Graham 1969). A member gives a campaign away only where it keeps its fair share without
 * it, and free ones go to those below theirs, so that each move lowers the sum of squared loads and
 * moves come to an end.
 */
final class Balance {

  /** A campaign is looked at again and again also where nobody has answered yet. */
  private static final long OF_A_CAMPAIGN = 25;

  private static final Comparator<CampaignLease> LARGEST_FIRST =
      Comparator.comparingLong(Balance::weight).reversed().thenComparing(CampaignLease::campaign);

  private Balance() {}

  /**
   * What one member does.
   *
   * @param takes free campaigns
   * @param gives campaigns that it holds
   */
  record Moves(List<String> takes, List<String> gives) {
    Moves {
      takes = List.copyOf(takes);
      gives = List.copyOf(gives);
    }
  }

  /**
   * @param me one of the members
   * @param able the campaigns that this member can work on
   * @param orphans free for so long that the member that ought to take them cannot, or taken when
   *     they were
   */
  static Moves of(GroupState state, String me, Set<String> able, Set<String> orphans) {
    Map<String, Long> loads = new HashMap<>();
    List<GroupMember> members = state.members().stream().filter(GroupMember::shares).toList();
    members.forEach(member -> loads.put(member.id(), 0L));
    long all = 0;
    for (CampaignLease campaignLease : state.campaignLeases()) {
      all += weight(campaignLease);
      loads.computeIfPresent(campaignLease.owner(), (owner, load) -> load + weight(campaignLease));
    }
    List<String> takes = new ArrayList<>();
    for (CampaignLease free : sorted(state, CampaignLease::isFree)) {
      String taker = orphans.contains(free.campaign()) ? me : least(members, loads).orElse(me);
      loads.merge(taker, weight(free), Long::sum);
      if (taker.equals(me) && able.contains(free.campaign())) {
        takes.add(free.campaign());
      }
    }
    List<String> gives = new ArrayList<>();
    long load = loads.getOrDefault(me, 0L);
    int shares = Math.max(1, members.size());
    if (takes.isEmpty()) { // what is free comes first
      for (CampaignLease own : sorted(state, it -> it.owner().equals(me))) {
        if (!orphans.contains(own.campaign()) && (load - weight(own)) * shares >= all) {
          gives.add(own.campaign());
          load -= weight(own);
        }
      }
    }
    return new Moves(takes, gives);
  }

  private static List<CampaignLease> sorted(GroupState state, Predicate<CampaignLease> which) {
    return state.campaignLeases().stream()
        .filter(which)
        .sorted(LARGEST_FIRST)
        .collect(Collectors.toList());
  }

  private static Optional<String> least(List<GroupMember> members, Map<String, Long> loads) {
    return members.stream()
        .map(GroupMember::id)
        .min(
            Comparator.comparingLong((String id) -> loads.getOrDefault(id, 0L))
                .thenComparing(Comparator.naturalOrder()));
  }

  static long weight(CampaignLease campaignLease) {
    return campaignLease.people() + OF_A_CAMPAIGN;
  }
}
