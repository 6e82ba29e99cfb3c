package org.entraide.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the daemon keeps what it must not forget.
 *
 * @param directory of journal and tokens, absolute
 * @param journal a {@code jdbc:postgresql:} address instead of SQLite in the directory
 * @param journalPasswordFile of that database's user
 * @param tokenKeyFile the key that people's tokens are encrypted with
 */
public record StateSettings(
    Path directory,
    Optional<String> journal,
    Optional<Path> journalPasswordFile,
    Optional<Path> tokenKeyFile) {

  /** What is wrong with a database's address that somebody typed; empty where it will do. */
  public static Optional<String> wrongJournal(String address) {
    try {
      Values.journal(address);
      return Optional.empty();
    } catch (BadValue e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
