package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entraide.journal.sql.Sql;
import org.entraide.plan.layout.CellKey;

/** Who is who, and what was last written about them. */
public final class PeopleTables {

  private PeopleTables() {}

  public static void reserve(Connection connection, String campaign, Collection<String> references)
      throws SQLException {
    String sql =
        """
        INSERT INTO given_reference (campaign, reference) VALUES (?, ?)
        ON CONFLICT (campaign, reference) DO NOTHING\
        """;
    Sql.batch(connection, sql, references, (s, reference) -> Sql.bind(s, campaign, reference));
  }

  static boolean isReserved(Connection connection, String reference) throws SQLException {
    String sql = "SELECT 1 FROM given_reference WHERE reference = ? LIMIT 1";
    return !Sql.query(connection, sql, row -> true, reference).isEmpty();
  }

  static Set<String> references(Connection connection, String campaign) throws SQLException {
    String sql = "SELECT reference FROM given_reference WHERE campaign = ?";
    return Set.copyOf(Sql.query(connection, sql, row -> row.getString(1), campaign));
  }

  static void storeFingerprints(
      Connection connection, String campaign, Map<String, String> references) throws SQLException {
    String sql =
        """
        INSERT INTO fingerprint (campaign, fingerprint, reference) VALUES (?, ?, ?)
        ON CONFLICT (campaign, fingerprint) DO UPDATE SET reference = excluded.reference\
        """;
    Sql.batch(
        connection,
        sql,
        references.entrySet(),
        (s, entry) -> Sql.bind(s, campaign, entry.getKey(), entry.getValue()));
  }

  static Map<String, String> fingerprints(Connection connection, String campaign)
      throws SQLException {
    String sql = "SELECT fingerprint, reference FROM fingerprint WHERE campaign = ?";
    return map(
        Sql.query(connection, sql, r -> Map.entry(r.getString(1), r.getString(2)), campaign));
  }

  static void storeFirstAnswers(
      Connection connection, String campaign, Map<String, Instant> firstAnswers)
      throws SQLException {
    String sql =
        """
        INSERT INTO first_answer (campaign, reference, answered_at) VALUES (?, ?, ?)
        ON CONFLICT (campaign, reference) DO UPDATE SET answered_at = excluded.answered_at
        WHERE excluded.answered_at < first_answer.answered_at\
        """;
    Sql.batch(
        connection,
        sql,
        firstAnswers.entrySet(),
        (s, entry) -> Sql.bind(s, campaign, entry.getKey(), Sql.text(entry.getValue())));
  }

  static Map<String, Instant> firstAnswers(Connection connection, String campaign)
      throws SQLException {
    String sql = "SELECT reference, answered_at FROM first_answer WHERE campaign = ?";
    return map(
        Sql.query(
            connection,
            sql,
            r -> Map.entry(r.getString(1), Sql.moment(r, "answered_at")),
            campaign));
  }

  static void storeWrittenHashes(
      Connection connection, String campaign, Map<CellKey, String> hashes) throws SQLException {
    // Copied, so that a map that changes or fails on the way is seen once.
    Map<CellKey, String> written = new HashMap<>(hashes);
    Map<CellKey, String> forgotten = new HashMap<>(written);
    written.values().removeIf(String::isEmpty);
    forgotten.keySet().removeAll(written.keySet());
    String upsert =
        """
        INSERT INTO cell (campaign, reference, mark, hash) VALUES (?, ?, ?, ?)
        ON CONFLICT (campaign, reference, mark) DO UPDATE SET hash = excluded.hash\
        """;
    Sql.batch(
        connection,
        upsert,
        written.entrySet(),
        (s, e) -> Sql.bind(s, campaign, e.getKey().row(), e.getKey().column(), e.getValue()));
    Sql.batch(
        connection,
        "DELETE FROM cell WHERE campaign = ? AND reference = ? AND mark = ?",
        forgotten.keySet(),
        (s, key) -> Sql.bind(s, campaign, key.row(), key.column()));
  }

  static Map<CellKey, String> writtenHashes(Connection connection, String campaign)
      throws SQLException {
    String sql = "SELECT reference, mark, hash FROM cell WHERE campaign = ?";
    return map(
        Sql.query(
            connection,
            sql,
            r -> Map.entry(new CellKey(r.getString(1), r.getString(2)), r.getString(3)),
            campaign));
  }

  private static <K, V> Map<K, V> map(Collection<Map.Entry<K, V>> entries) {
    Map<K, V> map = new HashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }
}
