package org.entraide.wiring;

import java.util.ArrayList;
import java.util.List;
import org.entraide.config.Configuration;
import org.entraide.text.Message;

/** Settings of the configuration without effect: each is reported. */
public final class IgnoredSettings {

  private IgnoredSettings() {}

  /** The keys, as in the file. */
  public static List<String> of(Configuration configuration) {
    List<String> keys = new ArrayList<>();
    boolean files = configuration.state().journal().isEmpty();
    if (files && configuration.state().tokenKeyFile().isPresent()) {
      keys.add("[state] token_key_file");
    }
    return keys;
  }

  public static Message warning(String key) {
    return Message.of("doctor.configuration.ignored").with("key", key);
  }
}
