package org.entraide.journal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What plain JDBC leaves to write again and again. */
public final class Sql {

  /** Puts an item into a statement. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(PreparedStatement statement, T item) throws SQLException;
  }

  /** Makes an item of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Statements sent to the driver at once: keeps its memory small. */
  private static final int BATCH = 1_000;

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Replaces what cannot be kept of a text: the replacement character. */
  private static final int MARK = 0xFFFD;

  private Sql() {}

  public static <T> void batch(
      Connection connection, String sql, Iterable<T> items, Binder<T> binder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T item : items) {
        binder.bind(statement, item);
        statement.addBatch();
        waiting++;
        if (waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }

  public static <T> List<T> query(
      Connection connection, String sql, Mapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> items = new ArrayList<>();
        while (rows.next()) {
          items.add(mapper.map(rows));
        }
        return items;
      }
    }
  }

  /** Runs a statement that changes rows; returns how many. */
  public static int update(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  /** Runs an insertion that ends with {@code RETURNING id}. */
  public static long insert(Connection connection, String sql, Object... arguments)
      throws SQLException {
    return query(connection, sql, row -> row.getLong(1), arguments).get(0);
  }

  /** Texts, of which any may be null, and values of other types, of which none may. */
  public static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument == null || argument instanceof String) {
        statement.setString(i + 1, storable((String) argument));
      } else {
        statement.setObject(i + 1, argument);
      }
    }
  }

  /** A length as {@code make_interval(secs => ?)} takes it. */
  public static double seconds(Duration length) {
    return length.toMillis() / 1000.0;
  }

  /**
   * A text as both databases keep it: PostgreSQL has none with U+0000, and neither has one with
   * half a surrogate pair. A sheet, a geocoder or a form may send either.
   */
  public static @Nullable String storable(@Nullable String text) {
    if (text == null || isStorable(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints().forEach(point -> storable.appendCodePoint(isText(point) ? point : MARK));
    return storable.toString();
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(int codePoint) {
    return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
  }

  /**
   * Writes a moment exactly, and so that texts sort like moments.
   *
   * @throws IllegalArgumentException if its year has not four digits
   */
  public static String text(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new IllegalArgumentException("The moment %s is out of range.".formatted(moment));
    }
    return MOMENT.format(moment);
  }

  public static @Nullable String textOrNull(@Nullable Instant moment) {
    return moment == null ? null : text(moment);
  }

  public static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }
}
