package org.entraide.delegates;

/**
 * What goes wrong, once.
 *
 * @param at the number of the daemon's request, from 0
 */
public record Strike(int at, Blow blow) {

  static final Strike NONE = new Strike(-1, Blow.KILLED_BEFORE);

  /** How it goes wrong. */
  public enum Blow {
    /** The process dies before the request. */
    KILLED_BEFORE,
    /** The request does what it asks for, and the process dies. */
    KILLED_AFTER,
    /** The request does what it asks for, and no answer comes. */
    ANSWER_LOST;

    boolean hasEffect() {
      return this != KILLED_BEFORE;
    }
  }

  /** The death of the process: nothing may catch it. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    public Death() {
      super("killed");
    }
  }
}
