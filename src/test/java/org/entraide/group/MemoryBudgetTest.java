package org.entraide.group;

import java.time.Duration;
import java.time.Instant;

class MemoryBudgetTest extends BudgetContract {

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  @Override
  protected SharedBudget open() {
    return new MemoryBudget(() -> now, Duration.ofSeconds(1));
  }

  @Override
  protected void sleep(Duration pause) {
    now = now.plus(pause);
  }
}
