package org.entraide.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.group.Leases.CampaignLease;
import org.entraide.group.Leases.GroupMember;
import org.entraide.group.Leases.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {

  private static final Instant NOON = Instant.parse("2020-03-25T12:00:00Z");

  private static GroupMember member(String id, boolean shares) {
    return new GroupMember(id, id, "1", shares, NOON);
  }

  private static CampaignLease holding(String campaign, String owner, long people) {
    return new CampaignLease(campaign, owner, 1, NOON, owner.isEmpty(), people);
  }

  private static Set<String> names(GroupState state) {
    return state.campaignLeases().stream().map(CampaignLease::campaign).collect(Collectors.toSet());
  }

  private static Balance.Moves moves(GroupState state, String me) {
    return Balance.of(state, me, names(state), Set.of());
  }

  @Test
  void whoeverIsAloneTakesAllAndGivesNothing() {
    GroupState state =
        new GroupState(
            List.of(member("a", true)),
            List.of(holding("dublin", "", 10), holding("londres", "", 200), holding("x", "a", 1)));

    assertThat(moves(state, "a").takes()).containsExactly("londres", "dublin");
    assertThat(moves(state, "a").gives()).isEmpty();
  }

  @Test
  void aCommandIsGivenNothing() {
    GroupState state =
        new GroupState(
            List.of(member("a", true), member("command", false)),
            List.of(holding("dublin", "a", 10), holding("londres", "a", 10)));

    assertThat(moves(state, "a").gives()).isEmpty();
  }

  @Test
  void whatNobodyElseCanTakeIsTakenByWhoeverCan() {
    GroupState state =
        new GroupState(
            List.of(member("a", true), member("b", true)),
            List.of(holding("londres", "", 10), holding("x", "a", 500)));

    assertThat(moves(state, "a").takes()).isEmpty();
    assertThat(Balance.of(state, "a", names(state), Set.of("londres")).takes())
        .containsExactly("londres");
    assertThat(Balance.of(state, "b", Set.of("x"), Set.of()).takes()).isEmpty();
  }

  /** Members come and go; all of them look at once, and again until nothing moves. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyCampaignComesToRestAndNobodyHasFarMoreThanTheirShare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> owners = new TreeMap<>();
    Map<String, Long> people = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      owners.put("c" + i, "");
      people.put("c" + i, (long) random.nextInt(random.nextBoolean() ? 2000 : 50));
    }
    List<String> members = new ArrayList<>(List.of("m0"));
    for (int change = 1; change < 8; change++) {
      if (members.size() > 1 && random.nextInt(3) == 0) {
        String gone = members.remove(random.nextInt(members.size()));
        owners.replaceAll((c, owner) -> owner.equals(gone) ? "" : owner);
      } else {
        members.add("m" + change);
      }
      int looks = settle(owners, people, members);

      assertThat(looks).as("looks until nothing moves").isLessThan(40);
      assertThat(owners).doesNotContainValue("");
      long all = people.values().stream().mapToLong(it -> it + 25).sum();
      long largest = people.values().stream().mapToLong(it -> it + 25).max().orElse(0);
      for (String member : members) {
        long load =
            owners.entrySet().stream()
                .filter(e -> e.getValue().equals(member))
                .mapToLong(e -> people.getOrDefault(e.getKey(), 0L) + 25)
                .sum();
        assertThat(load).as(member).isLessThanOrEqualTo(all / members.size() + largest);
      }
    }
  }

  private static int settle(
      Map<String, String> owners, Map<String, Long> people, List<String> members) {
    for (int looks = 0; ; looks++) {
      GroupState state =
          new GroupState(
              members.stream().sorted().map(id -> member(id, true)).toList(),
              owners.entrySet().stream()
                  .map(e -> holding(e.getKey(), e.getValue(), people.getOrDefault(e.getKey(), 0L)))
                  .toList());
      Map<String, String> next = new TreeMap<>(owners);
      for (String member : members) {
        Balance.Moves moves = moves(state, member);
        moves.takes().forEach(c -> next.put(c, member));
        moves.gives().forEach(c -> next.put(c, ""));
      }
      if (next.equals(owners)) {
        return looks;
      }
      owners.putAll(next);
      if (looks > 100) {
        return looks;
      }
    }
  }
}
