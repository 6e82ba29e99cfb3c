package org.entraide.plan.authorship;

import java.util.Optional;
import org.entraide.text.Message;

/**
 * What a row that organisers typed into the ledger is to get.
 *
 * @param typed which row: its {@link HandMadeRow#typed}
 * @param ref the reference of the introduction that it is; empty for none
 * @param explanation why it is none yet; empty where an answer that was given before is over
 */
public record HandMadeWish(String typed, String ref, Optional<Message> explanation) {

  /** The row is this introduction. */
  public static HandMadeWish introduction(HandMadeRow row, String ref) {
    return new HandMadeWish(row.typed(), ref, Optional.empty());
  }

  /** The row is no introduction, for this reason. */
  public static HandMadeWish answer(HandMadeRow row, Message why) {
    return new HandMadeWish(row.typed(), "", Optional.of(why));
  }

  /** The row is nothing any more. */
  public static HandMadeWish nothing(HandMadeRow row) {
    return new HandMadeWish(row.typed(), "", Optional.empty());
  }

  /** Nothing of what somebody typed. */
  @Override
  public String toString() {
    return "HandMadeWish[" + ref + "]";
  }
}
