package org.entraide.livecheck;

import java.util.Optional;
import org.entraide.resilience.RemoteFailure;

/** Asks for a click and looks, again where nothing came of it: Google takes a moment. */
final class ClickWaiting {

  private static final int LOOKS = 3;

  private final BrowserUser human;

  ClickWaiting(BrowserUser human) {
    this.human = human;
  }

  /** Looks for what a click brings about. */
  @FunctionalInterface
  interface Look<T> {
    Optional<T> look() throws RemoteFailure;
  }

  /**
   * Waits for it.
   *
   * @return empty where it was not seen in three looks
   */
  <T> Optional<T> until(String step, String words, Look<T> look)
      throws RemoteFailure, InterruptedException {
    String request = words;
    for (int i = 0; i < LOOKS; i++) {
      human.please(new BrowserUser.Click(step, request));
      Optional<T> seen = look.look();
      if (seen.isPresent()) {
        return seen;
      }
      request = "Nothing of it was seen yet. Wait a moment, or do it now: " + words;
    }
    return Optional.empty();
  }
}
