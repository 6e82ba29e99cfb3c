package org.entraide.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.entraide.matchfile.FileProblem;

/** Opens what a user names, and says in a line why it cannot be read. */
final class Inputs {

  private Inputs() {}

  /** Reads a whole input. */
  @FunctionalInterface
  interface Reader<T> {
    T read(String name, InputStream in) throws IOException, FileProblem;
  }

  /**
   * Reads a file.
   *
   * @throws FileProblem if what is in it is wrong
   * @throws UserError if it cannot be read
   */
  static <T> T read(Path file, ProgressBar progress, Reader<T> reader) throws FileProblem {
    try (InputStream in = progress.reading(file)) {
      return reader.read(file.toString(), in);
    } catch (IOException e) {
      String why = Boundary.message(e);
      String name = file.toString();
      throw new UserError(ExitCode.USAGE, why.startsWith(name) ? why : name + ": " + why);
    }
  }
}
