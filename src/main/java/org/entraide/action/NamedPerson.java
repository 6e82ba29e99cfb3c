package org.entraide.action;

import java.util.List;
import org.entraide.campaign.rights.Holding;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;

/** Somebody whom a command names by a reference or an address. */
final class NamedPerson {

  private NamedPerson() {}

  /** Nobody is known by that; an address is not said again. */
  static UserError nobody(String who) {
    String what = who.contains("@") ? "that address" : who;
    return new UserError(ExitCode.FAILURE, "nobody is known by " + what);
  }

  /**
   * Refuses several people under one address.
   *
   * @param campaign where they were found
   */
  static void requireOne(String campaign, List<Holding> found) {
    if (found.size() > 1) {
      throw new UserError(
          ExitCode.USAGE,
          campaign
              + ": several people answered under that address; name one of "
              + String.join(", ", found.stream().map(Holding::reference).toList()));
    }
  }
}
