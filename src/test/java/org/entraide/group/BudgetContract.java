package org.entraide.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.entraide.group.SharedBudget.BudgetGrant;
import org.entraide.group.SharedBudget.TakenUnits;
import org.junit.jupiter.api.Test;

/** What a shared budget does, wherever it is counted. */
public abstract class BudgetContract {

  /** An empty one of which what is taken counts for a second. */
  protected abstract SharedBudget open();

  /** Lets time go by. */
  protected abstract void sleep(Duration pause) throws InterruptedException;

  private static long counting(BudgetGrant grant) {
    return grant.counting().stream().mapToLong(TakenUnits::units).sum();
  }

  @Test
  void asMuchIsTakenAsIsOfUseAndNoMoreThanThereIs() {
    SharedBudget budget = open();

    assertThat(budget.take("a", 1, 6, 10).units()).isEqualTo(6);
    assertThat(budget.take("a", 1, 6, 10).units()).isEqualTo(4);
    BudgetGrant none = budget.take("a", 1, 6, 10);
    assertThat(none.units()).isZero();
    assertThat(counting(none)).isEqualTo(10);
    assertThat(budget.take("b", 1, 6, 10).units()).isEqualTo(6);
  }

  @Test
  void lessThanTheLeastIsNotTaken() {
    SharedBudget budget = open();
    budget.take("a", 1, 8, 10);

    assertThat(budget.take("a", 3, 5, 10).units()).isZero();
    assertThat(budget.take("a", 2, 5, 10).units()).isEqualTo(2);
  }

  @Test
  void whatWasTakenCountsForItsTimeAndItIsToldHowLong() throws InterruptedException {
    SharedBudget budget = open();
    budget.take("a", 1, 10, 10);

    BudgetGrant none = budget.take("a", 1, 1, 10);
    assertThat(none.units()).isZero();
    assertThat(none.counting())
        .allSatisfy(
            it -> assertThat(it.ends()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1)));
    sleep(Duration.ofMillis(1100));

    BudgetGrant all = budget.take("a", 10, 10, 10);
    assertThat(all.units()).isEqualTo(10);
    assertThat(counting(all)).isEqualTo(10);
  }

  @Test
  void whatIsSpentAlreadyIsPutDownBeyondAnyLimit() {
    SharedBudget budget = open();
    budget.take("a", 10, 10, 10);

    assertThat(budget.take("a", 3, 3, Integer.MAX_VALUE).units()).isEqualTo(3);
    assertThat(counting(budget.take("a", 1, 1, 10))).isEqualTo(13);
  }
}
