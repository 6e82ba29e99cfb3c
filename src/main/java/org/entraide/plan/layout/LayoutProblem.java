package org.entraide.plan.layout;

import org.entraide.text.Message;

/** What keeps a layout from being found; {@link SheetLayout.Unusable} adds where to show it. */
final class LayoutProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Message reason;

  LayoutProblem(Message reason) {
    super(reason.key());
    this.reason = reason;
  }

  Message reason() {
    return reason;
  }
}
