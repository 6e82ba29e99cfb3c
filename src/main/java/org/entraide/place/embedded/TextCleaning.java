package org.entraide.place.embedded;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes from a text what is no part of a place, and writes out what signs mean. */
final class TextCleaning {

  /** Beside it no word ends or begins; {@code \b} looks at all accents again for each of them. */
  private static final String OF_A_WORD = "[\\p{L}\\p{M}\\p{Nd}_]";

  private static final Pattern BREAK = Pattern.compile("(?i)<\\s*(?:br|p|/p|div|/div)\\s*/?>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern ADDRESS_OF_THE_NET =
      Pattern.compile(
          "(?i)(?<!%1$s)https?://\\S++|(?<!%1$s)www\\.\\S++|(?:(?<!\\S)|\\G)\\S+?@[\\w.-]+\\.[a-z]{2,}"
              .formatted(OF_A_WORD));

  /** Nine digits and more, in groups; the letters after a number end a house number. */
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\w.])\\+?\\(?\\d(?:[ .()\\-/]{0,2}\\d){8,14}(?![\\w])");

  private static final Pattern DATE =
      Pattern.compile("(?<!\\w)\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}(?!\\w)");

  /** « F-67000 », "D-20095", « L-1648 »: the letters are the sign of the country on cars. */
  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?<!%1$s)(FR?|DE?|AT?|CH|BE?|LU?|IT?|ES?|NL|PT?)-\\s?(\\d{4,5})(?!%1$s)"
              .formatted(OF_A_WORD));

  private static final Map<String, String> COUNTRY_SIGNS =
      Map.of(
          "F", "FR", "D", "DE", "A", "AT", "B", "BE", "L", "LU", "I", "IT", "E", "ES", "P", "PT");

  private static final Pattern DEPARTMENT =
      Pattern.compile("\\((0[1-9]|[1-8]\\d|9[0-5]|2[ABab]|97[1-46])\\)");

  private static final Pattern ARRONDISSEMENT =
      Pattern.compile(
          "(?iu)(?<!"
              + OF_A_WORD
              + ")(paris|lyon|marseille)[\\s,;(-]{1,4}(\\d{1,2})\\s?(?:er|e|è|ème|eme|ième|ieme)(?![\\p{L}\\d])");

  /** Two letters of a flag follow each other, each so far beyond A. */
  private static final Pattern FLAG =
      Pattern.compile("([\\x{1F1E6}-\\x{1F1FF}])([\\x{1F1E6}-\\x{1F1FF}])");

  private static final int FLAG_A = 0x1F1E6;

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("nbsp", " "),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("lt", " "),
          Map.entry("gt", " "),
          Map.entry("rsquo", "'"),
          Map.entry("szlig", "ß"),
          Map.entry("oelig", "œ"),
          Map.entry("aelig", "æ"),
          Map.entry("oslash", "ø"),
          Map.entry("ndash", "–"));

  private TextCleaning() {}

  static String clean(String text) {
    String plain = text;
    if (plain.indexOf('<') >= 0 || plain.indexOf('&') >= 0) {
      plain = TAG.matcher(BREAK.matcher(plain).replaceAll("\n")).replaceAll(" ");
      plain = ENTITY.matcher(plain).replaceAll(TextCleaning::letter);
    }
    if (plain.indexOf('@') >= 0 || plain.contains("www.") || plain.contains("://")) {
      plain = ADDRESS_OF_THE_NET.matcher(plain).replaceAll(" ; ");
    }
    if (!CharMatcher.ascii().matchesAllOf(plain)) {
      plain = FLAG.matcher(plain).replaceAll(TextCleaning::flag);
    }
    if (plain.chars().noneMatch(Character::isDigit)) {
      return plain;
    }
    plain = DATE.matcher(plain).replaceAll(" ; ");
    plain = TELEPHONE.matcher(plain).replaceAll(" ; ");
    plain = DEPARTMENT.matcher(plain).replaceAll(m -> ", " + Areas.department(m.group(1)) + ",");
    plain = PREFIXED.matcher(plain).replaceAll(TextCleaning::prefixed);
    return ARRONDISSEMENT.matcher(plain).replaceAll("$1 $2e");
  }

  private static String prefixed(MatchResult match) {
    String sign = match.group(1);
    return " " + match.group(2) + " ; " + country(COUNTRY_SIGNS.getOrDefault(sign, sign)) + " ; ";
  }

  private static String flag(MatchResult match) {
    int one = match.group(1).codePointAt(0) - FLAG_A;
    int two = match.group(2).codePointAt(0) - FLAG_A;
    return " ; " + country(Character.toString('A' + one) + Character.toString('A' + two)) + " ; ";
  }

  /** In words, since DE is Delaware too. */
  private static String country(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static String letter(MatchResult match) {
    String name = match.group(1);
    if (name.startsWith("#")) {
      boolean hex = name.charAt(1) == 'x';
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean safe = Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
      return safe ? java.util.regex.Matcher.quoteReplacement(Character.toString(code)) : " ";
    }
    String letter = LETTERS.get(name.toLowerCase(Locale.ROOT));
    // &eacute; is e, and folding would make nothing else of it
    return letter != null ? letter : name.length() > 3 ? name.substring(0, 1) : " ";
  }
}
