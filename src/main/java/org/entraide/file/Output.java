package org.entraide.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that is there whole or not at all, or standard output. */
public final class Output {

  /** What names standard output. */
  public static final String STANDARD = "-";

  private static final int BUFFER = 1 << 16;

  private final Optional<Path> file;

  private Output(Optional<Path> file) {
    this.file = file;
  }

  /**
   * An output that can be written to as far as is known beforehand: long work is not to be lost for
   * a directory that is not there.
   *
   * @param file its name; {@code -} for standard output
   */
  public static Output of(String file) throws IOException {
    if (file.equals(STANDARD)) {
      return new Output(Optional.empty());
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new FileSystemException(file, null, "it is a directory");
    }
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null || !Files.exists(directory)) {
      throw new NoSuchFileException(String.valueOf(directory));
    }
    if (!Files.isDirectory(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    return new Output(Optional.of(path));
  }

  /** The file; empty for standard output. */
  public Optional<Path> file() {
    return file;
  }

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    void write(Appendable out) throws IOException;
  }

  /**
   * Writes.
   *
   * @param standard standard output
   */
  public void write(Content content, Appendable standard) throws IOException {
    if (file.isEmpty()) {
      content.write(standard);
      return;
    }
    Path target = Files.exists(file.get()) ? file.get().toRealPath() : file.get().toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      write(content, target); // a pipe or a terminal: nothing to be put in its place
      return;
    }
    Path beside =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      write(content, beside);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void write(Content content, Path path) throws IOException {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(
                    path,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING),
                StandardCharsets.UTF_8),
            BUFFER)) {
      content.write(writer);
    }
  }
}
