package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entraide.journal.sql.Sql;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;

/** What online geocoders answered, by keyed hashes of what they were asked, and the key. */
final class PlaceTables {

  private PlaceTables() {}

  static Optional<String> key(Connection connection) throws SQLException {
    List<String> keys =
        Sql.query(connection, "SELECT secret FROM place_key", row -> row.getString(1));
    return keys.stream().findFirst();
  }

  static String keepKey(Connection connection, String fresh) throws SQLException {
    String sql = "INSERT INTO place_key (only_one, secret) VALUES (1, ?) ON CONFLICT DO NOTHING";
    Sql.update(connection, sql, fresh);
    return key(connection).orElseThrow();
  }

  static Optional<CachedPlace> find(Connection connection, String hash) throws SQLException {
    String sql =
        """
        SELECT question, latitude, longitude, fineness, uncertainty_km, name, country, confidence,
          provider, fetched_at, expires_at
        FROM place WHERE hash = ?\
        """;
    return Sql.query(connection, sql, PlaceTables::cached, hash).stream().findFirst();
  }

  private static CachedPlace cached(ResultSet row) throws SQLException {
    String question = row.getString("question");
    return new CachedPlace(
        question.isEmpty() ? Optional.of(place(row)) : Optional.empty(),
        question,
        Sql.moment(row, "fetched_at"),
        Sql.moment(row, "expires_at"));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
        Precision.valueOf(row.getString("fineness")),
        row.getDouble("uncertainty_km"),
        row.getString("name"),
        row.getString("country"),
        row.getDouble("confidence"),
        row.getString("provider"));
  }

  static void keep(Connection connection, String hash, CachedPlace answer) throws SQLException {
    String expired = "DELETE FROM place WHERE expires_at <= ? OR hash = ?";
    String insert =
        """
        INSERT INTO place (hash, question, fetched_at, expires_at, fineness, name, country,
          provider, latitude, longitude, uncertainty_km, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (hash) DO NOTHING\
        """; // another daemon keeps the same answer at this moment
    Sql.update(connection, expired, Sql.text(answer.fetchedAt()), hash);
    Sql.batch(connection, insert, List.of(answer), (s, a) -> bind(s, hash, a));
  }

  private static void bind(PreparedStatement statement, String hash, CachedPlace answer)
      throws SQLException {
    Optional<Place> place = answer.place();
    Sql.bind(
        statement,
        hash,
        answer.question(),
        Sql.text(answer.fetchedAt()),
        Sql.text(answer.expiresAt()),
        place.map(p -> p.precision().name()).orElse(null),
        place.map(Place::name).orElse(null),
        place.map(Place::country).orElse(null),
        place.map(Place::provider).orElse(null));
    statement.setObject(9, place.map(p -> p.point().latitude()).orElse(null));
    statement.setObject(10, place.map(p -> p.point().longitude()).orElse(null));
    statement.setObject(11, place.map(Place::uncertaintyKm).orElse(null));
    statement.setObject(12, place.map(Place::confidence).orElse(null));
  }
}
