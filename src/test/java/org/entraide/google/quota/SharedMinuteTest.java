package org.entraide.google.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.entraide.google.Offices;
import org.entraide.google.wire.Operation;
import org.entraide.group.MemoryBudget;
import org.entraide.group.SharedBudget;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.Budgets;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres")
class SharedMinuteTest {

  private static final Duration COUNTS = Duration.ofSeconds(65);
  private static final int LIMIT = 55;

  private final Offices.Time time = new Offices.Time();
  private final MemoryBudget budget = new MemoryBudget(time, COUNTS);
  private final SharedMinute first = minute(LIMIT);
  private final SharedMinute second = minute(LIMIT);

  private SharedMinute minute(int limit) {
    return new SharedMinute(budget, "somebody", limit, SharedMinute.GOOD, time);
  }

  private record Use(long atMillis, int units) {}

  /** The most that any window holds, wherever it begins: it is enough to look from each use on. */
  private static long most(List<Use> uses, Duration window) {
    List<Use> sorted = new ArrayList<>(uses);
    sorted.sort((a, b) -> Long.compare(a.atMillis(), b.atMillis()));
    long most = 0;
    long within = 0;
    int first = 0;
    for (Use use : sorted) {
      within += use.units();
      while (sorted.get(first).atMillis() <= use.atMillis() - window.toMillis()) {
        within -= sorted.get(first).units();
        first++;
      }
      most = Math.max(most, within);
    }
    return most;
  }

  @Test
  void whatOneTakesIsMissingForTheOther() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(first.take(1)).isEmpty();
    }
    int got = 0;
    while (second.take(1).isEmpty()) {
      got++;
    }

    assertThat(got).isBetween(1, LIMIT - 50);
    assertThat(second.take(1)).contains(time.instant().plus(COUNTS));
    time.sleep(COUNTS);
    assertThat(second.take(1)).isEmpty();
  }

  @Test
  void howMuchIsLeftIsToldWithoutAsking() throws Exception {
    first.take(40);
    second.take(1);
    int statements = budget.asked();

    assertThat(second.room()).isEqualTo(14);
    assertThat(second.freeAt(14)).isEmpty();
    assertThat(second.freeAt(15)).contains(time.instant().plus(COUNTS));
    assertThat(budget.asked()).isEqualTo(statements);
  }

  @Test
  void whatIsKnownToBeUsedUpIsNotAskedForAgain() throws Exception {
    first.take(LIMIT);
    second.take(1);
    int statements = budget.asked();

    for (int i = 0; i < 10; i++) {
      assertThat(second.take(1)).isPresent();
    }
    assertThat(budget.asked()).isEqualTo(statements);
  }

  @Test
  void aSliceIsGoodForSecondsOnly() throws Exception {
    first.take(1);
    first.take(1); // two were taken, of which one is left
    time.sleep(SharedMinute.GOOD);
    int statements = budget.asked();

    first.take(1);

    assertThat(budget.asked()).isEqualTo(statements + 1);
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsAskedOfGoogleAndFewWaitForIt() throws Exception {
    budget.away(true);

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> first.take(1))
          .isInstanceOfSatisfying(
              RemoteFailure.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.THROTTLED);
                assertThat(e.maybeApplied()).isFalse();
                assertThat(e.retryAt()).contains(time.instant().plusSeconds(5));
              });
    }
    first.spend(1);
    assertThat(first.room()).isZero();
    assertThat(first.freeAt(1)).contains(time.instant().plusSeconds(5));
    assertThat(budget.asked()).isEqualTo(1);

    budget.away(false);
    time.sleep(Duration.ofSeconds(5));
    assertThat(first.take(1)).isEmpty();
  }

  /** As after a process was suspended while it asked. */
  @Test
  void anAnswerThatComesTooLateIsNotSpent() {
    SharedBudget slow =
        (subject, least, most, limit) -> {
          SharedBudget.BudgetGrant grant = budget.take(subject, least, most, limit);
          time.sleep(SharedMinute.GOOD);
          return grant;
        };
    SharedMinute late = new SharedMinute(slow, "somebody", LIMIT, SharedMinute.GOOD, time);

    assertThatThrownBy(() -> late.take(1))
        .isInstanceOfSatisfying(
            RemoteFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.THROTTLED));
  }

  @Test
  void aRepetitionCountsForAllAlthoughItIsNotRefused() throws Exception {
    first.take(LIMIT);
    first.spend(3);
    second.take(1);

    assertThat(second.room()).isZero();
    time.sleep(COUNTS);
    assertThat(second.take(LIMIT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void noMinuteOfFiveProcessesHoldsMoreThanGoogleAllows(int seed) throws Exception {
    Random random = new Random(seed);
    List<SharedMinute> processes = IntStream.range(0, 5).mapToObj(i -> minute(LIMIT)).toList();
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      time.sleep(Duration.ofMillis(random.nextInt(random.nextInt(20) == 0 ? 8_000 : 200)));
      int price = 1 + random.nextInt(3);
      if (processes.get(random.nextInt(5)).take(price).isEmpty()) {
        uses.add(new Use(time.instant().toEpochMilli(), price));
      }
    }
    long minutes =
        Duration.ofMillis(uses.get(uses.size() - 1).atMillis() - uses.get(0).atMillis())
            .toMinutes();
    long units = uses.stream().mapToLong(Use::units).sum();

    assertThat(most(uses, Duration.ofMinutes(1))).isLessThanOrEqualTo(LIMIT);
    assertThat(units).isGreaterThan(minutes * LIMIT * 6 / 10); // and most of it is of use
  }

  /** Five threads, the real clock and a real PostgreSQL, with a "minute" of two seconds. */
  @Test
  void fiveProcessesAtOnceNeverGetMoreThanThereIs() throws Exception {
    Duration window = Duration.ofSeconds(2);
    List<Use> uses = Collections.synchronizedList(new ArrayList<>());
    InstantSource clock = InstantSource.system();
    ExecutorService threads = Executors.newFixedThreadPool(5);
    List<CountedBudget> counted = new ArrayList<>();
    try (Budgets budgets = new Budgets(Postgres.fresh())) {
      Instant end = clock.instant().plusSeconds(9);
      List<Future<?>> work = new ArrayList<>();
      for (int process = 0; process < 5; process++) {
        CountedBudget shared = new CountedBudget(budgets.counting(Duration.ofMillis(2_500)));
        counted.add(shared);
        SharedMinute minute =
            new SharedMinute(shared, "somebody", 200, Duration.ofMillis(400), clock);
        Random random = new Random(process);
        work.add(
            threads.submit(
                () -> {
                  while (clock.instant().isBefore(end)) {
                    int price = 1 + random.nextInt(3);
                    boolean taken = takes(minute, price);
                    if (taken) {
                      uses.add(new Use(clock.instant().toEpochMilli(), price));
                    }
                    Thread.sleep(taken ? random.nextInt(4) : 20);
                  }
                  return null;
                }));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    long statements = counted.stream().mapToLong(it -> it.statements).sum();
    long nanos = counted.stream().mapToLong(it -> it.nanos).sum();
    System.out.printf(
        "five processes: %d requests, %d statements, %.1f ms each, at most %d of 200 in two"
            + " seconds%n",
        uses.size(), statements, nanos / 1e6 / statements, most(uses, window));
    assertThat(most(uses, window)).isLessThanOrEqualTo(200);
    assertThat(uses.stream().mapToLong(Use::units).sum()).isGreaterThan(400);
  }

  /** On a busy machine an answer may come too late to be spent: a daemon asks again. */
  private static boolean takes(SharedMinute minute, int price) throws RemoteFailure {
    try {
      return minute.take(price).isEmpty();
    } catch (RemoteFailure e) {
      if (e.kind() != RemoteFailure.Kind.THROTTLED) {
        throw e;
      }
      return false;
    }
  }

  private static final class CountedBudget implements SharedBudget {
    private final SharedBudget budget;
    private volatile long statements;
    private volatile long nanos;

    CountedBudget(SharedBudget budget) {
      this.budget = budget;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // of one thread
    public BudgetGrant take(String subject, int least, int most, int limit) {
      long begin = System.nanoTime();
      BudgetGrant grant = budget.take(subject, least, most, limit);
      nanos += System.nanoTime() - begin;
      statements++;
      return grant;
    }
  }

  /** What a hundred requests cost the database: one statement each at most for user and project. */
  @Test
  void longPassesAskTheDatabaseSeldom() throws Exception {
    int busySheets = statements(Duration.ofMillis(300), 50);
    int quietSheets = statements(Duration.ofSeconds(7), 50);
    int mailbox = mailboxStatements();
    System.out.printf(
        "statements for 100 requests: %d in a busy pass on a sheet, %d one by one, %d on a"
            + " mailbox%n",
        busySheets * 2, quietSheets * 2, mailbox);

    assertThat(busySheets).isLessThanOrEqualTo(25);
    assertThat(quietSheets).isLessThanOrEqualTo(100);
    assertThat(mailbox).isLessThanOrEqualTo(20);
  }

  private int statements(Duration pace, int requests) throws Exception {
    int before = budget.asked();
    SheetsQuota quota =
        new Quotas(time, Optional.of(budget)).sheets("robot" + pace + "@example.org", "p" + pace);
    for (int i = 0; i < requests; i++) {
      quota.counted(Operation.read("Reading", Operation.Target.SPREADSHEET), () -> "").run();
      time.sleep(pace);
    }
    return budget.asked() - before;
  }

  private int mailboxStatements() throws Exception {
    int before = budget.asked();
    MinuteQuota quota = new Quotas(time, Optional.of(budget)).mailbox("ana@example.org");
    int[] prices = {1, 2, 5, 10, 20, 40};
    for (int i = 0; i < 100; i++) {
      quota.take(prices[i % prices.length]);
      time.sleep(Duration.ofMillis(150));
    }
    return budget.asked() - before;
  }
}
