package org.entraide.campaign.port;

import java.util.Locale;

/** What a pass is at. In this order, though it looks again and decides again before it ends. */
public enum Stage {
  /** Sheet, form, mailboxes and journal are read. */
  OBSERVE,
  /** Who is in each row, and what organisers said. */
  INTERPRET,
  /** Where people are. */
  LOCATE,
  /** Who helps whom. */
  MATCH,
  /** What is to be written. */
  PLAN,
  /** Entries, drafts and rows are made. */
  APPLY;

  /** As metrics call it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
