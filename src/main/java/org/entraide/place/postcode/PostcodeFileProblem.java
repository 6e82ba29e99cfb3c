package org.entraide.place.postcode;

import java.io.Serial;
import java.nio.file.Path;

/** A postcode file that cannot be used; the message says which, why, and what to do. */
public final class PostcodeFileProblem extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  PostcodeFileProblem(Path file, String cause) {
    super(file + ": " + cause + "; import it again with: entraide import-postcodes FILE");
  }
}
