package org.entraide.match.model;

import java.util.Locale;

/** What the matching aims at. */
public enum Policy {
  /** Each round is weakly stable, and as large as the approximation makes it. */
  STABLE,
  /** Each round helps most people of the highest priority, then most of the next, and so on. */
  COVERAGE,
  /** Each round helps most people, and among such results has the least sum of distances. */
  BEST_FIT;

  /** The word in configuration and files, such as {@code best-fit}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
