package org.entraide.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.text.Message;

/** Examines who may read and write what only the daemon's user should. */
public final class FileModes {

  private static final Set<PosixFilePermission> WRITERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static final Set<PosixFilePermission> READERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** What findings about the state directory are about. */
  public static final Message STATE = Message.of("doctor.about.state");

  private FileModes() {}

  private static Message of(String key, Path file) {
    return Message.of(key).with("file", file.toString());
  }

  /** Advice to run a command. */
  static Message command(String command) {
    return Message.of("doctor.run").with("command", command);
  }

  /** A file with a secret in it; nothing to say of one that is not there. */
  public static Optional<DoctorFinding> secret(Message about, Path file) {
    return open(file, READERS)
        .map(
            who ->
                DoctorFinding.warning(
                    about, of("doctor.files.readable", file), command("chmod 600 " + file)));
  }

  /** A file that decides whose mailbox gets the drafts, and is no secret itself. */
  public static Optional<DoctorFinding> settings(Message about, Path file) {
    return open(file, WRITERS)
        .map(
            who ->
                DoctorFinding.warning(
                    about, of("doctor.files.writable", file), command("chmod go-w " + file)));
  }

  /** A configuration with addresses in it that nobody else should know. */
  static Optional<DoctorFinding> addresses(Message about, Path file) {
    return open(file, Set.of(PosixFilePermission.OTHERS_READ))
        .map(
            who ->
                DoctorFinding.warning(
                    about, of("doctor.files.addresses", file), command("chmod o-r " + file)));
  }

  /** The state directory, what is in it, and whether all of it is one user's. */
  public static List<DoctorFinding> state(Path directory) {
    List<DoctorFinding> findings = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return findings;
    }
    open(directory, READERS)
        .map(
            who ->
                DoctorFinding.warning(
                    STATE,
                    of("doctor.files.readable", directory),
                    command("chmod 700 " + directory)))
        .ifPresent(findings::add);
    Optional<String> owner = owner(directory);
    for (Path file : files(directory)) {
      if (!Files.isDirectory(file)) {
        secret(STATE, file).ifPresent(findings::add);
      }
      foreign(directory, owner, file).ifPresent(findings::add);
    }
    return findings;
  }

  /** A file that root left, for one: the daemon could not write it. */
  private static Optional<DoctorFinding> foreign(
      Path directory, Optional<String> owner, Path file) {
    Optional<String> other = owner(file);
    return owner.isEmpty() || other.isEmpty() || owner.equals(other)
        ? Optional.empty()
        : Optional.of(
            DoctorFinding.warning(
                STATE,
                of("doctor.files.foreign", file)
                    .with("other", other.get())
                    .with("owner", owner.get()),
                command("sudo chown -R %s %s".formatted(owner.get(), directory))));
  }

  private static List<Path> files(Path directory) {
    List<Path> files = new ArrayList<>();
    for (Path within : List.of(directory, directory.resolve("tokens"))) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(within)) {
        all.forEach(files::add);
      } catch (IOException e) {
        // not there, or not ours to list: the check that needs it says so
      }
    }
    files.sort(null);
    return files;
  }

  private static Optional<Set<PosixFilePermission>> open(
      Path path, Set<PosixFilePermission> tooMuch) {
    return attributes(path)
        .map(PosixFileAttributes::permissions)
        .filter(modes -> modes.stream().anyMatch(tooMuch::contains));
  }

  private static Optional<String> owner(Path path) {
    return attributes(path).map(a -> a.owner().getName());
  }

  /** Empty where there is no such file, or where files have no such modes. */
  private static Optional<PosixFileAttributes> attributes(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, PosixFileAttributes.class));
    } catch (UnsupportedOperationException | IOException e) {
      return Optional.empty();
    }
  }
}
