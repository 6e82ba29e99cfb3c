package org.entraide.cli.shell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Remembers why writing failed: a {@code PrintWriter} keeps only that it did. */
final class WatchedOutput extends FilterOutputStream {

  /** What the C library calls EPIPE in the locale that the starter sets. */
  private static final String CLOSED = "Broken pipe";

  private volatile boolean closed;

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /** Whether its reader has left. */
  boolean isClosedByReader() {
    return closed;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      closed |= String.valueOf(e.getMessage()).contains(CLOSED);
      throw e;
    }
  }
}
