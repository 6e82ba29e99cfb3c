package org.entraide.journal.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.entraide.group.SharedBudget;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.Transactions;

/** What was taken of minutes, in PostgreSQL and by its clock. */
final class ServerBudget implements SharedBudget {

  /** A minute, and five seconds to spend in what was taken. */
  private static final Duration COUNTS = Duration.ofSeconds(65);

  private final Transactions database;
  private final Duration counts;

  ServerBudget(Transactions database) {
    this(database, COUNTS);
  }

  /**
   * @param counts for how long what is taken counts
   */
  ServerBudget(Transactions database, Duration counts) {
    this.database = database;
    this.counts = counts;
  }

  @Override
  public BudgetGrant take(String subject, int least, int most, int limit) {
    return database.write(c -> take(c, subject, least, most, limit));
  }

  private BudgetGrant take(Connection c, String subject, int least, int most, int limit)
      throws SQLException {
    String sql = "SELECT seconds, amount FROM quota_take(?, ?, ?, ?, make_interval(secs => ?))";
    List<TakenUnits> rows =
        Sql.query(
            c,
            sql,
            row -> new TakenUnits(Duration.ofSeconds(row.getInt(1)), row.getLong(2)),
            subject,
            least,
            most,
            limit,
            Sql.seconds(counts));
    TakenUnits now = rows.remove(0);
    return new BudgetGrant(Math.toIntExact(now.units()), rows);
  }
}
