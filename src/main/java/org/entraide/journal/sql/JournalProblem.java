package org.entraide.journal.sql;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.entraide.text.Message;
import org.entraide.text.Texts;
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
    ABSENT,
    /** A newer version wrote it. */
    NEWER,
    /** An older version wrote it, and it was opened for reading only. */
    OLDER,
    /** Its content makes no sense. */
    DAMAGED,
    /** This user may not read or write there. */
    DENIED,
    /** There is no room on the disk. */
    FULL,
    /** What reads it cannot be loaded. */
    LIBRARY,
    /** Another process keeps it locked. */
    BUSY,
    /** The database server cannot be reached, or cannot write for now. */
    AWAY,
    /** The database server does not let this user do it. */
    REFUSED,
    /** What answers in the database server's place does not show that it is the server. */
    UNTRUSTED,
    /** Another daemon works on the campaign by now. */
    FENCED,
    /** What was written into it, and answered for, is not in it any more. */
    SET_BACK,
    /** Something is to be moved or put back, and daemons are at work. */
    AT_WORK,
    /** A move into it was begun and has not ended. */
    UNFINISHED,
    /** All of it was copied to another database, which goes on. */
    MOVED,
    /** Something is to be moved to where something else is. */
    TAKEN,
    /** A copy is not what it was made of. */
    DIFFERENT,
    /** A secret is missing. */
    SECRET,
    /** A secret that others may read. */
    EXPOSED,
    /** The operating system failed. */
    FAILED;

    private Message advice() {
      return Message.of("journal.advice." + name().toLowerCase(Locale.ROOT));
    }
  }

  private final Kind kind;
  private final String place;
  private final transient Message words;

  /**
   * @param cause the key of a clause
   */
  public JournalProblem(Kind kind, Path file, String cause, @Nullable Throwable origin) {
    this(kind, file.toString(), Message.of(cause), origin);
  }

  public JournalProblem(Kind kind, Path file, Message cause, @Nullable Throwable origin) {
    this(kind, file.toString(), cause, origin);
  }

  /**
   * @param cause the key of a clause
   */
  public JournalProblem(Kind kind, String place, String cause, @Nullable Throwable origin) {
    this(kind, place, Message.of(cause), origin);
  }

  /**
   * @param place a file, a directory, or a database's address without a password
   * @param cause a clause
   */
  public JournalProblem(Kind kind, String place, Message cause, @Nullable Throwable origin) {
    this(
        kind,
        place,
        Message.of("journal.problem")
            .with("place", place)
            .with("cause", cause)
            .with("advice", kind.advice()),
        new IOException(Texts.english().format(cause), origin));
  }

  private JournalProblem(Kind kind, String place, Message words, IOException origin) {
    super(Texts.english().format(words), origin);
    this.kind = kind;
    this.place = place;
    this.words = words;
  }

  @Override
  public Message words() {
    return words;
  }

  public Kind kind() {
    return kind;
  }

  /** The file, directory or database that cannot be used. */
  public String place() {
    return place;
  }
}
