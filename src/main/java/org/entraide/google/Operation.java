package org.entraide.google;

/**
 * What is being done, for messages and for what a failure means.
 *
 * @param doing the beginning of a sentence that ends with "failed", such as "Reading the form"
 * @param target whose door it is
 * @param write whether something may have changed when the answer is lost
 */
record Operation(String doing, Target target, boolean write) {

  enum Target {
    SPREADSHEET,
    FORM,
    NEW_FORM,
    MAILBOX
  }

  static Operation read(String doing, Target target) {
    return new Operation(doing, target, false);
  }

  static Operation write(String doing, Target target) {
    return new Operation(doing, target, true);
  }
}
