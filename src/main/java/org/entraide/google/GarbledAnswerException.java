package org.entraide.google;

import java.io.IOException;
import java.io.Serial;

/** An answer came, whose status was fine and whose body was not what it had to be. */
final class GarbledAnswerException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  GarbledAnswerException(String message) {
    super(message);
  }
}
