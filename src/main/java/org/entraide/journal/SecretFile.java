package org.entraide.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.entraide.journal.JournalProblem.Kind;

/** A file that holds one secret, on its first line. */
final class SecretFile {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretFile() {}

  /**
   * @throws JournalProblem if it cannot be read, is empty, or is not its owner's alone
   */
  static String read(Path file) {
    try {
      if (isOpen(file)) {
        throw new JournalProblem(
            Kind.EXPOSED, file, "others than its owner may read or write it", null);
      }
      String secret = Files.readString(file).lines().findFirst().orElse("").strip();
      if (secret.isEmpty()) {
        throw new JournalProblem(Kind.SECRET, file, "it is empty", null);
      }
      return secret;
    } catch (NoSuchFileException e) {
      throw new JournalProblem(Kind.SECRET, file, "there is no such file", e);
    } catch (IOException e) {
      throw new JournalProblem(Kind.SECRET, file, "it cannot be read", e);
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException noSuchModesHere) {
      return false;
    }
  }
}
