package org.entraide.google.wire;

/**
 * What is being done, for messages and for what a failure means.
 *
 * @param doing the beginning of a sentence that ends with "failed", such as "Reading the form"
 * @param target whose door it is
 * @param write whether something may have changed when the answer is lost
 */
public record Operation(String doing, Target target, boolean write) {

  public enum Target {
    SPREADSHEET,
    FORM,
    NEW_FORM,
    MAILBOX
  }

  public static Operation read(String doing, Target target) {
    return new Operation(doing, target, false);
  }

  public static Operation write(String doing, Target target) {
    return new Operation(doing, target, true);
  }
}
