package org.entraide.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What organisers may set in the settings tab, in the order of its rows. */
public enum Setting {
  SUSPEND,
  CONFIRM_DELETIONS,
  MAX_KM,
  CAPACITY,
  HOLD_BACK,
  POLICY,
  MAX_WAITING_DRAFTS;

  /** The word in keys and in the hidden column, such as {@code max_km}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its label. */
  public String labelKey() {
    return "settings.label." + key();
  }

  /** The key of the sentence that says what it is for. */
  public String meaningKey() {
    return "settings.meaning." + key();
  }

  /** The key of the sentence that asks for another value. */
  public String askedKey() {
    return "settings.asked." + key();
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }
}
