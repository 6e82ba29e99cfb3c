package org.entraide.cli.shell;

import java.io.PrintWriter;
import org.entraide.progress.Progress;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Where a command's words go.
 *
 * @param out data, for scripts; nothing else
 * @param err everything for people
 * @param progress hears how far the command is
 * @param spoken the language in which the command speaks
 */
public record Console(PrintWriter out, PrintWriter err, Progress progress, SpokenLanguage spoken) {

  /** Of a command that speaks English, and of which nobody sees how far it is. */
  public Console(PrintWriter out, PrintWriter err) {
    this(out, err, Progress.NONE, SpokenLanguage.of(""));
  }

  /** The words of the language in which the command speaks. */
  public Texts texts() {
    return spoken.texts();
  }

  /** A line on standard error, for people. */
  public void say(Message message) {
    err.println(texts().format(message));
    err.flush();
  }

  /** A line on standard output: what the command was asked for. */
  public void print(Message message) {
    out.println(texts().format(message));
  }
}
