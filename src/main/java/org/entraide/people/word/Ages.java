package org.entraide.people.word;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.Cell;
import org.jspecify.annotations.Nullable;

/** How old people are, in years. */
public final class Ages {

  /** The age that is there says nothing: it may be that of a child. */
  public static final String UNCLEAR = "people.age.unclear";

  private static final int OLDEST = 120;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  /** The highest age that is read; a larger number is none. */
  private static final int MAX = 200;

  private static final Pattern NUMBER = Pattern.compile("-?\\d++(?:[.,]\\d++)?+");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final List<WordFile.SectionLine> LINES = WordFile.read("quantities");
  private static final Pattern LESS_THAN = WordFile.anyOf(LINES, "less-than");
  private static final Pattern NEARLY = WordFile.anyOf(LINES, "nearly");
  private static final Set<String> NOT_SAID = Set.copyOf(WordFile.section(LINES, "not-said"));
  private static final Pattern REFUSED = WordFile.anyOf(LINES, "refused");
  private static final Set<String> MONTHS = Set.copyOf(WordFile.section(LINES, "months"));
  private static final Set<String> YEARS = Set.copyOf(WordFile.section(LINES, "years"));

  /** No day of a month is higher. */
  private static final int LAST_DAY = 31;

  private Ages() {}

  /**
   * Reads an age: a number of years, a band (its lower end; « moins de 18 » is 17), a year or a
   * date of birth. A refusal to say is no answer; what is there otherwise and has no digits, or
   * none from 0 to 120, is not understood.
   *
   * @param answeredOn when the answer was given; without it a year of birth says nothing
   * @param monthFirst whether {@code 3/4/1950} is the 4th of March
   */
  public static CellReading<Integer> read(
      Cell cell, @Nullable LocalDate answeredOn, boolean monthFirst) {
    if (cell.isBlank()) {
      return CellReading.none();
    }
    if (cell.kind() == Cell.Kind.NUMBER) {
      return number(cell, answeredOn);
    }
    return cell.kind() == Cell.Kind.TEXT
        ? text(digits(Fold.shorten(Fold.line(cell.text()), MAX)), answeredOn, monthFirst)
        : CellReading.problem(UNCLEAR);
  }

  private static CellReading<Integer> number(Cell cell, @Nullable LocalDate answeredOn) {
    long parts = cell.text().chars().filter(c -> c == '/' || c == '.' || c == '-').limit(2).count();
    if (parts == 2 && cell.number() > 0) {
      return born(Timestamps.serial(cell.number()).toLocalDate(), answeredOn);
    }
    return isYear(cell.number()) ? bornIn(cell.number(), answeredOn) : plausible(cell.number());
  }

  private static CellReading<Integer> text(
      String text, @Nullable LocalDate answeredOn, boolean monthFirst) {
    String words = Fold.words(text);
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      boolean refused = NOT_SAID.contains(words) || REFUSED.matcher(words).find();
      return words.isEmpty() || refused ? CellReading.none() : CellReading.problem(UNCLEAR);
    }
    Optional<LocalDate> birth =
        Timestamps.read(Cell.text(text), ZoneOffset.UTC, monthFirst)
            .value()
            .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    if (birth.isPresent()) {
      return born(birth.get(), answeredOn);
    }
    double first = Double.parseDouble(number.group().replace(',', '.'));
    String unit = Fold.words(text.substring(number.end())).split(" ", 2)[0];
    Matcher year = YEAR.matcher(text);
    if ((isYear(first) || (first <= LAST_DAY && !YEARS.contains(unit))) && year.find()) {
      return bornIn(Double.parseDouble(year.group()), answeredOn);
    }
    if (MONTHS.contains(unit)) {
      return CellReading.problem(UNCLEAR);
    }
    return plausible(isBelow(text.substring(0, number.start()), words) ? first - 1 : first);
  }

  private static boolean isBelow(String textBefore, String words) {
    return textBefore.contains("<")
        || LESS_THAN.matcher(words).find()
        || NEARLY.matcher(words).find();
  }

  /** The digits of every script as those of ASCII: １７ and ١٧ are 17. */
  private static String digits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return plain.toString();
  }

  private static boolean isYear(double number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private static CellReading<Integer> bornIn(double year, @Nullable LocalDate answeredOn) {
    return answeredOn == null
        ? CellReading.problem(UNCLEAR)
        : plausible(answeredOn.getYear() - year);
  }

  private static CellReading<Integer> born(LocalDate birth, @Nullable LocalDate answeredOn) {
    return answeredOn == null || birth.isAfter(answeredOn)
        ? CellReading.problem(UNCLEAR)
        : plausible(Period.between(birth, answeredOn).getYears());
  }

  private static CellReading<Integer> plausible(double years) {
    return years < 0 || years > OLDEST
        ? CellReading.problem(UNCLEAR)
        : CellReading.of((int) Math.floor(years));
  }
}
