package org.entraide.match.model;

import java.util.Locale;

/** Whether any weakly stable matching of a round would help more people than its own. */
public enum LargestStable {
  /** None would. */
  PROVEN,
  /** Nobody knows: no search proved it within its bounds. */
  UNKNOWN;

  public static LargestStable of(boolean proven) {
    return proven ? PROVEN : UNKNOWN;
  }

  /** The word in {@code CERT.json}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
