package org.entraide.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How letters are written.
 *
 * @param directory templates that replace the built-in ones
 * @param replyTo an address for answers; empty for the delegate's own
 */
public record LetterSettings(Optional<Path> directory, Optional<String> replyTo) {}
