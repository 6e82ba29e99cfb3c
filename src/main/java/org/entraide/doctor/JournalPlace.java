package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Examines where a SQLite journal lies. Over a network its locks may not lock, and its write-ahead
 * log does not work (<a href="https://sqlite.org/wal.html">sqlite.org/wal.html</a>: all processes
 * must be on the same host; <a href="https://sqlite.org/howtocorrupt.html">howtocorrupt.html</a>,
 * 2.1).
 */
public final class JournalPlace {

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

  private JournalPlace() {}

  /** Says of which type the file system of a path is. */
  @FunctionalInterface
  public interface Types {

    /**
     * The type of a file system.
     *
     * @param path that exists
     * @return in the operating system's word, such as {@code ext4}
     */
    String of(Path path) throws IOException;
  }

  /** A warning where the directory lies on another machine; nothing where nobody can tell. */
  static Optional<DoctorFinding> finding(Path directory, Types types) {
    return type(directory, types)
        .map(
            type ->
                DoctorFinding.warning(
                    Message.of("doctor.about.journal"), cause(directory, type), fix()));
  }

  /** The same as one line for the daemon's log. */
  public static Optional<String> warning(Path directory, Types types) {
    return type(directory, types)
        .map(type -> new FindingWords.CauseAndFix(cause(directory, type), fix()))
        .map(words -> words.in(Texts.english()).text());
  }

  private static Message cause(Path directory, String type) {
    return Message.of("doctor.journal.network")
        .with("directory", directory.toString())
        .with("type", type);
  }

  private static Message fix() {
    return Message.of("doctor.journal.network.fix");
  }

  private static Optional<String> type(Path directory, Types types) {
    try {
      return Optional.of(types.of(existing(directory))).filter(JournalPlace::isNetwork);
    } catch (IOException e) {
      return Optional.empty(); // a directory that cannot be looked at is a finding about the disk
    }
  }

  static boolean isNetwork(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return NETWORK.contains(name.startsWith(FUSE) ? name.substring(FUSE.length()) : name);
  }

  /** A directory that is still to be made lies where its parent does. */
  static Path existing(Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
