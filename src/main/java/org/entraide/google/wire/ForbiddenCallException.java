package org.entraide.google.wire;

import java.io.Serial;

/** The daemon tried a call that it may never make: a bug of ours, stopped before it left. */
public final class ForbiddenCallException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ForbiddenCallException(String message) {
    super(message);
  }
}
