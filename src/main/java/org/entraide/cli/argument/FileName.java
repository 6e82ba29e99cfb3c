package org.entraide.cli.argument;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.entraide.config.FileNames;
import org.entraide.text.Message;
import org.entraide.text.Texts;
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
          Texts.english()
              .format(
                  FileNames.hinted(
                      Message.of("config.names.none")
                          .with("name", e.getInput())
                          .with("reason", e.getReason()))));
    }
  }
}
