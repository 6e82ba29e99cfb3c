package org.entraide;

import java.util.Optional;
import org.entraide.campaign.Journal;
import org.entraide.cli.SystemEdge;
import org.entraide.config.Configuration;
import org.entraide.journal.JournalProblem;
import org.entraide.journal.Server;
import org.entraide.journal.ServerJournal;
import org.entraide.journal.SqliteJournal;

/**
 * Where an installation's journal is, as its configuration says: a file of its own, or a database
 * that several daemons share.
 */
record Journals(Configuration configuration) {

  /** The journal, for reading and writing; made when there is none. */
  Journal open() {
    if (isShared()) {
      return openShared().journal();
    }
    try {
      return SqliteJournal.open(configuration.state().directory());
    } catch (JournalProblem e) {
      throw JournalWords.told(e);
    }
  }

  /** The journal, for reading beside a daemon; empty when there is none yet. */
  Optional<Journal> existing() {
    try {
      return Optional.of(
          isShared()
              ? ServerJournal.openReadOnly(server()).journal()
              : SqliteJournal.openReadOnly(configuration.state().directory()));
    } catch (JournalProblem e) {
      if (e.kind() == JournalProblem.Kind.ABSENT) {
        return Optional.empty();
      }
      throw JournalWords.told(e);
    }
  }

  /** Whether several daemons may share the journal: it is in a database server. */
  boolean isShared() {
    return configuration.state().journal().isPresent();
  }

  /**
   * The journal that several daemons share, for reading and writing; its tables are made when there
   * are none.
   */
  ServerJournal openShared() {
    try {
      return ServerJournal.open(server());
    } catch (JournalProblem e) {
      throw JournalWords.told(e);
    }
  }

  /** The same for reading, where its tables are. */
  ServerJournal existingShared() {
    return ServerJournal.openReadOnly(server());
  }

  private Server server() {
    return server(configuration);
  }

  static Server server(Configuration configuration) {
    return Server.of(
        configuration.state().journal().orElseThrow(),
        configuration.state().journalPasswordFile(),
        SystemEdge.environment());
  }

  /**
   * What tells this installation from any other: a hash of machine and state directory, or of the
   * database that a group of daemons shares.
   */
  String identity() {
    if (!isShared()) {
      return SystemEdge.identity(configuration.state().directory());
    }
    try (ServerJournal journal = openShared()) {
      return identity(journal);
    }
  }

  /** Of a group of daemons. */
  static String identity(ServerJournal journal) {
    return SystemEdge.identity(journal.identity());
  }
}
