package org.entraide.place.online.query;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.entraide.text.typed.ReadLimit;

/** Takes out of a text what is no place beside any words, and divides the rest. */
final class QueryNoise {

  private static final List<Pattern> STRUCK =
      List.of(
          Pattern.compile("(?<!\\S)[^\\s\\p{Nd}]*+\\p{Nd}[^\\s=]*+(?:\\s*+=\\s*+\\S*+)++"),
          Pattern.compile("(?i)(https?://|www\\.)\\S++"),
          Pattern.compile(
              "(?i)(?<!\\S)\\S+?"
                  + "(?:\\s*+[(\\[]\\s*+(?:at|arobase|chez)\\s*+[)\\]]\\s*+\\S++)++"),
          Pattern.compile(
              "(?i)(?<!\\S)\\S++\\s++(?:arobase|at)\\s++\\S++\\s++(?:point|dot)\\s++\\S++"),
          Pattern.compile("(?<!\\S)[^\\s@]*+@\\S*+(?:(?<=@)\\s\\S*+)*+"),
          // eight digits and more in a row, however they are spaced: telephones, dates, numbers
          Pattern.compile(
              "(?<!\\p{Nd})(?!\\p{Nd}{5}-\\p{Nd}{4}(?!\\p{Nd}))\\+?\\p{Nd}"
                  + "(?:[\\s\\p{Z}.\\-–/()]*+\\p{Nd}){7,}+"),
          // the beginning of a French telephone number; what is longer went before
          Pattern.compile("(?<!\\p{Nd})0[1-9]([\\s\\p{Z}.\\-]?\\p{Nd}{2}){2,3}(?!\\p{Nd})"),
          Pattern.compile("\\+\\p{Nd}[\\p{Nd}\\s.()\\-]*"));

  private static final Pattern SEGMENT =
      Pattern.compile(
          "[,;/|()\\[\\]{}\\n\\r\\t:\"«»“”!?=*#_<>…]+|\\.{2,}|\\s[-–—]\\s|(?<=\\p{L}{4})\\.\\s");

  private static final Pattern CARE_OF =
      Pattern.compile("(?i)(?<![\\p{L}\\p{M}\\p{Nd}_])c/o(?![\\p{L}\\p{M}\\p{Nd}_])");
  private static final Pattern NOT_WRITING =
      Pattern.compile("[\\p{So}\\p{Cs}\\p{Co}\\p{Cn}\\p{Sk}]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");

  private QueryNoise() {}

  /**
   * The parts of a text between commas, brackets, lines, or things that were struck out. One
   * character may become eighteen when it is normalised, so that it is cut again after that.
   */
  static List<String> segments(String text) {
    String read = ReadLimit.cut(text);
    String left = ReadLimit.cut(Normalizer.normalize(read, Normalizer.Form.NFKC));
    left = INVISIBLE.matcher(left).replaceAll("");
    left = CARE_OF.matcher(left).replaceAll(" chez ");
    for (Pattern struck : STRUCK) {
      left = struck.matcher(left).replaceAll("\n");
    }
    left = NOT_WRITING.matcher(left).replaceAll("\n");
    return SEGMENT.splitAsStream(left).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
