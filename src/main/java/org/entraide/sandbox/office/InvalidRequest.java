package org.entraide.sandbox.office;

import java.io.Serial;

/**
 * What one request asks cannot be done to this spreadsheet; the caller adds which request it was.
 */
final class InvalidRequest extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  InvalidRequest(String message) {
    super(message);
  }
}
