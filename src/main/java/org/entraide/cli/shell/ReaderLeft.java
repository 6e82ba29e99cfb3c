package org.entraide.cli.shell;

import java.io.Serial;

/** Who read standard output has closed it: the command ends, and nothing is wrong. */
final class ReaderLeft extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
}
