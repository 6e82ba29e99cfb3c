package org.entraide.journal.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entraide.journal.sql.SecretFile;

/**
 * A PostgreSQL database, and as whom it is reached.
 *
 * @param url such as {@code jdbc:postgresql://db/entraide}, without a password
 * @param user empty for the driver's own choice
 * @param password empty where the server asks for none, or the driver finds it in {@code ~/.pgpass}
 */
public record DatabaseServer(String url, Optional<String> user, Optional<String> password) {

  /** Four campaigns at once, the group's clock, and commands. */
  private static final int CONNECTIONS = 8;

  /** Nothing is waited for longer than a lease can bear. */
  private static final int CONNECT_SECONDS = 5;

  private static final int ANSWER_SECONDS = 20;

  /** Idle connections say something so often, before a proxy drops them; the pool's least. */
  private static final int ALIVE_SECONDS = 30;

  /** A copy of everything takes longer than any statement of the daily work. */
  static final int LONG_ANSWER_SECONDS = 1_200;

  /**
   * A database, with the user and password of the environment and a file.
   *
   * @param environment where {@code PGUSER} and {@code PGPASSWORD} are looked for
   * @param passwordFile goes before the environment
   * @throws org.entraide.journal.sql.JournalProblem if that file cannot be read, or others may read
   *     it
   */
  public static DatabaseServer of(
      String url, Optional<Path> passwordFile, Map<String, String> environment) {
    return new DatabaseServer(
        url,
        Optional.ofNullable(environment.get("PGUSER")).filter(it -> !it.isBlank()),
        passwordFile
            .map(SecretFile::read)
            .or(() -> Optional.ofNullable(environment.get("PGPASSWORD")))
            .filter(it -> !it.isEmpty()));
  }

  /** How it is called in messages: host and database. */
  public String place() {
    return url.replaceFirst("\\?.*", "");
  }

  /** How sure it must be that this is the server that is meant. */
  ServerTrust trust() {
    return ServerTrust.of(url, Path.of(System.getProperty("user.home", "")));
  }

  /** Connections, none of them opened yet. */
  HikariDataSource pool() {
    return pool(ANSWER_SECONDS);
  }

  /** Connections to read or replace all of it. */
  HikariDataSource patientPool() {
    return pool(LONG_ANSWER_SECONDS);
  }

  private HikariDataSource pool(int answerSeconds) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    user.ifPresent(config::setUsername);
    password.ifPresent(config::setPassword);
    trust().properties().forEach(config::addDataSourceProperty);
    config.setPoolName("journal");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
    config.setKeepaliveTime(ALIVE_SECONDS * 1000L);
    config.setInitializationFailTimeout(-1); // the first use says what is wrong
    config.setAutoCommit(false);
    if (answerSeconds == ANSWER_SECONDS) {
      // else a daemon that is suspended amid a transaction keeps its lease from all others
      config.setConnectionInitSql("SET idle_in_transaction_session_timeout = '5s'");
    }
    config.addDataSourceProperty("ApplicationName", "entraide");
    config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    config.addDataSourceProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
    config.addDataSourceProperty("socketTimeout", String.valueOf(answerSeconds));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  @Override
  public String toString() {
    return "DatabaseServer[" + place() + "]"; // without the password
  }
}
