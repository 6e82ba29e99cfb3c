package org.entraide.journal.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.journal.sql.MoveMark;
import org.entraide.journal.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table that both kinds of database have, as SQLite describes it: what a group of daemons shares
 * besides, such as leases, is not among them.
 */
public record CopiedTable(String name, List<Column> columns) {

  /** How a value travels. */
  enum Kind {
    TEXT(Types.VARCHAR),
    WHOLE(Types.BIGINT),
    REAL(Types.DOUBLE),
    TRUTH(Types.BOOLEAN);

    private final int type;

    Kind(int type) {
      this.type = type;
    }

    private static Kind of(String declared) {
      return switch (declared.toUpperCase(Locale.ROOT)) {
        case "TEXT" -> TEXT;
        case "BIGINT", "INTEGER" -> WHOLE;
        case "DOUBLE PRECISION" -> REAL;
        case "BOOLEAN" -> TRUTH;
        default -> throw new IllegalStateException("No way to copy " + declared + ".");
      };
    }

    private @Nullable Object read(ResultSet row, int index) throws SQLException {
      Object value =
          switch (this) {
            case TEXT -> Sql.storable(row.getString(index));
            case WHOLE -> row.getLong(index);
            case REAL -> row.getDouble(index) + 0.0; // SQLite knows no -0
            case TRUTH -> row.getBoolean(index);
          };
      return row.wasNull() ? null : value;
    }

    private void write(PreparedStatement statement, int index, @Nullable Object value)
        throws SQLException {
      if (value == null) {
        statement.setNull(index, type);
      } else {
        switch (this) {
          case TEXT -> statement.setString(index, (String) value);
          case WHOLE -> statement.setLong(index, (Long) value);
          case REAL -> statement.setDouble(index, (Double) value);
          case TRUTH -> statement.setBoolean(index, (Boolean) value);
        }
      }
    }
  }

  record Column(String name, Kind kind) {}

  public CopiedTable {
    columns = List.copyOf(columns);
  }

  /** All of them, each after those that its rows refer to. */
  public static List<CopiedTable> of(Connection sqlite) throws SQLException {
    String names =
        """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%' AND name <> ?
        ORDER BY name\
        """;
    Map<String, Set<String>> waiting = new LinkedHashMap<>();
    for (String name : Sql.query(sqlite, names, row -> row.getString(1), MoveMark.TABLE)) {
      String parents = "SELECT \"table\" FROM pragma_foreign_key_list(?)";
      waiting.put(name, new HashSet<>(Sql.query(sqlite, parents, row -> row.getString(1), name)));
    }
    List<CopiedTable> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      String next =
          waiting.keySet().stream()
              .filter(name -> waiting.getOrDefault(name, Set.of()).isEmpty())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Tables refer to each other."));
      waiting.remove(next);
      waiting.values().forEach(parents -> parents.remove(next));
      ordered.add(of(sqlite, next));
    }
    return ordered;
  }

  private static CopiedTable of(Connection sqlite, String name) throws SQLException {
    String columns = "SELECT name, type FROM pragma_table_info(?) ORDER BY cid";
    return new CopiedTable(
        name,
        Sql.query(
            sqlite,
            columns,
            row -> new Column(row.getString("name"), Kind.of(row.getString("type"))),
            name));
  }

  public String select() {
    return "SELECT " + names() + " FROM " + name;
  }

  String insert() {
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "INSERT INTO " + name + " (" + names() + ") VALUES (" + marks + ")";
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** A row as {@link #select} answers it. */
  public @Nullable Object[] read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).kind().read(row, i + 1);
    }
    return values;
  }

  /** Puts a row into the statement {@link #insert}. */
  void write(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      columns.get(i).kind().write(statement, i + 1, values[i]);
    }
  }
}
