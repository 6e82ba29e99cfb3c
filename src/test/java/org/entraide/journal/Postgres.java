package org.entraide.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;

/** One real PostgreSQL for all tests of a JVM, with as many empty databases as are asked for. */
public final class Postgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String TEMPLATE = "with_tables";

  private static volatile boolean durable; // what a test writes need not survive the machine

  private Postgres() {}

  /** Started at its first use; ended with the JVM, by a hook of its own. */
  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        String synced = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", synced)
            .setServerConfig("synchronous_commit", synced)
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A template whose tables are there, so that each test need not make them. */
  private static final class Template {
    static final String NAME = make();

    private static String make() {
      execute("CREATE DATABASE " + TEMPLATE);
      ServerJournal.open(server(TEMPLATE)).close();
      return TEMPLATE;
    }
  }

  /** What is committed is to be on the disk, as it is anywhere else; said before the first use. */
  public static void durable() {
    durable = true;
  }

  /** A database with the journal's tables and nothing in them. */
  public static DatabaseServer fresh() {
    String name = "journal_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
    return server(name);
  }

  /** A database without any table. */
  public static DatabaseServer empty() {
    String name = "empty_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return server(name);
  }

  /**
   * What a database holds now, elsewhere. Nobody is connected meanwhile.
   *
   * @return for {@link #failOver}
   */
  public static String standby(DatabaseServer server) {
    String name = name(server);
    String copy = name + "_standby_" + DATABASES.incrementAndGet();
    empty(name);
    execute("CREATE DATABASE " + copy + " TEMPLATE " + name);
    execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    return copy;
  }

  /** The other one takes its place: what was committed since is lost, and all connections are. */
  public static void failOver(DatabaseServer server, String standby) {
    String name = name(server);
    empty(name);
    execute("ALTER DATABASE " + name + " RENAME TO " + standby + "_lost");
    execute("ALTER DATABASE " + standby + " RENAME TO " + name);
  }

  private static void empty(String name) {
    execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '"
            + name
            + "'");
  }

  private static String name(DatabaseServer server) {
    return server.url().substring(server.url().lastIndexOf('/') + 1);
  }

  /** Where it listens, on loopback. */
  public static int port() {
    return Holder.SERVER.getPort();
  }

  /** Runs something as the server's administrator. */
  public static void execute(String sql) {
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Whether a database has a table. */
  public static boolean hasTable(DatabaseServer server, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url(), "postgres", "postgres");
        ResultSet row = connection.getMetaData().getTables(null, null, table, null)) {
      return row.next();
    }
  }

  private static DatabaseServer server(String name) {
    return new DatabaseServer(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + name,
        Optional.of("postgres"),
        Optional.of("postgres"));
  }
}
