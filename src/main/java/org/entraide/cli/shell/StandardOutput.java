package org.entraide.cli.shell;

/** Standard output. */
public final class StandardOutput {

  private StandardOutput() {}

  /** A full disk or a closed pipe is a failure although the stream keeps quiet about it. */
  public static void check(Console console) {
    if (console.out().checkError()) {
      throw new UserError(ExitCode.FAILURE, "standard output cannot be written to");
    }
  }
}
