package org.entraide.journal.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entraide.group.TokenShelf;
import org.entraide.journal.sql.Sql;
import org.entraide.journal.sql.Transactions;

/** Sealed tokens in PostgreSQL. */
final class ServerTokens implements TokenShelf {

  private static final String ONE = "SELECT name, change, sealed FROM token WHERE name = ?";
  private static final String ALL =
      "SELECT name, change, sealed FROM token ORDER BY name COLLATE \"C\"";
  private static final String PUT =
      """
      INSERT INTO token (name, change, sealed) VALUES (?, 1, ?)
      ON CONFLICT (name) DO UPDATE SET change = token.change + 1, sealed = EXCLUDED.sealed\
      """;

  /** The text as well: one that was removed and made anew begins to count anew. */
  private static final String REPLACE =
      """
      UPDATE token SET change = change + 1, sealed = ?
      WHERE name = ? AND change = ? AND sealed = ?\
      """;

  private final Transactions database;
  private final String place;

  /**
   * @param place how the database is called in messages
   */
  ServerTokens(Transactions database, String place) {
    this.database = database;
    this.place = place;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Optional<SealedText> find(String name) {
    return database.read(c -> Sql.query(c, ONE, ServerTokens::sealed, name)).stream().findFirst();
  }

  @Override
  public List<SealedText> all() {
    return database.read(c -> Sql.query(c, ALL, ServerTokens::sealed));
  }

  private static SealedText sealed(ResultSet row) throws SQLException {
    return new SealedText(row.getString("name"), row.getLong("change"), row.getString("sealed"));
  }

  @Override
  public void put(String name, String text) {
    database.change(c -> Sql.update(c, PUT, name, text));
  }

  @Override
  public boolean replace(SealedText seen, String text) {
    return database.write(
        c -> Sql.update(c, REPLACE, text, seen.name(), seen.change(), seen.text()) == 1);
  }

  @Override
  public boolean remove(String name) {
    String sql = "DELETE FROM token WHERE name = ?";
    return database.write(c -> Sql.update(c, sql, name) == 1);
  }
}
