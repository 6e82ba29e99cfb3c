package org.entraide.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class GroupTest {

  private static final Terms TERMS = new Terms(Duration.ofSeconds(9), Duration.ofSeconds(15));
  private static final List<String> CAMPAIGNS = List.of("dublin", "londres");

  private final MovableClock clock = new MovableClock(Instant.parse("2020-03-26T12:00:00Z"));
  private final MemoryLeases leases = new MemoryLeases(clock);
  private boolean away;
  private boolean answerLost;
  private int ids;

  /** What one daemon does with its campaigns. */
  private static final class Hands implements Group.Work {
    final Map<String, Lease> leases = new HashMap<>();
    final List<Runnable> inHand = new ArrayList<>();
    boolean busy;
    boolean unable;

    @Override
    public boolean begin(Lease lease) {
      if (unable) {
        return false;
      }
      leases.put(lease.campaign(), lease);
      return true;
    }

    @Override
    public void end(String campaign, Runnable ended) {
      leases.remove(campaign);
      if (busy) {
        inHand.add(ended);
      } else {
        ended.run();
      }
    }

    Lease lease() {
      return Objects.requireNonNull(leases.get("londres"));
    }

    void finish() {
      busy = false;
      inHand.forEach(Runnable::run);
      inHand.clear();
    }
  }

  private Group member(Hands hands) {
    return new Group(
        mortal(), TERMS, CAMPAIGNS, hands, this::nanos, () -> "id" + ids++, "machine", "1", true);
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }

  /** The leases, which cannot be reached while the database is away. */
  private Leases mortal() {
    return (Leases)
        Proxy.newProxyInstance(
            Leases.class.getClassLoader(),
            new Class<?>[] {Leases.class},
            (proxy, method, arguments) -> {
              if (away) {
                throw new UncheckedIOException("db: away", new IOException());
              }
              try {
                Object answer = method.invoke(leases, arguments);
                if (answerLost && method.getName().equals("take")) {
                  throw new UncheckedIOException("db: away", new IOException());
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private void pass(Duration time, Group... groups) {
    Instant until = clock.instant().plus(time);
    while (clock.instant().isBefore(until)) {
      clock.advance(TERMS.look());
      for (Group group : groups) {
        group.look();
      }
    }
  }

  @Test
  void theFirstTakesAllAndTheSecondIsGivenItsShareAfterTheCycleInHand() {
    Hands first = new Hands();
    Hands second = new Hands();
    Group a = member(first);
    Group b = member(second);
    a.look();
    assertThat(first.leases).hasSize(2);
    first.busy = true;
    b.look();
    pass(Duration.ofSeconds(12), a, b);
    assertThat(first.leases).hasSize(1);
    assertThat(second.leases).isEmpty();

    first.finish();
    b.look();

    assertThat(second.leases).hasSize(1);
    assertThat(second.leases.keySet()).doesNotContainAnyElementsOf(first.leases.keySet());
    assertThat(second.leases.values()).allMatch(lease -> lease.fence() == 2 && lease.holds());
    pass(Duration.ofMinutes(2), a, b);
    assertThat(first.leases).hasSize(1);
  }

  @Test
  void afterADeathTheOthersGoOnWithinHalfAMinute() {
    Hands first = new Hands();
    Hands second = new Hands();
    Group a = member(first);
    Group b = member(second);
    a.look();
    b.look();
    pass(Duration.ofSeconds(12), a, b);

    pass(Duration.ofSeconds(21), b); // a is dead
    assertThat(second.leases).hasSize(1);
    pass(Duration.ofSeconds(6), b);

    assertThat(second.leases).hasSize(2);
  }

  @Test
  void whoeverWasSuspendedFindsAllLostBeforeItsNextEffectAndTakesNothingUpThatIsStillInHand() {
    Hands hands = new Hands();
    Group group = member(hands);
    group.look();
    Lease lease = hands.lease();
    assertThat(lease.holds()).isTrue();
    hands.busy = true;

    clock.advance(Duration.ofMinutes(3));

    assertThat(lease.holds()).isFalse();
    pass(Duration.ofSeconds(30), group);
    assertThat(hands.leases).isEmpty();
    hands.finish();
    group.look();
    assertThat(hands.leases).hasSize(2);
    assertThat(lease.holds()).isFalse();
    assertThat(hands.lease().fence()).isEqualTo(2);
  }

  @Test
  void whileTheDatabaseIsAwayWhatIsHeldEndsByItselfAndGoesOnWhenItIsBack() {
    Hands hands = new Hands();
    Group group = member(hands);
    group.look();
    Lease lease = hands.lease();
    away = true;
    pass(Duration.ofSeconds(6), group);
    assertThat(lease.holds()).isTrue();
    assertThat(group.isAway()).isTrue();

    pass(Duration.ofSeconds(6), group);

    assertThat(lease.holds()).isFalse();
    assertThat(hands.leases).isEmpty();
    pass(Duration.ofMinutes(5), group);
    away = false;
    pass(Duration.ofSeconds(6), group);
    assertThat(group.isAway()).isFalse();
    assertThat(hands.leases).hasSize(2);
  }

  @Test
  void afterAMomentWithoutTheDatabaseEverythingIsTakenUpAnewFromWhatIsWritten() {
    Hands hands = new Hands();
    Group group = member(hands);
    group.look();
    Lease before = hands.lease();
    away = true;
    pass(Duration.ofSeconds(3), group);
    away = false;

    pass(Duration.ofSeconds(6), group);

    assertThat(before.holds()).isFalse();
    assertThat(hands.lease().fence()).isEqualTo(2);
  }

  @Test
  void afterAFailoverBetweenTwoLooksEverythingIsTakenUpAnewFromWhatIsWritten() {
    Hands hands = new Hands();
    Group group = member(hands);
    group.look();
    pass(Duration.ofSeconds(3), group);
    MemoryLeases elsewhere = leases.copy();
    pass(Duration.ofSeconds(3), group);
    Lease before = hands.lease();
    assertThat(before.fence()).isEqualTo(1);

    leases.becomes(elsewhere);
    pass(Duration.ofSeconds(6), group);

    assertThat(before.holds()).isFalse();
    assertThat(hands.leases.values()).hasSize(2).allMatch(it -> it.fence() == 2 && it.holds());
  }

  @Test
  void leasesWhoseTakingWasNotAnsweredAreFreedAndTakenAnew() {
    Hands hands = new Hands();
    Group group = member(hands);
    answerLost = true;
    group.look();
    assertThat(hands.leases).isEmpty();
    assertThat(leases.look(CAMPAIGNS, Duration.ZERO).campaignLeases()).noneMatch(it -> it.isFree());
    answerLost = false;

    pass(Duration.ofSeconds(9), group);

    assertThat(hands.leases).hasSize(2);
    assertThat(hands.leases.values()).allMatch(Lease::holds);
  }

  @Test
  void whoeverLeavesIsFollowedAtOnce() {
    Hands first = new Hands();
    Hands second = new Hands();
    Group a = member(first);
    Group b = member(second);
    a.look();
    b.look();
    pass(Duration.ofSeconds(12), a, b);

    assertThat(a.leave()).isEmpty();
    b.look();

    assertThat(second.leases).hasSize(2);
    assertThat(first.leases.values()).noneMatch(Lease::holds);
  }

  @Test
  void ofSeveralThatEndTogetherTheLastOneIsLeftWithAllCampaigns() {
    Group a = member(new Hands());
    Group b = member(new Hands());
    a.look();
    b.look();
    pass(Duration.ofSeconds(12), a, b);
    Group command =
        new Group(
            mortal(),
            TERMS,
            CAMPAIGNS,
            new Hands(),
            this::nanos,
            () -> "id" + ids++,
            "x",
            "1",
            false);
    command.look();

    assertThat(a.leave()).isEmpty();
    assertThat(b.leave()).isEqualTo(CAMPAIGNS);
  }

  @Test
  void whoeverCannotLearnWhoIsLeftIsNotTheLast() {
    Group a = member(new Hands());
    a.look();
    away = true;

    assertThat(a.leave()).isEmpty();
  }

  @Test
  void whatOneCannotWorkOnGoesToAnother() {
    Hands first = new Hands();
    Hands second = new Hands();
    first.unable = true;
    Group a = member(first);
    Group b = member(second);
    a.look();
    b.look();
    pass(Duration.ofSeconds(30), a, b);

    assertThat(second.leases).hasSize(2);
  }
}
