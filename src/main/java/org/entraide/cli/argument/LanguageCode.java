package org.entraide.cli.argument;

import org.entraide.text.Texts;
import org.entraide.text.typed.NearestWord;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the code of a language for which there are words. */
public final class LanguageCode implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (Texts.languages().contains(text)) {
      return text;
    }
    throw new TypeConversionException(
        "\"%s\" is none of %s%s"
            .formatted(
                text,
                String.join(", ", Texts.languages()),
                NearestWord.of(text, Texts.languages())
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("")));
  }
}
