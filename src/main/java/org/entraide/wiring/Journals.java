package org.entraide.wiring;

import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.config.Configuration;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sqlite.SqliteJournal;

/**
 * Where an installation's journal is, as its configuration says: a file for itself, or a database
 * that several daemons share.
 */
public record Journals(Configuration configuration) {

  /** The journal, for reading and writing; made when there is none. */
  public Journal open() {
    if (isShared()) {
      return openShared().journal();
    }
    try {
      return SqliteJournal.open(configuration.state().directory());
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
  }

  /** The journal, for reading beside a daemon; empty when there is none yet. */
  public Optional<Journal> existing() {
    try {
      return Optional.of(
          isShared()
              ? ServerJournal.openReadOnly(server()).journal()
              : SqliteJournal.openReadOnly(configuration.state().directory()));
    } catch (JournalProblem e) {
      if (e.kind() == JournalProblem.Kind.ABSENT) {
        return Optional.empty();
      }
      throw JournalWords.userError(e);
    }
  }

  /** Whether several daemons may share the journal: it is in a database server. */
  public boolean isShared() {
    return configuration.state().journal().isPresent();
  }

  /**
   * The journal that several daemons share, for reading and writing; its tables are made when there
   * are none.
   */
  public ServerJournal openShared() {
    try {
      return ServerJournal.open(server());
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
  }

  /** The journal that several daemons share, for reading alone; its tables must be there. */
  public ServerJournal existingShared() {
    return ServerJournal.openReadOnly(server());
  }

  private DatabaseServer server() {
    return server(configuration);
  }

  public static DatabaseServer server(Configuration configuration) {
    return DatabaseServer.of(
        configuration.state().journal().orElseThrow(),
        configuration.state().journalPasswordFile(),
        SystemEdge.environment());
  }

  /**
   * What distinguishes this installation from any other: a hash of machine and state directory, or
   * of the database that a group of daemons shares.
   */
  public String identity() {
    if (!isShared()) {
      return SystemEdge.identity(configuration.state().directory());
    }
    try (ServerJournal journal = openShared()) {
      return identity(journal);
    }
  }

  /**
   * The {@link #identity} of an installation that may not have run yet; empty where its database is
   * silent.
   */
  public Optional<String> existingIdentity() {
    if (!isShared()) {
      return Optional.of(SystemEdge.identity(configuration.state().directory()));
    }
    try (ServerJournal journal = existingShared()) {
      return Optional.of(identity(journal));
    } catch (JournalProblem e) {
      return Optional.empty(); // a finding of the journal's
    }
  }

  /** Of a group of daemons. */
  public static String identity(ServerJournal journal) {
    return SystemEdge.identity(journal.identity());
  }
}
