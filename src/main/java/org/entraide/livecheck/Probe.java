package org.entraide.livecheck;

import java.util.Map;
import java.util.Optional;
import org.entraide.resilience.RemoteFailure;

/**
 * One open question, and the steps that settle it.
 *
 * @param name such as {@code edited-answer}
 * @param question in one sentence
 * @param officeSwitch the office's switch; empty where it has none
 * @param meanings what each value that can be observed means for the daemon
 * @param steps what to do
 */
record Probe(
    String name, String question, String officeSwitch, Map<String, String> meanings, Steps steps) {

  /** Does something, has the person do something, and looks what came of it. */
  @FunctionalInterface
  interface Steps {

    /** One of the values that have a meaning; empty where nothing was seen. */
    Optional<String> observe() throws RemoteFailure, InterruptedException;
  }

  ProbeFinding run() throws InterruptedException {
    try {
      return steps.observe().map(this::found).orElseGet(() -> with(ProbeFinding.UNSEEN, NOT_SEEN));
    } catch (RemoteFailure e) {
      return with(ProbeFinding.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static final String NOT_SEEN = "Nothing was seen that answers it: run it again.";

  private ProbeFinding found(String value) {
    String meaning = meanings.get(value);
    if (meaning == null) {
      throw new IllegalStateException("The probe " + name + " has no meaning for " + value + ".");
    }
    return with(value, meaning);
  }

  private ProbeFinding with(String observed, String meaning) {
    return new ProbeFinding(name, question, officeSwitch, observed, meaning);
  }
}
