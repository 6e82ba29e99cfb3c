package org.entraide.journal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.Sql;
import org.entraide.text.Message;

/** Keeps a group of daemons from a database while all of it is read or replaced. */
final class GroupGuard {

  private static final String MEMBERS =
      "SELECT name FROM member WHERE expires_at > clock_timestamp() ORDER BY name";

  private GroupGuard() {}

  /**
   * Until the transaction ends nobody joins and nobody writes; everybody may read.
   *
   * @throws JournalProblem if a daemon is at work
   */
  static void hold(Connection server, List<CopiedTable> tables, String place) throws SQLException {
    String names =
        Stream.concat(Stream.of("member"), tables.stream().map(CopiedTable::name))
            .collect(Collectors.joining(", "));
    Sql.update(server, "SET LOCAL lock_timeout = '5s'");
    refuse(server, place); // at once, rather than after a wait for one of its locks
    Sql.update(server, "LOCK TABLE " + names + " IN EXCLUSIVE MODE");
    refuse(server, place);
  }

  /**
   * @throws JournalProblem if a daemon is at work
   */
  static void refuse(Connection server, String place) throws SQLException {
    List<String> members = Sql.query(server, MEMBERS, row -> row.getString(1));
    if (!members.isEmpty()) {
      Message cause = Message.of("journal.at_work").with("members", String.join(", ", members));
      throw new JournalProblem(Kind.AT_WORK, place, cause, null);
    }
  }
}
