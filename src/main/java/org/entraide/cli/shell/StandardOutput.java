package org.entraide.cli.shell;

import org.entraide.text.Message;

/** Standard output. */
public final class StandardOutput {

  private StandardOutput() {}

  /**
   * Ends a command whose words arrive nowhere: a full disk is a failure although the stream keeps
   * quiet about it; somebody who has read enough, such as {@code head}, need not be told.
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
