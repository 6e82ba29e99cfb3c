package org.entraide.cli.shell;

/** What the process reports to its caller; scripts and systemd rely on these numbers. */
public final class ExitCode {

  /** Done. */
  public static final int OK = 0;

  /** Failed, or a bug. */
  public static final int FAILURE = 1;

  /** Wrong usage or unreadable input. */
  public static final int USAGE = 2;

  /** Some campaign, delegate, row or file could not be served; the rest was. */
  public static final int PARTLY = 3;

  /** Another daemon holds the state directory. */
  public static final int ALREADY_RUNNING = 11;

  /** Google cannot be reached. */
  public static final int UNREACHABLE = 69;

  /** Not now, but asking again later will do. */
  public static final int TRY_AGAIN = 75;

  /** A person must sign in or give a permission. */
  public static final int SIGN_IN = 77;

  /** The configuration is wrong. */
  public static final int CONFIGURATION = 78;

  private ExitCode() {}
}
