package org.entraide.google.wire;

import java.io.IOException;
import java.io.Serial;

/** An answer came, whose status was fine and whose body was not what it had to be. */
public final class GarbledAnswerException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public GarbledAnswerException(String message) {
    super(message);
  }
}
