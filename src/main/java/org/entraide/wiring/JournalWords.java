package org.entraide.wiring;

import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.journal.sql.JournalProblem;

/** A trouble with the journal as whoever moves or restores it is told. */
public final class JournalWords {

  private JournalWords() {}

  public static UserError told(JournalProblem e) {
    return new UserError(
        switch (e.kind()) {
          case AT_WORK -> ExitCode.ALREADY_RUNNING;
          case TAKEN -> ExitCode.USAGE;
          case AWAY, BUSY -> ExitCode.TRY_AGAIN;
          case REFUSED, UNTRUSTED, SECRET, EXPOSED -> ExitCode.CONFIGURATION;
          default -> ExitCode.FAILURE;
        },
        String.valueOf(e.getMessage()));
  }
}
