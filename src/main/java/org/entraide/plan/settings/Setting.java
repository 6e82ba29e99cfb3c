package org.entraide.plan.settings;

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
  MAX_WAITING_DRAFTS,
  QUESTION_DRAFTS;

  private final String key = name().toLowerCase(Locale.ROOT);
  private final String labelKey = "settings.label." + key;
  private final String meaningKey = "settings.meaning." + key;

  /** The word in keys and in the hidden column, such as {@code max_km}. */
  public String key() {
    return key;
  }

  /** The key of its label. */
  public String labelKey() {
    return labelKey;
  }

  /** The key of the sentence that says what it is for. */
  public String meaningKey() {
    return meaningKey;
  }

  /** The key of the sentence that asks for another value. */
  public String askedKey() {
    return "settings.asked." + key();
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
  }
}
