package org.entraide.plan;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.entraide.text.LowerCase;
import org.entraide.text.ReadLimit;

/** Compares words as people do: case, accents and spaces do not count, nor what is not read. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  static String fold(String text) {
    String read = ReadLimit.cut(text);
    String plain = MARKS.matcher(Normalizer.normalize(read, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(LowerCase.of(plain)).replaceAll("");
  }
}
