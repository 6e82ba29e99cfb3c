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
    Optional<Path> tokenKeyFile) {}
