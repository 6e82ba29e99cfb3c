package org.entraide.cli.shell;

import java.io.Serial;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** Something that the person at the shell can mend; the message says how. It is no bug. */
public final class UserError extends RuntimeException implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Message words;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param advice what is wrong and what to do, without personal data, in English alone
   */
  public UserError(int exitCode, String advice) {
    super(advice);
    this.exitCode = exitCode;
    this.words = Message.plain(advice);
  }

  /**
   * @param exitCode one of {@link ExitCode}
   * @param words what is wrong and what to do, without personal data
   */
  public UserError(int exitCode, Message words) {
    super(Texts.english().format(words));
    this.exitCode = exitCode;
    this.words = words;
  }

  public int exitCode() {
    return exitCode;
  }

  @Override
  public Message words() {
    return words;
  }

  /** The message in English, a line or more. */
  public String advice() {
    return String.valueOf(getMessage());
  }
}
