package org.entraide.wiring;

import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.journal.sql.JournalProblem;

/** The words for a problem with the journal where it is opened, moved or restored. */
public final class JournalWords {

  private JournalWords() {}

  public static UserError userError(JournalProblem e) {
    return new UserError(
        switch (e.kind()) {
          case AT_WORK -> ExitCode.ALREADY_RUNNING;
          case TAKEN -> ExitCode.USAGE;
          case AWAY, BUSY -> ExitCode.TRY_AGAIN;
          case REFUSED, UNTRUSTED, SECRET, EXPOSED -> ExitCode.CONFIGURATION;
          default -> ExitCode.FAILURE;
        },
        e.words());
  }
}
