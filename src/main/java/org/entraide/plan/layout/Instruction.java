package org.entraide.plan.layout;

import java.util.Locale;

/** What an organiser may choose for a row. */
public enum Instruction {
  PAUSE,
  WITHDRAW,
  ANOTHER,
  PRIORITY,
  SIGNPOSTED,
  BARRED,
  SAME_PERSON,
  DISTINCT;

  /** The key of its word. */
  public String wordKey() {
    return "instruction." + name().toLowerCase(Locale.ROOT);
  }
}
