package org.entraide.file.secret;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** What only the user who runs the program may see. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /**
   * Makes a directory, and its parents, for the owner alone. One that exists stays as it is, since
   * a service manager may have made it.
   */
  public static void directory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, mode(directory, "rwx------"));
    }
  }

  /**
   * Gives a file to the owner of a directory: what root makes in a service's state directory must
   * be the service's. Nothing changes where that is so, or on a file system without owners.
   */
  public static void handOver(Path file, Path directory) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      UserPrincipal owner = Files.getOwner(directory);
      if (!Files.getOwner(file).equals(owner)) {
        Files.setOwner(file, owner);
      }
    }
  }

  /** The attribute to make a file with; none on a file system without such modes. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /**
   * Begins a text of the owner's alone, in UTF-8.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file is there: nothing is overwritten
   */
  public static Writer newText(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Channels.newOutputStream(
                Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    file(file))),
            StandardCharsets.UTF_8));
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }
}
