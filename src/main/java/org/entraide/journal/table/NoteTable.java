package org.entraide.journal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.journal.sql.Sql;

/** What is remembered of people beside their answers. */
final class NoteTable {

  private NoteTable() {}

  static void store(Connection connection, String campaign, Map<Note, String> notes)
      throws SQLException {
    List<Map.Entry<Note, String>> kept = new ArrayList<>();
    List<Note> forgotten = new ArrayList<>();
    notes.forEach(
        (note, words) -> {
          if (words.isEmpty()) {
            forgotten.add(note);
          } else {
            kept.add(Map.entry(note, words));
          }
        });
    String sql =
        """
        INSERT INTO note (campaign, kind, subject, words) VALUES (?, ?, ?, ?)
        ON CONFLICT (campaign, kind, subject) DO UPDATE SET words = excluded.words\
        """;
    Sql.batch(
        connection,
        sql,
        kept,
        (s, e) ->
            Sql.bind(s, campaign, e.getKey().kind().name(), e.getKey().subject(), e.getValue()));
    Sql.batch(
        connection,
        "DELETE FROM note WHERE campaign = ? AND kind = ? AND subject = ?",
        forgotten,
        (s, note) -> Sql.bind(s, campaign, note.kind().name(), note.subject()));
  }

  static Map<Note, String> all(Connection connection, String campaign) throws SQLException {
    String sql = "SELECT kind, subject, words FROM note WHERE campaign = ?";
    Map<Note, String> notes = new HashMap<>();
    for (Map.Entry<Note, String> note :
        Sql.query(
            connection,
            sql,
            r ->
                Map.entry(
                    new Note(Note.Kind.valueOf(r.getString(1)), r.getString(2)), r.getString(3)),
            campaign)) {
      notes.put(note.getKey(), note.getValue());
    }
    return notes;
  }
}
