package org.entraide.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entraide.text.LetterTemplate;

/**
 * How letters are written.
 *
 * @param directory where templates are that replace the built-in ones
 * @param own what was read there, checked, by language
 * @param replyTo an address for answers; empty for the delegate's own
 */
public record LetterSettings(
    Optional<Path> directory,
    Map<String, Map<LetterTemplate, String>> own,
    Optional<String> replyTo) {

  public LetterSettings {
    own = Map.copyOf(own);
  }

  /** The administrator's own templates in a language; those that are not there are built in. */
  public Map<LetterTemplate, String> templates(String language) {
    return own.getOrDefault(language, Map.of());
  }
}
