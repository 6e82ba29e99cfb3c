package org.entraide.file;

import java.io.Serial;

/** A file that cannot be used at all; the message is one line that says where and why. */
public final class FileProblem extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param file as the user named it
   * @param line from 1
   * @param column in characters, from 1
   * @param cause without a full stop
   */
  public FileProblem(String file, long line, long column, String cause) {
    super("%s:%d:%d: %s".formatted(file, line, column, cause));
  }
}
