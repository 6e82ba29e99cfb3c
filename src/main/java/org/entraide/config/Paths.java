package org.entraide.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads paths, relative to the configuration file. */
final class Paths {

  private final Path base;
  private final Optional<Path> credentials;

  /**
   * @param base a directory, absolute
   * @param credentials where a service manager hands over secrets, if it does
   */
  Paths(Path base, Optional<Path> credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  /** A file or directory beside the configuration. */
  Path inDirectory(String name) {
    return base.resolve(name);
  }

  Path parse(String text) throws BadValue {
    if (text.equals("~") || text.startsWith("~/")) {
      throw new BadValue("config.path.home", text);
    }
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new BadValue(
          FileNames.hinted(BadValue.about("config.path", text).with("reason", e.getReason())));
    }
  }

  /**
   * A file that holds a secret. One of that name which the service manager handed over goes before
   * it: the file itself may be root's alone.
   */
  Path secret(String text) throws BadValue {
    Path file = parse(text);
    return credentials
        .map(directory -> directory.resolve(String.valueOf(file.getFileName())))
        .filter(Files::isRegularFile)
        .orElse(file);
  }
}
