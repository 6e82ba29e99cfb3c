package org.entraide.journal.sql;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.entraide.text.Message;
import org.entraide.text.Worded;
import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be used. The message names the file or the database, the cause and what to do,
 * for the administrator to read as it is. Code that sees only the port catches {@link
 * UncheckedIOException}.
 */
public final class JournalProblem extends UncheckedIOException implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong, a kind for each cure. */
  public enum Kind {
    /** There is no journal: nothing ever ran with this state directory. */
    ABSENT(
        "Start the daemon once, or check the key \"directory\" under [state] in the"
            + " configuration."),
    /** A newer version wrote it. */
    NEWER("Run that newer version, or restore a backup made before it was installed."),
    /** An older version wrote it, and it was opened for reading only. */
    OLDER("Start the daemon once: it brings the journal up to date."),
    /** Its content makes no sense. */
    DAMAGED(
        "It was left as it is. Stop the daemon, move journal.db away together with journal.db-wal"
            + " and journal.db-shm, then restore a backup, or start without one: the sheet and the"
            + " mailbox are enough to continue."),
    /** This user may not read or write there. */
    DENIED(
        "Give the directory and all files in it to the user that runs the daemon, on a file system"
            + " that can be written, or choose another directory under [state]."),
    /** There is no room on the disk. */
    FULL("Free some space there; all that was recorded before is safe."),
    /** What reads it cannot be loaded. */
    LIBRARY(
        "Free some space there, or name another directory, from which programs may be run:"
            + " ENTRAIDE_JAVA_OPTS=-Djava.io.tmpdir=DIRECTORY."),
    /** Another process keeps it locked. */
    BUSY("Try again; if this lasts, find which other process has the file open."),
    /** The database server cannot be reached, or cannot write for now. */
    AWAY(
        "Nothing is done until it is back, and then the daemon goes on by itself. See whether the"
            + " server runs and can be reached from here."),
    /** The database server does not let this user do it. */
    REFUSED(
        "Check the key \"journal\" under [state], journal_password_file or PGUSER and PGPASSWORD,"
            + " and that the user owns the database."),
    /** What answers in the database server's place does not show that it is the server. */
    UNTRUSTED(
        "No password was sent. Give the server a certificate for the name under which it is"
            + " reached; name who signed it with ?sslrootcert=FILE in the key \"journal\" under"
            + " [state] where Java does not know them. On a network that nobody else can use,"
            + " ?sslmode=require does without."),
    /** Another daemon works on the campaign by now. */
    FENCED("Nothing was written; that daemon goes on from what is there."),
    /** What was written into it, and answered for, is not in it any more. */
    SET_BACK(
        "The sheet and the mailbox are enough to continue, and the next cycle looks there. If no"
            + " server was replaced and no backup put back, look for the cause in the server's"
            + " log."),
    /** Something is to be moved or put back, and daemons are at work. */
    AT_WORK("Stop them first; one that was killed counts for half a minute more."),
    /** A migration into it was begun and has not ended. */
    UNFINISHED("Run migrate-journal again: it goes on from what is there."),
    /** All of it was copied to another database, which goes on. */
    MOVED(
        "Correct the key \"journal\" under [state] in the configuration; to come back, migrate from"
            + " there."),
    /** Something is to be moved to where something else is. */
    TAKEN("Nothing was changed. Name an empty database, or put the file away."),
    /** A copy is not what it was made of. */
    DIFFERENT("See what else writes there, and do this again: whatever differs is copied anew."),
    /** A secret is missing. */
    SECRET("Make it, or correct the key under [state] in the configuration."),
    /** A secret that others may read. */
    EXPOSED("Make it the daemon's user's alone: chmod 600."),
    /** The operating system failed. */
    FAILED("Look for the disk's or the quota's trouble in the system's log.");

    private final String advice;

    Kind(String advice) {
      this.advice = advice;
    }
  }

  private final Kind kind;
  private final String place;

  public JournalProblem(Kind kind, Path file, String cause, @Nullable Throwable origin) {
    this(kind, file.toString(), cause, origin);
  }

  /**
   * @param place a file, a directory, or a database's address without a password
   */
  public JournalProblem(Kind kind, String place, String cause, @Nullable Throwable origin) {
    super("%s: %s. %s".formatted(place, cause, kind.advice), new IOException(cause, origin));
    this.kind = kind;
    this.place = place;
  }

  @Override
  public Message words() {
    return Message.plain(String.valueOf(getMessage()));
  }

  public Kind kind() {
    return kind;
  }

  /** The file, directory or database that cannot be used. */
  public String place() {
    return place;
  }
}
