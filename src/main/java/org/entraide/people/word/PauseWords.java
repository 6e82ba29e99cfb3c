package org.entraide.people.word;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.text.Texts;
import org.entraide.text.typed.LowerCase;
import org.entraide.text.typed.ReadLimit;

/**
 * Finds what follows a word that means a pause and says until when: « Pause 12/01/2027 », « en
 * pause jusqu’au 12 janvier », "on hold until Jan 12".
 */
public final class PauseWords {

  private static final int MOST_WORDS = 3; // « mettre en pause »

  private static final Pattern FIRST_WORDS =
      Pattern.compile("\\p{L}++(?:[\\s\\p{Z}]++\\p{L}++){0," + (MOST_WORDS - 1) + "}+");

  private static final Pattern LAST_WORD =
      Pattern.compile("(?<![\\s\\p{Z}])[\\s\\p{Z}]++\\p{L}++$");

  /** What people put around a day. */
  private static final String AROUND = "[\\s\\p{Z}\\p{Pd}:;,.(\\[)\\]=>→!]*+";

  private static final Pattern BEFORE = Pattern.compile("^" + AROUND);
  private static final Pattern AFTER =
      Pattern.compile("(?<![\\s\\p{Z}:;,.)\\]!])[\\s\\p{Z}:;,.)\\]!]++$");

  private final Pattern until;

  /**
   * @param languages all that are spoken
   */
  public PauseWords(List<Texts> languages) {
    List<String> words =
        languages.stream()
            .flatMap(texts -> Pattern.compile(",").splitAsStream(texts.get("pause.until")))
            .map(PauseWords::plain)
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(word -> Pattern.quote(word) + (word.endsWith("'") ? "" : "(?!\\p{L})"))
            .toList();
    until = Pattern.compile("^(?:" + String.join("|", words) + ")");
  }

  /**
   * What a text says behind its first words.
   *
   * @param pause whether words mean a pause
   * @return in small letters, without the words that mean « until »; empty where the first words
   *     mean no pause, or nothing that looks like a day follows
   */
  public Optional<String> end(String text, Predicate<String> pause) {
    String read = ReadLimit.cut(text);
    Matcher words = FIRST_WORDS.matcher(read);
    if (!words.find() || !BEFORE.matcher(read.substring(0, words.start())).matches()) {
      return Optional.empty();
    }
    String first = words.group();
    while (!pause.test(first)) {
      Matcher last = LAST_WORD.matcher(first);
      if (!last.find()) {
        return Optional.empty();
      }
      first = first.substring(0, last.start());
    }
    return day(read.substring(words.start() + first.length()));
  }

  /** The day alone; empty where no day is meant. */
  private Optional<String> day(String text) {
    String rest = BEFORE.matcher(plain(text)).replaceFirst("");
    boolean hasUntil = false;
    Matcher word = until.matcher(rest);
    while (word.find()) {
      hasUntil = true;
      rest = BEFORE.matcher(rest.substring(word.end())).replaceFirst("");
      word = until.matcher(rest);
    }
    String day = AFTER.matcher(rest).replaceFirst("");
    return hasUntil || WrittenDay.isMeantBy(day) ? Optional.of(day) : Optional.empty();
  }

  private static String plain(String text) {
    return LowerCase.bare(text).replace('\u2019', '\'').strip();
  }
}
