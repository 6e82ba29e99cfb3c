package org.entraide.cli.shell;

import java.io.Serial;

/** Something that the person at the shell can mend; the message says how. It is no bug. */
public final class UserError extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String advice;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param advice what is wrong and what to do, without personal data
   */
  public UserError(int exitCode, String advice) {
    super(advice);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  public int exitCode() {
    return exitCode;
  }

  /** The message, a line or more. */
  public String advice() {
    return advice;
  }
}
