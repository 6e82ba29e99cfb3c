package org.entraide.config;

import static org.entraide.config.Section.quoted;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads paths, relative to the configuration file. */
final class Paths {

  private final Path base;

  /**
   * @param base a directory, absolute
   */
  Paths(Path base) {
    this.base = base;
  }

  /** A file or directory beside the configuration. */
  Path inDirectory(String name) {
    return base.resolve(name);
  }

  Path parse(String text) throws BadValue {
    if (text.equals("~") || text.startsWith("~/")) {
      throw new BadValue(quoted(text) + ": ~ means nothing in a file; write the whole path");
    }
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new BadValue(quoted(text) + " is no path: " + e.getReason() + "." + FileNames.hint());
    }
  }
}
