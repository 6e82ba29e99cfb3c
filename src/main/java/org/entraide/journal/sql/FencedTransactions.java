package org.entraide.journal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.entraide.group.Lease;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.text.Message;

/**
 * Transactions of one campaign's owner: each that writes has the database compare the lease's owner
 * and number first, in the same transaction, and keeps both from changing until it ends. An earlier
 * owner of the lease writes nothing more.
 */
public final class FencedTransactions implements Transactions {

  /** The number goes along into what is journalled: see the default of {@code effect.fence}. */
  private static final String CHECK =
      """
      SELECT set_config('entraide.fence', l.fence::text, true) FROM lease l
      WHERE l.campaign = ? AND l.owner = ? AND l.fence = ? FOR SHARE\
      """;

  private final Transactions database;
  private final String place;
  private final Lease lease;

  /**
   * @param place how the database is called in messages
   */
  public FencedTransactions(Transactions database, String place, Lease lease) {
    this.database = database;
    this.place = place;
    this.lease = lease;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public <T> T read(Work<T> work) {
    return database.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return database.write(
        c -> {
          check(c);
          return work.in(c);
        });
  }

  private void check(Connection connection) throws SQLException {
    List<String> held =
        Sql.query(
            connection,
            CHECK,
            row -> row.getString(1),
            lease.campaign(),
            lease.owner(),
            lease.fence());
    if (held.isEmpty()) {
      Message cause = Message.of("journal.fenced").with("campaign", lease.campaign());
      throw new JournalProblem(Kind.FENCED, place, cause, null);
    }
  }

  @Override
  public void leaveNoTrace() {
    database.leaveNoTrace();
  }

  /** Nothing: the database is the process's. */
  @Override
  public void close() {}
}
