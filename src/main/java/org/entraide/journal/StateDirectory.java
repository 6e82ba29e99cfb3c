package org.entraide.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates what only the daemon's user may see. */
final class StateDirectory {

  private StateDirectory() {}

  /**
   * Creates a directory, and its parents, for the owner only. One that exists stays as it is, since
   * a service manager may have made it.
   */
  static void ensure(Path directory) {
    if (Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    } catch (IOException e) {
      throw Problems.of(directory, e);
    }
  }

  /** The attribute to create a file with; none on a file system without such modes. */
  static FileAttribute<?>[] ownerOnly(Path path, String mode) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }
}
