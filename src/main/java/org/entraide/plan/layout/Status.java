package org.entraide.plan.layout;

import java.util.Locale;
import org.entraide.text.Message;

/** The words of the status column, in the order of precedence after the instructions. */
public enum Status {
  INCOMPLETE,
  PLACE_UNCLEAR,
  DRAFT_READY,
  PROPOSED,
  WAITING,
  /** No capacity left. */
  FULL,
  INTRODUCED,
  /** A helper without any standing introduction. */
  AVAILABLE,
  DONE,
  DUPLICATE,
  PAUSED,
  WITHDRAWN,
  SIGNPOSTED,
  BARRED;

  /** The word in files and counts, such as {@code draft_ready}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody takes no part any more: they withdrew, or are barred. */
  public boolean hasLeft() {
    return this == WITHDRAWN || this == BARRED;
  }

  /** Whether no introduction is made for somebody any more: they left, or others help them. */
  public boolean isOver() {
    return hasLeft() || this == SIGNPOSTED;
  }

  public Message word() {
    return Message.of("status." + key());
  }
}
