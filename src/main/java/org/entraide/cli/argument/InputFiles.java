package org.entraide.cli.argument;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.FailureBoundary;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.UserError;
import org.entraide.file.FileProblem;

/** Opens what a user names, and says in a line why it cannot be read. */
public final class InputFiles {

  /** What names standard input. */
  public static final String STANDARD = "-";

  private InputFiles() {}

  /** Reads a whole input. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(String name, InputStream in) throws IOException, FileProblem;
  }

  /**
   * Reads a file.
   *
   * @throws FileProblem if what is in it is wrong
   * @throws UserError if it cannot be read
   */
  public static <T> T read(Path file, ProgressBar progress, Reader<T> reader) throws FileProblem {
    String name = file.toString();
    try {
      requireFile(file);
      try (InputStream in = progress.reading(file)) {
        return reader.read(name, in);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(ExitCode.USAGE, file + ": it is a directory");
    }
  }

  /** Reads standard input to its end. */
  public static <T> T standard(Reader<T> reader) throws FileProblem {
    String name = "standard input";
    try {
      return reader.read(name, System.in);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Why something cannot be read, as wrong usage. */
  static UserError unreadable(String name, IOException e) {
    String why = e instanceof EOFException ? "it ends too soon" : FailureBoundary.message(e);
    return new UserError(ExitCode.USAGE, why.startsWith(name) ? why : name + ": " + why);
  }
}
