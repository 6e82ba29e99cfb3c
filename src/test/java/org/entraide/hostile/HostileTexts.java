package org.entraide.hostile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What people and programs may send where a word is expected, in any length. */
@NullMarked
public final class HostileTexts {

  /** The most characters that a cell of a sheet takes. */
  public static final int LONGEST_CELL = 50_000;

  /** What is repeated without end. */
  private static final List<String> REPEATED =
      List.of(
          "1",
          "0",
          " ",
          ",",
          "é",
          "a",
          "A",
          "Σ",
          "a@",
          "@",
          "(",
          ")",
          "-",
          "1-",
          "\"",
          "'",
          "\n",
          "\u0301",
          "e\u0301",
          "\u0301\u0316",
          "\u00a0",
          "\u202f",
          "\u200d",
          "👩\u200d",
          "🎉",
          "\ud83c\uddeb",
          "oui ",
          "oui mais ",
          "non ",
          "a ",
          "a, ",
          "a,(",
          "1 ",
          "1.",
          "1,",
          "1/",
          "a.",
          "a@a.",
          "a@a ",
          "www.",
          "http://",
          "<",
          "<a",
          "&",
          "&#1",
          "[",
          "[(",
          "[a] ",
          "=",
          "1=",
          "a=",
          "at ",
          "a at ",
          "(at)",
          "a (at) ",
          "a at a dot ",
          "point ",
          ":",
          "a:",
          "re:",
          ";",
          "/",
          "+",
          "+1",
          "+1 (",
          "#",
          "..",
          "? ",
          "* ",
          "_",
          "0 1 ",
          "01 ",
          "M-",
          "[M-",
          "km ",
          "1km ",
          "1 000 ",
          "sans limite",
          "\u3372",
          "\ufdfa",
          "\r\n",
          "\t",
          "|",
          "•",
          "°",
          "1° ",
          "5'",
          "12:30 ",
          "2020-01-01 ",
          "K7Q4 ",
          "7KQ47, ",
          "SW7 ",
          "75001 ",
          "Dr ",
          "d'",
          "« ",
          "!3d1.1!4d",
          "ß",
          "İ");

  /** One of each sort of character, of which alternating texts are made. */
  private static final String CHARACTERS = "aZ1 \n\u00a0.,;:/-+([]@='\"_*\u0301";

  /**
   * A sort of text.
   *
   * @param name of printable characters
   * @param make one of a length
   */
  public record Kind(String name, IntFunction<String> make) {
    public String ofLength(int length) {
      return make.apply(length);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private HostileTexts() {}

  /** One word, sign or character, again and again; also with something else at either end. */
  public static List<Kind> repeated() {
    return REPEATED.stream()
        .flatMap(
            piece ->
                Stream.of(
                    new Kind(named(piece) + "…", n -> repeated(piece, n)),
                    new Kind(named(piece) + "…x", n -> repeated(piece, n - 1) + "x"),
                    new Kind("x" + named(piece) + "…", n -> "x" + repeated(piece, n - 1))))
        .toList();
  }

  /** Two characters in turn, and some of one with many of another behind them. */
  static List<Kind> alternating() {
    Set<String> characters = new LinkedHashSet<>();
    CHARACTERS.codePoints().forEach(c -> characters.add(Character.toString(c)));
    List<Kind> kinds = new ArrayList<>();
    for (String one : characters) {
      for (String other : characters) {
        String name = named(one) + " and " + named(other);
        kinds.add(new Kind(name + " in turn", n -> repeated(one + other, n)));
        kinds.add(
            new Kind(
                name + ", many", n -> repeated(one, n / 4) + repeated(other, n - n / 4 - 1) + "x"));
      }
    }
    return kinds;
  }

  static String repeated(String piece, int length) {
    return piece.repeat(length / piece.length() + 1).substring(0, length);
  }

  private static String named(String piece) {
    StringBuilder name = new StringBuilder();
    piece
        .chars()
        .forEach(
            c -> name.append(c > ' ' && c < 127 ? Character.toString(c) : "\\u%04x".formatted(c)));
    return name.toString();
  }
}
