package org.entraide.google.wire;

import org.entraide.text.Message;

/**
 * What is being done, for messages and for what a failure means.
 *
 * @param doing the beginning of a sentence that ends with "failed", such as "Reading the form"
 * @param target whose door it is
 * @param write whether something may have changed when the answer is lost
 */
public record Operation(Message doing, Target target, boolean write) {

  public enum Target {
    SPREADSHEET,
    FORM,
    NEW_FORM,
    MAILBOX
  }

  /**
   * What changes nothing.
   *
   * @param doing the key of its words
   */
  public static Operation read(String doing, Target target) {
    return new Operation(Message.of(doing), target, false);
  }

  /**
   * What may have changed something when the answer is lost.
   *
   * @param doing the key of its words
   */
  public static Operation write(String doing, Target target) {
    return new Operation(Message.of(doing), target, true);
  }

  /** That it failed, why (a clause), and what to do (sentences). */
  public Message failed(Message why, Message fix) {
    return failure(doing, why, fix);
  }

  /**
   * That it failed, and why.
   *
   * @param why the key of a clause, or of a clause and sentences
   */
  public Message failed(String why) {
    return failure(doing, Message.of(why));
  }

  /** That something failed, why (a clause), and what to do (sentences). */
  public static Message failure(Message doing, Message why, Message fix) {
    return Message.of("google.failed").with("doing", doing).with("why", why).with("fix", fix);
  }

  /**
   * That something failed, and why.
   *
   * @param why a clause and sentences
   */
  public static Message failure(Message doing, Message why) {
    return Message.of("google.failed.whole").with("doing", doing).with("why", why);
  }
}
