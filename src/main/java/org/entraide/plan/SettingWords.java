package org.entraide.plan;

import java.text.Normalizer;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.Cell;

/**
 * Numbers, times and yes or no as organisers type them, in every language, with a comma or a point.
 * What may mean two things is not understood: the tab asks.
 */
final class SettingWords {

  private static final double KM_PER_MILE = 1.609344; // international mile, 1959
  private static final double SECONDS_A_DAY = 86_400;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** A number and a word; three digits after the sign may be thousands or thousandths. */
  private static final Pattern QUANTITY =
      Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,9})?)\\s?([a-z]*)");

  private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d{2})(?::\\d{2})?");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s?([a-z]*)\\s?");
  private static final Pattern ONE = Pattern.compile("\\b(un|une|one|an|a) (?=[a-z])");

  private static final Set<String> YES =
      Set.of("oui", "o", "yes", "y", "vrai", "true", "x", "1", "ok", "on");
  private static final Set<String> NO = Set.of("non", "n", "no", "faux", "false", "0", "off");
  private static final Pattern TICK = Pattern.compile("[✓✔☑✅]\\ufe0f?");

  private static final Map<String, Double> KILOMETRES =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("k", 1.0),
          Map.entry("km", 1.0),
          Map.entry("kms", 1.0),
          Map.entry("kilometre", 1.0),
          Map.entry("kilometres", 1.0),
          Map.entry("kilometer", 1.0),
          Map.entry("kilometers", 1.0),
          Map.entry("m", 0.001),
          Map.entry("metre", 0.001),
          Map.entry("metres", 0.001),
          Map.entry("meter", 0.001),
          Map.entry("meters", 0.001),
          Map.entry("mi", KM_PER_MILE),
          Map.entry("mile", KM_PER_MILE),
          Map.entry("miles", KM_PER_MILE));

  private static final Map<String, Double> COUNTED =
      Map.of(
          "",
          1.0,
          "personne",
          1.0,
          "personnes",
          1.0,
          "person",
          1.0,
          "people",
          1.0,
          "brouillon",
          1.0,
          "brouillons",
          1.0,
          "draft",
          1.0,
          "drafts",
          1.0);

  private static final Map<String, Duration> TIMES =
      Map.ofEntries(
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("mins", Duration.ofMinutes(1)),
          Map.entry("mn", Duration.ofMinutes(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("minute", Duration.ofMinutes(1)),
          Map.entry("minutes", Duration.ofMinutes(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hr", Duration.ofHours(1)),
          Map.entry("hrs", Duration.ofHours(1)),
          Map.entry("heure", Duration.ofHours(1)),
          Map.entry("heures", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("hours", Duration.ofHours(1)),
          Map.entry("j", Duration.ofDays(1)),
          Map.entry("jour", Duration.ofDays(1)),
          Map.entry("jours", Duration.ofDays(1)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("days", Duration.ofDays(1)),
          Map.entry("semaine", Duration.ofDays(7)),
          Map.entry("semaines", Duration.ofDays(7)),
          Map.entry("week", Duration.ofDays(7)),
          Map.entry("weeks", Duration.ofDays(7)));

  private SettingWords() {}

  static Optional<Boolean> yesNo(Cell cell) {
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return Optional.of(cell.isTrue());
    }
    String word = plain(cell);
    if (TICK.matcher(word).matches() || YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** A number, with a unit of length or none. */
  static OptionalDouble kilometres(Cell cell) {
    return quantity(cell, KILOMETRES);
  }

  /** A whole number of people or drafts. */
  static OptionalDouble count(Cell cell) {
    OptionalDouble number = quantity(cell, COUNTED);
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? number
        : OptionalDouble.empty();
  }

  private static OptionalDouble quantity(Cell cell, Map<String, Double> units) {
    Matcher match = QUANTITY.matcher(plain(cell));
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

  /** « 2 h », « 1 jour », « 1h30 », « 90 min »; a number alone counts hours. */
  static Optional<Duration> duration(Cell cell) {
    String text = ONE.matcher(plain(cell)).replaceAll("1 ");
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

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(d -> !d.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not that either
    }
  }

  private static Optional<Duration> parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    Duration next = Duration.ofHours(1); // what a number without a word counts
    int end = 0;
    while (end < text.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      Duration unit = part.group(2).isEmpty() ? next : TIMES.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      sum = sum.plusSeconds(Math.round(decimal(part.group(1)) * unit.toSeconds()));
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
    String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKD);
    String plain = MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }
}
