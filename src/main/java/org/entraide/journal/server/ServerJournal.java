package org.entraide.journal.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.group.Lease;
import org.entraide.group.Leases;
import org.entraide.group.SharedBudget;
import org.entraide.group.TokenShelf;
import org.entraide.journal.sql.FencedTransactions;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.JournalSchema;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.table.SqlJournal;

/** The journal in a PostgreSQL database, which any number of daemons share. */
public final class ServerJournal implements AutoCloseable {

  private final ServerDatabase database;

  private ServerJournal(ServerDatabase database) {
    this.database = database;
  }

  /**
   * Opens it for reading and writing; makes its tables where there are none, and brings older ones
   * up to date.
   *
   * @throws JournalProblem if it does not answer, refuses the user, is of a newer version, or was
   *     moved, or not all of it moved here yet
   */
  public static ServerJournal open(DatabaseServer server) {
    return open(server, JournalSchema.server());
  }

  static ServerJournal open(DatabaseServer server, JournalSchema schema) {
    return open(server, schema, new ServerDatabase(server), true);
  }

  /** To replace all of it. */
  public static ServerJournal openPatiently(DatabaseServer server) {
    return open(
        server, JournalSchema.server(), new ServerDatabase(server, server.patientPool()), true);
  }

  /** For a move from or to it, also one that has begun. */
  public static ServerJournal openToMigrate(DatabaseServer server) {
    return open(
        server, JournalSchema.server(), new ServerDatabase(server, server.patientPool()), false);
  }

  private static ServerJournal open(
      DatabaseServer server, JournalSchema schema, ServerDatabase database, boolean whole) {
    try {
      int version = version(database);
      if (version > schema.version()) {
        throw newer(server, version, schema);
      }
      if (whole) {
        refuseUnfinished(database);
      }
      if (version < schema.version()) {
        schema.upgradeServer(database.pool());
      }
      return new ServerJournal(database);
    } catch (SQLException e) {
      database.close();
      throw ServerProblems.of(server.place(), e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens it for reading, beside daemons or without.
   *
   * @throws JournalProblem likewise, and if there are no tables yet ({@link Kind#ABSENT})
   */
  public static ServerJournal openReadOnly(DatabaseServer server) {
    return openReadOnly(server, new ServerDatabase(server));
  }

  /** To read all of it. */
  public static ServerJournal openReadOnlyPatiently(DatabaseServer server) {
    return openReadOnly(server, new ServerDatabase(server, server.patientPool()));
  }

  private static ServerJournal openReadOnly(DatabaseServer server, ServerDatabase database) {
    JournalSchema schema = JournalSchema.server();
    try {
      int version = version(database);
      if (version > schema.version()) {
        throw newer(server, version, schema);
      }
      if (version == 0) {
        throw new JournalProblem(Kind.ABSENT, server.place(), "journal.absent", null);
      }
      if (version < schema.version()) {
        throw new JournalProblem(Kind.OLDER, server.place(), schema.writtenBy(version), null);
      }
      refuseUnfinished(database);
      return new ServerJournal(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void refuseUnfinished(ServerDatabase database) {
    database.read(
        c -> {
          MoveMark.refuse(c, database.place());
          return true;
        });
  }

  private static JournalProblem newer(DatabaseServer server, int version, JournalSchema schema) {
    return new JournalProblem(Kind.NEWER, server.place(), schema.writtenBy(version), null);
  }

  /** The version of its tables; 0 where there are none. */
  private static int version(ServerDatabase database) {
    return database.read(
        c ->
            Sql.query(c, "SELECT to_regclass('flyway_schema_history')", row -> row.getString(1))
                    .contains(null)
                ? 0
                : lastVersion(c));
  }

  private static int lastVersion(Connection connection) throws SQLException {
    String sql = "SELECT COALESCE(MAX(CAST(version AS INTEGER)), 0) FROM flyway_schema_history";
    return Sql.query(connection, sql, row -> row.getInt(1)).get(0);
  }

  /** What does not belong to one campaign's work: reports, commands, places, and reading. */
  public Journal journal() {
    return new SqlJournal(database, Optional.of(leases()));
  }

  /**
   * A campaign's journal for the owner of its lease: after the lease, nothing can be written by it.
   */
  public Journal journal(Lease lease) {
    return new SqlJournal(new FencedTransactions(database, database.place(), lease));
  }

  public ServerDatabase database() {
    return database;
  }

  /** Who works on what. */
  public Leases leases() {
    return new ServerLeases(database, database.place());
  }

  /** Looks at the server; changes nothing. */
  public ServerInspection inspect(InstantSource clock) {
    return ServerInspection.of(database, version(database), clock);
  }

  /** Where sign-ins are kept for all. */
  public TokenShelf tokens() {
    return new ServerTokens(database, database.place());
  }

  /** What all may ask Google for. */
  public SharedBudget budget() {
    return new ServerBudget(database);
  }

  /**
   * A hash that distinguishes this database from any other, also from a copy of it that is restored
   * elsewhere. It stays the same when a replica takes over.
   */
  public String identity() {
    String sql = "SELECT system_identifier || ' ' || current_database() FROM pg_control_system()";
    List<String> names = database.read(c -> Sql.query(c, sql, row -> row.getString(1)));
    return names.get(0);
  }

  @Override
  public void close() {
    database.close();
  }
}
