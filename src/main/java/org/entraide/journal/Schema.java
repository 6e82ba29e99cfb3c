package org.entraide.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The journal's tables and how they came about: script n makes version n of version n - 1.
 *
 * @param scripts SQL, the first for version 1; each statement ends with a semicolon at the end of
 *     its line, and no semicolon ends a line elsewhere
 */
record Schema(List<String> scripts) {

  /** As many as there are files {@code V1.sql}, {@code V2.sql}… beside this class. */
  private static final int VERSION = 7;

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";[ \\t]*(\\R|$)");

  Schema {
    scripts = List.copyOf(scripts);
  }

  static Schema current() {
    return new Schema(IntStream.rangeClosed(1, VERSION).mapToObj(Schema::script).toList());
  }

  int version() {
    return scripts.size();
  }

  /** The version of a database; 0 of one that this class never saw. */
  static int versionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /** Brings a database to this version; to be called within a transaction that writes. */
  void upgrade(Connection connection) throws SQLException {
    // Asked again here, since another process may have upgraded it while this one waited.
    int from = versionOf(connection);
    try (Statement statement = connection.createStatement()) {
      for (String script : scripts.subList(Math.min(from, version()), version())) {
        for (String sql : END_OF_STATEMENT.splitAsStream(script).toList()) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      if (from < version()) {
        statement.execute("PRAGMA user_version = " + version());
      }
    }
  }

  private static String script(int version) {
    String name = "V" + version + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
