package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.journal.sql.Sql;

/** Notes: small facts of any kind, see {@link Note.Kind}. */
final class NoteTable {

  private NoteTable() {}

  /** What was sent of troubles is in the same table, and no pass reads it. */
  private static final String ALERT = "ALERT";

  /** A line of the table. */
  private record Line(String kind, String subject, String words) {}

  static void store(Connection connection, String campaign, Map<Note, String> notes)
      throws SQLException {
    List<Line> lines = new ArrayList<>();
    notes.forEach((note, words) -> lines.add(new Line(note.kind().name(), note.subject(), words)));
    storeLines(connection, campaign, lines);
  }

  static void storeAlerts(Connection connection, String campaign, Map<String, String> alerts)
      throws SQLException {
    List<Line> lines = new ArrayList<>();
    alerts.forEach((subject, words) -> lines.add(new Line(ALERT, subject, words)));
    storeLines(connection, campaign, lines);
  }

  private static void storeLines(Connection connection, String campaign, List<Line> lines)
      throws SQLException {
    String sql =
        """
        INSERT INTO note (campaign, kind, subject, words) VALUES (?, ?, ?, ?)
        ON CONFLICT (campaign, kind, subject) DO UPDATE SET words = excluded.words\
        """;
    Sql.batch(
        connection,
        sql,
        lines.stream().filter(line -> !line.words().isEmpty()).toList(),
        (s, line) -> Sql.bind(s, campaign, line.kind(), line.subject(), line.words()));
    Sql.batch(
        connection,
        "DELETE FROM note WHERE campaign = ? AND kind = ? AND subject = ?",
        lines.stream().filter(line -> line.words().isEmpty()).toList(),
        (s, line) -> Sql.bind(s, campaign, line.kind(), line.subject()));
  }

  static Map<Note, String> all(Connection connection, String campaign) throws SQLException {
    String sql = "SELECT kind, subject, words FROM note WHERE campaign = ? AND kind <> ?";
    Map<Note, String> notes = new HashMap<>();
    for (Line line : lines(connection, sql, campaign)) {
      notes.put(new Note(Note.Kind.valueOf(line.kind()), line.subject()), line.words());
    }
    return notes;
  }

  static Map<String, String> alerts(Connection connection, String campaign) throws SQLException {
    String sql = "SELECT kind, subject, words FROM note WHERE campaign = ? AND kind = ?";
    Map<String, String> alerts = new HashMap<>();
    for (Line line : lines(connection, sql, campaign)) {
      alerts.put(line.subject(), line.words());
    }
    return alerts;
  }

  private static List<Line> lines(Connection connection, String sql, String campaign)
      throws SQLException {
    return Sql.query(
        connection,
        sql,
        r -> new Line(r.getString(1), r.getString(2), r.getString(3)),
        campaign,
        ALERT);
  }
}
