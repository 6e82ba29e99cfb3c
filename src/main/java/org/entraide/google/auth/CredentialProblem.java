package org.entraide.google.auth;

import java.io.Serial;
import java.nio.file.Path;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** The credentials' file does not do. The message names the file, the cause and the fix. */
public final class CredentialProblem extends Exception implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient Message reason;
  private final transient Message fix;

  CredentialProblem(Path file, Message reason, Message fix) {
    super(Texts.english().format(words(file, reason, fix)));
    this.file = file;
    this.reason = reason;
    this.fix = fix;
  }

  /**
   * @param reason the key of a clause
   */
  CredentialProblem(Path file, String reason, Message fix) {
    this(file, Message.of(reason), fix);
  }

  private static Message words(Path file, Message reason, Message fix) {
    return TokenProblem.at(file.toString(), reason).with("fix", fix);
  }

  @Override
  public Message words() {
    return words(file, reason, fix);
  }

  public Path file() {
    return file;
  }

  /** What is wrong, without a full stop. */
  public Message reason() {
    return reason;
  }

  /** What to do, as a sentence. */
  public Message fix() {
    return fix;
  }
}
