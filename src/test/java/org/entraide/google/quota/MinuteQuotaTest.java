package org.entraide.google.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.entraide.google.Offices;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteQuotaTest {

  private static final int ALL = 5_400;

  private final Offices.Time time = new Offices.Time();
  private final MinuteQuota quota = new Quotas(time).mailbox("ana@example.org");

  @Test
  void aMinuteHoldsSoMuchAndNoMore() throws Exception {
    assertThat(quota.room(10)).isEqualTo(540);
    quota.take(ALL);

    assertThat(quota.room(1)).isZero();
    assertThatThrownBy(() -> quota.take(1))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.THROTTLED);
              assertThat(e.maybeApplied()).isFalse();
            });
  }

  @Test
  void whatGoogleSaysIsObeyedHoweverMuchIsLeft() throws Exception {
    Instant allowed = time.instant().plusSeconds(600);
    quota.obey(new RemoteFailure(Kind.THROTTLED, false, allowed, "Too much.", null));

    assertThat(quota.room(1)).isZero();
    assertThat(quota.freeAt(1)).contains(allowed);
    assertThatThrownBy(() -> quota.take(1))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.retryAt()).contains(allowed));
    time.sleep(Duration.ofMinutes(10));
    quota.take(1);
  }

  @Test
  void otherFailuresCloseNothing() throws Exception {
    quota.obey(RemoteFailure.of(Kind.UNAVAILABLE, "Away."));

    quota.take(1);
  }

  @Test
  void aClockThatWasWrongWhenGoogleSaidSoIsNotWaitedFor() throws Exception {
    Instant allowed = time.instant().plusSeconds(60);
    quota.obey(new RemoteFailure(Kind.THROTTLED, false, allowed, "Too much.", null));

    time.sleep(Duration.ofHours(-1));

    quota.take(1);
  }

  @Test
  void whatWasUsedIsFreeAMinuteLaterAndNotBefore() throws Exception {
    quota.take(ALL - 100);
    time.sleep(Duration.ofSeconds(20));
    quota.take(100);
    time.sleep(Duration.ofSeconds(39));
    assertThat(quota.room(100)).isZero();

    time.sleep(Duration.ofSeconds(1));

    assertThat(quota.room(100)).isEqualTo(53);
  }

  @Test
  void aRefusalTellsWhenThereIsEnough() throws Exception {
    Instant begin = time.instant();
    quota.take(3_000);
    time.sleep(Duration.ofSeconds(20));
    quota.take(2_400);

    assertThatThrownBy(() -> quota.take(40))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> assertThat(e.retryAt()).contains(begin.plus(Duration.ofMinutes(1))));
    assertThatThrownBy(() -> quota.take(4_000))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> assertThat(e.retryAt()).contains(begin.plus(Duration.ofSeconds(80))));
  }

  @Test
  void whatIsAskedAgainIsCountedAlthoughItIsNotRefused() throws Exception {
    quota.take(ALL);
    quota.spend(40);
    time.sleep(Duration.ofMinutes(1));

    assertThat(quota.room(1)).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noMinuteWhereverItBeginsHoldsMore(int seed) {
    Random random = new Random(seed);
    Deque<Object[]> minute = new ArrayDeque<>();
    int used = 0;
    for (int i = 0; i < 20_000; i++) {
      time.sleep(Duration.ofMillis(random.nextInt(300)));
      while (!minute.isEmpty()
          && !((Instant) minute.peek()[0]).plusSeconds(60).isAfter(time.instant())) {
        used -= (int) minute.remove()[1];
      }
      int price = new int[] {1, 2, 5, 10, 20, 40}[random.nextInt(6)] * 4;
      try {
        quota.take(price);
        used += price;
        minute.add(new Object[] {time.instant(), price});
      } catch (RemoteFailure e) {
        assertThat(used + price).isGreaterThan(ALL);
      }
      assertThat(used).isLessThanOrEqualTo(ALL);
    }
  }
}
