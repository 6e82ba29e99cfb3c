package org.entraide.config;

import java.util.Locale;
import java.util.Optional;

/** How Java reads the names of files: in the encoding of the locale, as plain C has none. */
public final class FileNames {

  /** What to do about it. */
  public static final String FIX = "Start with bin/entraide, or set LC_ALL=C.UTF-8.";

  private FileNames() {}

  /**
   * What names this process cannot read.
   *
   * @return a clause; empty where it can read all
   */
  public static Optional<String> trouble() {
    return trouble(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  /** The same for an encoding, by its name in Java. */
  public static Optional<String> trouble(String encoding) {
    return encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
        ? Optional.empty()
        : Optional.of(
            "file names are read as " + encoding + ", so that one with an accent is not found");
  }

  /** Cause and fix, to be added to a message about a file; empty where that is not it. */
  public static String hint() {
    return trouble().map(trouble -> " Maybe " + trouble + ". " + FIX).orElse("");
  }
}
