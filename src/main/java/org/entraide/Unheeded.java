package org.entraide;

import java.util.ArrayList;
import java.util.List;
import org.entraide.config.Configuration;

/** What the configuration asks for and this version does not do yet: said, never passed over. */
final class Unheeded {

  private Unheeded() {}

  /** The keys, as in the file. */
  static List<String> of(Configuration configuration) {
    List<String> keys = new ArrayList<>();
    if (configuration.state().tokenKeyFile().isPresent()) {
      keys.add("[state] token_key_file");
    }
    return keys;
  }

  static String warning(String key) {
    return key + " has no effect in this version yet";
  }
}
