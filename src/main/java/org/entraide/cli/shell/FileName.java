package org.entraide.cli.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.entraide.config.FileNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file on the command line. */
public final class FileName implements ITypeConverter<Path> {

  @Override
  public Path convert(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "no file can have the name %s: %s.%s"
              .formatted(e.getInput(), e.getReason(), FileNames.hint()));
    }
  }
}
