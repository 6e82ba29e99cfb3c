package org.entraide.google.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.google.Offices;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.Operation;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Test;

class SheetsQuotaTest {

  private static final Operation READ = Operation.read("Reading", Operation.Target.SPREADSHEET);
  private static final Operation WRITE = Operation.write("Writing", Operation.Target.SPREADSHEET);
  private static final int A_USER = 55;
  private static final int A_PROJECT = 285;

  private final Offices.Time time = new Offices.Time();
  private final Quotas quotas = new Quotas(time);

  private static void ask(SheetsQuota quota, Operation operation, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      quota.counted(operation, () -> "").run();
    }
  }

  private static void isUsedUp(SheetsQuota quota, Operation operation, Instant until) {
    assertThatThrownBy(() -> ask(quota, operation, 1))
        .isInstanceOfSatisfying(
            RemoteFailure.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.THROTTLED);
              assertThat(e.maybeApplied()).isFalse();
              assertThat(e.retryAt()).contains(until);
            });
  }

  @Test
  void aUserReadsSoOftenInAMinuteAndWritesAsOften() throws Exception {
    Instant free = time.instant().plus(Duration.ofMinutes(1));
    SheetsQuota quota = quotas.sheets("robot@example.org", "project");

    ask(quota, READ, A_USER);

    isUsedUp(quota, READ, free);
    ask(quota, WRITE, A_USER);
    isUsedUp(quota, WRITE, free);
  }

  @Test
  void credentialsOfOneAccountCountTogetherHoweverItIsWritten() throws Exception {
    Instant free = time.instant().plus(Duration.ofMinutes(1));
    ask(quotas.sheets("Robot@example.org", "project"), READ, A_USER);

    isUsedUp(quotas.sheets("robot@example.org", "project"), READ, free);
    ask(quotas.sheets("other@example.org", "project"), READ, 1);
  }

  @Test
  void theUsersOfOneProjectShareWhatItMayAskFor() throws Exception {
    Instant free = time.instant().plus(Duration.ofMinutes(1));
    for (int user = 0; user < A_PROJECT / A_USER; user++) {
      ask(quotas.sheets(user + "@example.org", "project"), READ, A_USER);
    }
    ask(quotas.sheets("last@example.org", "project"), READ, A_PROJECT % A_USER);

    isUsedUp(quotas.sheets("last@example.org", "project"), READ, free);
    ask(quotas.sheets("last@example.org", "another"), READ, 1);
  }

  @Test
  void aRepetitionIsCountedAlthoughItIsNotRefused() throws Exception {
    SheetsQuota quota = quotas.sheets("robot@example.org", "project");
    ask(quota, READ, A_USER - 1);
    AtomicInteger calls = new AtomicInteger();
    Attempts.Action<Integer> call = quota.counted(READ, calls::incrementAndGet);
    call.run();
    time.sleep(Duration.ofSeconds(30));
    call.run();
    time.sleep(Duration.ofSeconds(30));

    assertThat(calls).hasValue(2);
    ask(quota, READ, A_USER - 1);
    isUsedUp(quota, READ, time.instant().plus(Duration.ofSeconds(30)));
  }

  @Test
  void aPassBeginsOnlyWhereThereIsEnoughForAllOfIt() throws Exception {
    SheetsQuota quota = quotas.sheets("robot@example.org", "project");
    assertThat(quota.throttledUntil()).isEmpty();
    ask(quota, READ, 43);
    assertThat(quota.throttledUntil()).isEmpty();
    Instant begun = time.instant();
    time.sleep(Duration.ofSeconds(10));
    ask(quota, READ, 1);

    assertThat(quota.throttledUntil()).contains(begun.plus(Duration.ofMinutes(1)));
  }

  @Test
  void spreadsheetsOfOneUserAreLookedAtInTurn() {
    SheetsQuota quota = quotas.sheets("robot@example.org", "project");
    quota.shares("only");
    assertThat(quota.fairInterval()).isZero();

    for (int i = 1; i < 40; i++) {
      quota.shares("sheet " + i);
      quota.shares("sheet " + i);
    }

    assertThat(quota.fairInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(quotas.sheets("other@example.org", "another").fairInterval()).isZero();
  }

  @Test
  void whereManyUsersShareAProjectItsPaceCounts() {
    for (int i = 0; i < 400; i++) {
      quotas.sheets((i % 100) + "@example.org", "project").shares("sheet " + i);
    }

    assertThat(quotas.sheets("0@example.org", "project").fairInterval())
        .isEqualTo(Duration.ofMinutes(2));
  }
}
