package org.entraide.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;

/**
 * A state directory on a network file system. Its locks may not lock there, and SQLite's
 * write-ahead log does not work (<a href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>: all
 * processes must be on the same host; <a
 * href="https://sqlite.org/howtocorrupt.html">howtocorrupt.html</a>, 2.1).
 *
 * @param type in the operating system's word, such as {@code nfs4}
 */
public record JournalPlace(Path directory, String type) {

  /** By the names that Linux, macOS and FUSE give them, as {@code FileStore#type} has them. */
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "9p",
          "afs",
          "afpfs",
          "ceph",
          "coda",
          "davfs",
          "davfs2",
          "webdav",
          "glusterfs",
          "lustre",
          "gpfs",
          "beegfs",
          "orangefs",
          "sshfs",
          "s3fs",
          "rclone",
          "gcsfuse",
          "blobfuse",
          "blobfuse2",
          "cephfs",
          "juicefs");

  private static final String FUSE = "fuse.";

  /** Says of which type the file system of a path is. */
  @FunctionalInterface
  public interface Types {

    /** This machine's own. */
    Types OF_THIS_MACHINE = path -> Files.getFileStore(path).type();

    /**
     * The type of a file system.
     *
     * @param path that exists
     * @return in the operating system's word, such as {@code ext4}
     */
    String of(Path path) throws IOException;
  }

  /**
   * The place of a directory on another machine; empty where it is on a disk of this one, and where
   * nobody can tell.
   *
   * @param directory it need not exist yet
   */
  public static Optional<JournalPlace> onNetwork(Path directory, Types types) {
    try {
      return Optional.of(types.of(existing(directory)))
          .filter(JournalPlace::isNetwork)
          .map(type -> new JournalPlace(directory, type));
    } catch (IOException e) {
      return Optional.empty(); // a directory that cannot be looked at is a finding about the disk
    }
  }

  /** What is wrong. */
  public Message cause() {
    return Message.of("doctor.journal.network")
        .with("directory", directory.toString())
        .with("type", type);
  }

  /** What to do. */
  public Message fix() {
    return Message.of("doctor.journal.network.fix");
  }

  private static boolean isNetwork(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return NETWORK.contains(name.startsWith(FUSE) ? name.substring(FUSE.length()) : name);
  }

  /** The directory, or the nearest one above it that is there. */
  public static Path existing(Path directory) {
    Path path = directory.toAbsolutePath();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }
}
