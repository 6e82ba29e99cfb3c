package org.entraide.sandbox.office.sheets.value;

import java.io.Serial;

/**
 * What one request asks cannot be done to this spreadsheet; the caller adds which request it was.
 */
public final class InvalidRequest extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public InvalidRequest(String message) {
    super(message);
  }
}
