package org.entraide.cli.shell;

import org.entraide.text.Message;

/** Standard output. */
public final class StandardOutput {

  private StandardOutput() {}

  /**
   * Ends a command whose output cannot be written. A full disk is reported, although the stream
   * does not throw; a pipe that its reader has closed, such as {@code head}, is not.
   */
  public static void check(Console console) {
    if (console.out().checkError()) {
      if (SystemEdge.hasReaderLeft()) {
        throw new ReaderLeft();
      }
      throw new UserError(ExitCode.FAILURE, Message.of("cli.output"));
    }
  }
}
