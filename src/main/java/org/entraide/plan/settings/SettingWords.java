package org.entraide.plan.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.config.HoldBack;
import org.entraide.table.Cell;
import org.entraide.text.Texts;
import org.entraide.text.typed.LowerCase;

/**
 * Numbers, times and yes or no as organisers type them, in every language, with a comma or a point.
 * What may mean two things is not understood: the tab asks.
 */
final class SettingWords {

  private static final double KM_PER_MILE = 1.609344; // international mile, 1959
  private static final double SECONDS_A_DAY = 86_400;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

  /** A number and a word; three digits after the sign may be thousands or thousandths. */
  private static final Pattern QUANTITY =
      Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,9})?)\\s?(\\p{L}*)");

  private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d{2})(?::\\d{2})?");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s?(\\p{L}*)\\s?");
  private static final Pattern THOUSANDS = Pattern.compile("(?<!\\d)\\d{1,3}(?: \\d{3})+(?!\\d)");

  /** « une », « demi » and a unit. */
  private static final String HALF = "(?<![\\p{L}\\d])(?:(?:1|%s) )?(?:%s)[ -](%s)(?!\\p{L})";

  /** A unit and « et demie », before or after. */
  private static final String AND_A_HALF =
      "(\\d{1,4}) ?(%1$s) (?:%2$s)(?!\\p{L})|(\\d{1,4}) (?:%2$s) (%1$s)(?!\\p{L})";

  private static final String AND = ",? (?:%s) |, ";
  private static final Pattern NEXT_WORD = Pattern.compile("\\p{L}");
  private static final Pattern TICK = Pattern.compile("[✓✔☑✅]\\ufe0f?");

  /** By languages: they are those of the program, and never change. */
  private static final Map<List<Texts>, SettingWords> OF = new ConcurrentHashMap<>();

  private final Set<String> yes;
  private final Set<String> no;
  private final Set<String> one;
  private final Set<String> auto;
  private final Map<String, Double> kilometres = new HashMap<>();
  private final Map<String, Double> counted = new HashMap<>();
  private final Map<String, Duration> times = new HashMap<>();
  private final Pattern half;
  private final Pattern andAHalf;
  private final Pattern and;

  /**
   * The words of these languages, which are put together once.
   *
   * @param languages whose words are understood
   */
  static SettingWords of(List<Texts> languages) {
    return OF.computeIfAbsent(List.copyOf(languages), SettingWords::new);
  }

  private SettingWords(List<Texts> languages) {
    yes = words(languages, "settings.typed.yes");
    no = words(languages, "settings.typed.no");
    one = words(languages, "settings.typed.one");
    auto = words(languages, "settings.typed.auto");
    kilometres.put("", 1.0);
    words(languages, "settings.typed.km").forEach(w -> kilometres.putIfAbsent(w, 1.0));
    words(languages, "settings.typed.metres").forEach(w -> kilometres.putIfAbsent(w, 0.001));
    words(languages, "settings.typed.miles").forEach(w -> kilometres.putIfAbsent(w, KM_PER_MILE));
    counted.put("", 1.0);
    words(languages, "settings.typed.counted").forEach(w -> counted.putIfAbsent(w, 1.0));
    time(words(languages, "settings.typed.minutes"), Duration.ofMinutes(1));
    time(words(languages, "settings.typed.hours"), Duration.ofHours(1));
    time(words(languages, "settings.typed.days"), Duration.ofDays(1));
    time(words(languages, "settings.typed.weeks"), Duration.ofDays(7));
    String units = any(times.keySet());
    half =
        Pattern.compile(
            HALF.formatted(any(one), any(counted(languages, "settings.typed.half")), units));
    andAHalf =
        Pattern.compile(
            AND_A_HALF.formatted(units, any(counted(languages, "settings.typed.and_a_half"))));
    and = Pattern.compile(AND.formatted(any(words(languages, "settings.typed.and"))));
  }

  private static Set<String> words(List<Texts> languages, String key) {
    return languages.stream()
        .flatMap(texts -> Stream.of(texts.get(key).split(",", -1)))
        .map(SettingWords::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words of a key, each also with a figure in place of « une ». */
  private Set<String> counted(List<Texts> languages, String key) {
    return words(languages, key).stream()
        .flatMap(words -> Stream.of(words, figures(words)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private String figures(String words) {
    return Stream.of(words.split(" ", -1))
        .map(word -> one.contains(word) ? "1" : word)
        .collect(Collectors.joining(" "));
  }

  /** One of these, the longest that fits. */
  private static String any(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private void time(Set<String> words, Duration unit) {
    words.forEach(word -> times.putIfAbsent(word, unit));
  }

  Optional<Boolean> yesNo(Cell cell) {
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return Optional.of(cell.isTrue());
    }
    String word = plain(cell);
    if (TICK.matcher(word).matches() || yes.contains(word)) {
      return Optional.of(true);
    }
    return no.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** A number, with a unit of length or none. */
  OptionalDouble kilometres(Cell cell) {
    return quantity(cell, kilometres);
  }

  /** A whole number of people or drafts. */
  OptionalDouble count(Cell cell) {
    OptionalDouble number = quantity(cell, counted);
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? number
        : OptionalDouble.empty();
  }

  private static OptionalDouble quantity(Cell cell, Map<String, Double> units) {
    Matcher match = QUANTITY.matcher(ungrouped(plain(cell)));
    // a day, a time or a share that the sheet made of what was typed does not look like a number
    if (!isWritten(cell) || !match.matches() || !units.containsKey(match.group(2))) {
      return OptionalDouble.empty();
    }
    double number;
    if (cell.kind() == Cell.Kind.NUMBER) {
      number = cell.number(); // the cell may show fewer decimals
    } else if (AMBIGUOUS.matcher(match.group(1)).matches()) {
      return OptionalDouble.empty();
    } else {
      number = decimal(match.group(1));
    }
    return OptionalDouble.of(number * units.getOrDefault(match.group(2), 1.0));
  }

  /** A time, or « automatique ». */
  Optional<HoldBack> holdBack(Cell cell) {
    return cell.kind() == Cell.Kind.TEXT && auto.contains(plain(cell))
        ? Optional.of(HoldBack.AUTO)
        : duration(cell).map(HoldBack::of);
  }

  /** « 2 h », « 1 jour », « 1h30 », « 90 min »; a number alone is of no unit. */
  Optional<Duration> duration(Cell cell) {
    String text = inFigures(ungrouped(plain(cell)));
    if (!isWritten(cell)) {
      return Optional.empty();
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return cell.kind() == Cell.Kind.NUMBER
          ? Optional.of(Duration.ofSeconds(Math.round(cell.number() * SECONDS_A_DAY)))
          : Optional.of(
              Duration.ofHours(Long.parseLong(clock.group(1)))
                  .plusMinutes(Long.parseLong(clock.group(2))));
    }
    if (text.startsWith("p")) {
      return iso(text);
    }
    return parts(text);
  }

  /** « une heure » is 1 hour. */
  private String counting(String text) {
    String[] words = text.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      if (one.contains(words[i]) && NEXT_WORD.matcher(words[i + 1]).lookingAt()) {
        words[i] = "1";
      }
    }
    return String.join(" ", words);
  }

  /** « 1 000 » is one number. */
  private static String ungrouped(String text) {
    return THOUSANDS.matcher(text).replaceAll(number -> number.group().replace(" ", ""));
  }

  /** Halves, « une » and « et » as figures alone. */
  private String inFigures(String text) {
    String more =
        andAHalf.matcher(counting(text)).replaceAll(m -> either(m, 1, 3) + ".5 " + either(m, 2, 4));
    String halves = half.matcher(more).replaceAll(m -> "0.5 " + m.group(1));
    return and.matcher(halves).replaceAll(" ");
  }

  private static String either(MatchResult match, int... groups) {
    return Arrays.stream(groups)
        .mapToObj(match::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(d -> !d.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not that either
    }
  }

  private Optional<Duration> parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    Duration next = Duration.ZERO; // what a number without a word counts
    int end = 0;
    while (end < text.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      Duration unit = part.group(2).isEmpty() ? next : times.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      double number = decimal(part.group(1));
      if (unit.isZero() && number != 0) {
        return Optional.empty(); // of what?
      }
      sum = sum.plusSeconds(Math.round(number * unit.toSeconds()));
      next = Duration.ofMinutes(1); // « 1h30 »
      end = part.end();
    }
    return end == 0 ? Optional.empty() : Optional.of(sum);
  }

  private static boolean isWritten(Cell cell) {
    return cell.kind() == Cell.Kind.TEXT || cell.kind() == Cell.Kind.NUMBER;
  }

  private static double decimal(String number) {
    return Double.parseDouble(number.replace(',', '.'));
  }

  /** Without accents, capitals and needless spaces; signs stay, for a minus is one. */
  private static String plain(Cell cell) {
    return plain(cell.text());
  }

  private static String plain(String typed) {
    return SPACES.matcher(LowerCase.bare(typed)).replaceAll(" ").strip();
  }
}
