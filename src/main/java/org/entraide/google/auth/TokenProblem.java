package org.entraide.google.auth;

import java.io.Serial;

/** A person's token does not do. The message names its place and the fix, and no person. */
public final class TokenProblem extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  TokenProblem(String message) {
    super(message);
  }
}
