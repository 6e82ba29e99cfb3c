package org.entraide.cli;

/** Standard output. */
final class Standard {

  private Standard() {}

  /** A full disk or a closed pipe is a failure although the stream keeps quiet about it. */
  static void check(Console console) {
    if (console.out().checkError()) {
      throw new UserError(ExitCode.FAILURE, "standard output cannot be written to");
    }
  }
}
