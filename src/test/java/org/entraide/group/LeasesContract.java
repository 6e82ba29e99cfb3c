package org.entraide.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.group.Leases.CampaignLease;
import org.entraide.group.Leases.GroupMember;
import org.entraide.group.Leases.Renewal;
import org.junit.jupiter.api.Test;

/** What leases do, whatever keeps them. */
public abstract class LeasesContract {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final List<String> BOTH = List.of("dublin", "londres");

  protected abstract Leases leases();

  /** As after a failover: the last renewals are forgotten where they are kept. */
  protected abstract void forget(Duration last);

  /** Lets time pass where they are kept. */
  protected abstract void wait(Duration time);

  private void join(String id, Duration lasts) {
    leases().join(id, "machine " + id, "1.0", true, lasts);
  }

  @Test
  void aCampaignBelongsToWhoeverTookItFirst() {
    join("a", LONG);
    join("b", LONG);
    assertThat(leases().look(BOTH, LONG).campaignLeases())
        .allMatch(CampaignLease::isFree)
        .hasSize(2);

    Map<String, Long> first = leases().take("a", List.of("londres"), Duration.ZERO);
    Map<String, Long> second = leases().take("b", BOTH, Duration.ZERO);

    assertThat(first).containsOnlyKeys("londres");
    assertThat(second).containsOnlyKeys("dublin");
    assertThat(leases().look(BOTH, Duration.ZERO).campaignLeases())
        .extracting(CampaignLease::campaign, CampaignLease::owner, CampaignLease::isFree)
        .containsExactly(tuple("dublin", "b", false), tuple("londres", "a", false));
    assertThat(leases().look(BOTH, LONG).members())
        .extracting(GroupMember::id, GroupMember::name)
        .containsExactly(tuple("a", "machine a"), tuple("b", "machine b"));
  }

  @Test
  void eachOwnerHasAHigherNumberThanTheOneBefore() {
    join("a", LONG);
    leases().look(BOTH, LONG);
    long first = leases().take("a", BOTH, LONG).getOrDefault("londres", 0L);
    leases().free("a", "londres", first);

    long second = leases().take("a", BOTH, LONG).getOrDefault("londres", 0L);
    leases().free("a", "londres", first); // is not its number any more

    assertThat(second).isGreaterThan(first);
    assertThat(leases().look(List.of("londres"), LONG).campaignLeases())
        .extracting(CampaignLease::fence, CampaignLease::isFree)
        .containsExactly(tuple(second, false));
  }

  @Test
  void aRenewalThatIsForgottenIsNoticedOnce() {
    Leases leases = leases();
    leases.join("a", "machine a", "1.0", true, LONG);
    assertThat(leases.renew("a", LONG)).isEqualTo(Renewal.RENEWED);
    assertThat(leases.renew("a", LONG)).isEqualTo(Renewal.RENEWED);

    forget(Duration.ofSeconds(3));

    assertThat(leases.renew("a", LONG)).isEqualTo(Renewal.SET_BACK);
    assertThat(leases.renew("a", LONG)).isEqualTo(Renewal.RENEWED);
  }

  @Test
  void afterAMembershipEndsItsLeasesAreFreeWhenTheGraceIsOverAsWell() {
    join("a", SHORT);
    join("b", LONG);
    leases().look(BOTH, LONG);
    leases().take("a", BOTH, LONG);
    wait(SHORT.plusMillis(50));

    assertThat(leases().renew("a", LONG)).isEqualTo(Renewal.OVER);
    assertThat(leases().look(BOTH, LONG).members())
        .extracting(GroupMember::id)
        .containsExactly("b");
    assertThat(leases().take("b", BOTH, LONG)).isEmpty();
    assertThat(leases().look(BOTH, LONG).campaignLeases()).noneMatch(CampaignLease::isFree);
    assertThat(leases().take("b", BOTH, Duration.ZERO)).containsOnlyKeys("dublin", "londres");
  }

  @Test
  void aMembershipThatIsRenewedLasts() {
    join("a", SHORT);
    leases().look(BOTH, LONG);
    leases().take("a", BOTH, LONG);
    assertThat(leases().renew("a", LONG)).isEqualTo(Renewal.RENEWED);
    wait(SHORT.plusMillis(50));

    assertThat(leases().look(BOTH, Duration.ZERO).campaignLeases())
        .noneMatch(CampaignLease::isFree);
  }

  @Test
  void whoeverIsNoMemberTakesNothing() {
    join("a", SHORT);
    leases().look(BOTH, LONG);
    wait(SHORT.plusMillis(50));

    assertThat(leases().take("a", BOTH, LONG)).isEmpty();
    assertThat(leases().take("nobody", BOTH, LONG)).isEmpty();
    assertThat(leases().renew("nobody", LONG)).isEqualTo(Renewal.OVER);
  }

  @Test
  void whoeverLeavesFreesAllAtOnce() {
    join("a", LONG);
    join("b", LONG);
    leases().look(BOTH, LONG);
    leases().take("a", BOTH, LONG);

    leases().leave("a");

    assertThat(leases().take("b", BOTH, LONG).keySet()).isEqualTo(Set.copyOf(BOTH));
    assertThat(leases().look(BOTH, LONG).members())
        .extracting(GroupMember::id)
        .containsExactly("b");
  }

  @Test
  void campaignsOfNobodysConfigurationAreLeftOut() {
    join("a", LONG);
    leases().look(List.of("old", "londres"), LONG);

    assertThat(leases().look(List.of("londres"), LONG).campaignLeases())
        .extracting(CampaignLease::campaign)
        .containsExactly("londres");
  }
}
