package org.entraide.journal.server;

import java.time.Duration;
import org.entraide.group.SharedBudget;

/** Budgets in a real PostgreSQL that count for less than a minute, so that a test is over soon. */
public final class Budgets implements AutoCloseable {

  private final ServerDatabase database;

  public Budgets(DatabaseServer server) {
    this.database = new ServerDatabase(server);
  }

  /** As one process sees it. */
  public SharedBudget counting(Duration counts) {
    return new ServerBudget(database, counts);
  }

  @Override
  public void close() {
    database.close();
  }
}
