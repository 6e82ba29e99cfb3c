package org.entraide.people.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References: short codes such as {@code 7KQ47} that people read out, type and mistype. Douglas
 * Crockford's base 32, the last symbol being his check symbol (the value of the others modulo 37),
 * so that one wrong or two swapped symbols are noticed.
 */
public final class Reference {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHECK_MODULUS = 37;
  private static final int SYMBOLS = 4;
  private static final int SYMBOLS_WHEN_SHORT = 5;
  private static final int SAMPLE = 64;
  private static final double SHORT_ABOVE = 0.6;
  private static final String INTRODUCTION = "M-";
  private static final int LONGEST = INTRODUCTION.length() + SYMBOLS_WHEN_SHORT + 1;

  /**
   * What a spreadsheet program may turn into a number, a time or a date when it is typed or
   * imported: {@code 12345}, {@code 73E25}, {@code 0123A}, {@code 10MAR}, {@code DEC25}.
   */
  private static final Pattern NUMBER_LIKE =
      Pattern.compile(
          "\\d+|\\d+E\\d+|\\d+[AP]M?|" + "\\d*(JAN|FEB|FEV|MAR|MARS|APR|AVR|MAY|SEP|SEPT|DEC)\\d*");

  private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Cf}-]+");
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]*+)\\)");
  private static final Pattern TOKEN_BREAK = Pattern.compile("[^\\p{L}\\p{Nd}-]+");

  private Reference() {}

  /**
   * Returns a code that was never used. Four symbols and the check symbol, nearly 900,000 codes; a
   * symbol more when a sample shows that more than 60 % of these are used.
   *
   * @param used whether a code is taken, or ever was
   */
  public static String mint(RandomGenerator random, Predicate<String> used) {
    String first = draw(random, SYMBOLS);
    return used.test(first) ? mintAmongUsed(random, used) : first;
  }

  private static String mintAmongUsed(RandomGenerator random, Predicate<String> used) {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      String code = draw(random, SYMBOLS);
      if (!used.test(code)) {
        free.add(code);
      }
    }
    if (free.size() >= SAMPLE * (1 - SHORT_ABOVE)) {
      return free.get(0);
    }
    String code = draw(random, SYMBOLS_WHEN_SHORT);
    while (used.test(code)) {
      code = draw(random, SYMBOLS_WHEN_SHORT);
    }
    return code;
  }

  private static String draw(RandomGenerator random, int symbols) {
    while (true) {
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < symbols; i++) {
        code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      int check = check(code);
      if (check < ALPHABET.length()) {
        code.append(ALPHABET.charAt(check));
        if (!NUMBER_LIKE.matcher(code).matches()) {
          return code.toString();
        }
      }
    }
  }

  private static int check(CharSequence symbols) {
    int value = 0;
    for (int i = 0; i < symbols.length(); i++) {
      value = (value * 32 + ALPHABET.indexOf(symbols.charAt(i))) % CHECK_MODULUS;
    }
    return value;
  }

  /** Whether this is a code as {@link #mint} makes them, letter for letter. */
  public static boolean isValid(String code) {
    int last = code.length() - 1;
    if (last != SYMBOLS && last != SYMBOLS_WHEN_SHORT) {
      return false;
    }
    for (int i = 0; i <= last; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return false;
      }
    }
    return ALPHABET.indexOf(code.charAt(last)) == check(code.substring(0, last))
        && !NUMBER_LIKE.matcher(code).matches();
  }

  /**
   * Understands a code as a person types it: any case, spaces or hyphens inside, I and L for 1, O
   * for 0, with or without {@code M-}, alone, after a name ({@code « Camille R. (7KQ47) »}) or
   * among other words ({@code « Doublon 7kq47 »}). The last code in parentheses counts before all
   * others: a first name may look like a code, too.
   *
   * @return the code without {@code M-}; empty if there is none, or more than one without any
   *     parentheses
   */
  public static Optional<String> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty(); // as in every row of a sheet that is new
    }
    Optional<String> whole = canonical(text);
    if (whole.isPresent()) {
      return whole;
    }
    return inParentheses(text)
        .or(
            () -> {
              List<String> all = parseAll(text);
              return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
            });
  }

  /** The last code in parentheses, as it is after a name: {@code « Camille R. (7KQ47) »}. */
  public static Optional<String> inParentheses(String text) {
    if (text.indexOf('(') < 0) {
      return Optional.empty();
    }
    Optional<String> last = Optional.empty();
    Matcher parentheses = IN_PARENTHESES.matcher(text);
    while (parentheses.find()) {
      Optional<String> code = canonical(parentheses.group(1));
      last = code.isPresent() ? code : last;
    }
    return last;
  }

  /** Returns every code in a text such as {@code 7KQ47, 73E2M}, once each, in its order. */
  public static List<String> parseAll(String text) {
    return TOKEN_BREAK
        .splitAsStream(text)
        .map(Reference::canonical)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The code of an introduction, {@code M-7KQ47}. */
  public static String introduction(String code) {
    return INTRODUCTION + code;
  }

  /**
   * Whether a text has more than the longest reference has, besides the signs that may be between.
   */
  private static boolean isTooLong(String text) {
    int signs = 0;
    for (int i = 0; i < text.length() && signs <= LONGEST; ) {
      int character = text.codePointAt(i);
      signs += isBetween(character) ? 0 : 1;
      i += Character.charCount(character);
    }
    return signs > LONGEST;
  }

  private static boolean isBetween(int character) {
    return character == '-'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static Optional<String> canonical(String text) {
    if (isValid(text)) {
      return Optional.of(text); // as it is written in a sheet
    }
    if (isTooLong(text)) {
      return Optional.empty(); // a list, say; and capitals of a long text may take a long time
    }
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String code = upper.startsWith(INTRODUCTION) ? upper.substring(INTRODUCTION.length()) : upper;
    code = BETWEEN.matcher(code).replaceAll("");
    code = code.replace('I', '1').replace('L', '1').replace('O', '0');
    return isValid(code) ? Optional.of(code) : Optional.empty();
  }
}
