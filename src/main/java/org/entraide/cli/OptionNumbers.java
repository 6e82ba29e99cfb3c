package org.entraide.cli;

import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.match.model.MatchOptions;

/** Numbers that are given with options; what is none is a usage error that names the option. */
final class OptionNumbers {

  private OptionNumbers() {}

  static double number(String option, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, as what is no number either
    }
    throw new UserError(ExitCode.USAGE, option + ": \"" + text + "\" is not a number");
  }

  static double notNegative(String option, String text) {
    double value = number(option, text);
    if (!(value >= 0)) {
      throw new UserError(ExitCode.USAGE, option + " must not be negative, but is " + text);
    }
    return value;
  }

  /** Returns an effort in seconds on a small machine as a number of pairs to look at. */
  static long looks(String option, String text) {
    double seconds = notNegative(option, text);
    if (Double.isInfinite(seconds)) {
      throw new UserError(ExitCode.USAGE, option + " must end some time, but is " + text);
    }
    return (long) (seconds * MatchOptions.LOOKS_PER_SECOND);
  }
}
