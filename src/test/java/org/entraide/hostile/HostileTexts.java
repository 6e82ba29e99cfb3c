package org.entraide.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What people and programs may send where a word is expected, in any length. */
@NullMarked
public final class HostileTexts {

  /** The most characters that a cell of a sheet takes. */
  public static final int LONGEST_CELL = 50_000;

  /** What is repeated; each is a kind of hostile text. */
  private static final List<String> REPEATED =
      List.of(
          "1", "0", " ", ",", "é", "a", "A", "a@", "@", "(", ")", "-", "1-", "\"", "'", "\n",
          "\u0301", "e\u0301", "\u00a0", "\u202f", "\u200d", "👩\u200d", "🎉", "\ud83c\uddeb",
          "oui ", "oui mais ", "non ", "a ", "a, ", "a,(", "1 ", "1.", "1,", "1/", "a.", "a@a.",
          "a@a ", "www.", "http://", "<", "<a", "&", "&#1", "[", "[(", "[a] ", "=", "1=", "a=",
          "at ", "a at ", "(at)", "a (at) ", "a at a dot ", "point ", ":", "a:", "re:", ";", "/",
          "+", "+1", "+1 (", "#", "..", "? ", "* ", "_", "0 1 ", "01 ", "M-", "[M-", "km ", "1km ",
          "1 000 ", "sans limite", "\u3372", "\ufdfa", "\r\n", "\t", "|", "•", "°", "1° ", "5'",
          "12:30 ", "2020-01-01 ", "K7Q4 ", "SW7 ", "75001 ", "Dr ", "d'", "« ", "!3d1.1!4d");

  /** One of each sort of character, of which alternating texts are made. */
  private static final String CHARACTERS = "aZé1 \n\u00a0.,;:/-+()[]<>@=\"'&#!_%?*|°\u0301\u200d";

  private HostileTexts() {}

  /** A text of this length for each kind, by a name for it. */
  public static Map<String, String> ofLength(int length) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String piece : REPEATED) {
      texts.put(named(piece) + "…", repeated(piece, length));
      texts.put(named(piece) + "…x", repeated(piece, length - 1) + "x");
      texts.put("x" + named(piece) + "…!", "x" + repeated(piece, length - 2) + "!");
    }
    return texts;
  }

  /** Texts of two sorts of characters in turn, and of one and then another. */
  public static List<String> alternating(int length, String more) {
    Set<String> characters = new LinkedHashSet<>();
    (CHARACTERS + more).codePoints().forEach(c -> characters.add(Character.toString(c)));
    List<String> texts = new ArrayList<>();
    for (String one : characters) {
      for (String other : characters) {
        texts.add(repeated(one + other, length));
        texts.add(one + repeated(other, length - 1));
        texts.add(repeated(one, length / 2) + repeated(other, length / 2));
      }
    }
    return texts;
  }

  static String repeated(String piece, int length) {
    return piece.repeat(length / piece.length() + 1).substring(0, length);
  }

  static String named(String piece) {
    StringBuilder name = new StringBuilder();
    piece
        .chars()
        .forEach(
            c -> name.append(c > ' ' && c < 127 ? Character.toString(c) : "\\u%04x".formatted(c)));
    return name.toString();
  }
}
