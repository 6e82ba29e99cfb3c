package org.entraide.google.auth;

import java.io.Serial;
import java.nio.file.Path;

/** The credentials' file does not do. The message names the file, the cause and the fix. */
public final class CredentialProblem extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String reason;
  private final String fix;

  CredentialProblem(Path file, String reason, String fix) {
    super(file + ": " + reason + ". " + fix);
    this.file = file;
    this.reason = reason;
    this.fix = fix;
  }

  public Path file() {
    return file;
  }

  /** What is wrong, without a full stop. */
  public String reason() {
    return reason;
  }

  /** What to do, as a sentence. */
  public String fix() {
    return fix;
  }
}
