package org.entraide.cli.shell;

import java.io.PrintWriter;
import org.entraide.match.model.Progress;

/**
 * Where a command's words go.
 *
 * @param out data, for scripts; nothing else
 * @param err everything for people
 * @param progress hears how far the command is
 */
public record Console(PrintWriter out, PrintWriter err, Progress progress) {

  /** Of a command of which nobody sees how far it is. */
  public Console(PrintWriter out, PrintWriter err) {
    this(out, err, Progress.NONE);
  }
}
