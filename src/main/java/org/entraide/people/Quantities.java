package org.entraide.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.Cell;
import org.jspecify.annotations.Nullable;

/** Numbers in the answers: how many people, how far, how old. */
final class Quantities {

  private static final int MOST_PEOPLE = 50;
  private static final double FARTHEST_KM = 1000;
  private static final int OLDEST = 120;
  private static final double KM_PER_MILE = 1.609344; // international mile, 1959

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
  private static final Pattern UNLIMITED =
      Pattern.compile(
          "\\b(illimite|sans limite|peu importe|partout|n importe ou|toute distance|indifferent"
              + "|no limit|unlimited|anywhere|any distance|any)\\b");
  private static final Pattern AT_LEAST =
      Pattern.compile("\\b(plus de|au dela|more than|over|at least|au moins)\\b");
  private static final Pattern LESS_THAN =
      Pattern.compile("\\b(moins de|under|less than|below|younger than)\\b");
  private static final Pattern DURATION =
      Pattern.compile("\\b(min|mins|minute|minutes|h|heure|heures|hour|hours|station|stations)\\b");
  private static final Pattern MILES = Pattern.compile("\\b\\d*(mile|miles|mi)\\b");
  private static final Pattern METRES = Pattern.compile("\\b\\d*(m|metre|metres|meter|meters)\\b");

  private static final Set<String> COLLECTIVES = Set.of("dizaine", "douzaine", "dozen", "couple");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("un", 1),
          Map.entry("une", 1),
          Map.entry("one", 1),
          Map.entry("deux", 2),
          Map.entry("two", 2),
          Map.entry("couple", 2),
          Map.entry("trois", 3),
          Map.entry("three", 3),
          Map.entry("quatre", 4),
          Map.entry("four", 4),
          Map.entry("cinq", 5),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("sept", 7),
          Map.entry("seven", 7),
          Map.entry("huit", 8),
          Map.entry("eight", 8),
          Map.entry("neuf", 9),
          Map.entry("nine", 9),
          Map.entry("dix", 10),
          Map.entry("dizaine", 10),
          Map.entry("ten", 10),
          Map.entry("douze", 12),
          Map.entry("douzaine", 12),
          Map.entry("dozen", 12),
          Map.entry("vingt", 20),
          Map.entry("twenty", 20));

  private Quantities() {}

  /**
   * How many people someone will help: the first number, so that « 2 ou 3 » is the 2 that is sure.
   * Without a number (« autant que possible ») none, and a note that the usual capacity counts.
   */
  static Answer<Integer> capacity(Cell cell) {
    if (cell.isBlank()) {
      return Answer.none();
    }
    Double number = number(cell);
    if (number == null) {
      OptionalInt word = numberWord(Fold.words(cell.text()));
      return word.isPresent()
          ? Answer.of(word.getAsInt())
          : Answer.problem("people.capacity.unclear");
    }
    return number < 0 || number > MOST_PEOPLE
        ? Answer.problem("people.capacity.absurd")
        : Answer.of((int) Math.floor(number));
  }

  /** How far someone will go, in kilometres; « peu importe » and « plus de 10 km » are no limit. */
  static Answer<Double> radiusKm(Cell cell) {
    String words = Fold.words(cell.text());
    if (cell.isBlank() || UNLIMITED.matcher(words).find() || AT_LEAST.matcher(words).find()) {
      return Answer.none();
    }
    Double number = number(cell);
    if (number == null || DURATION.matcher(words).find()) {
      return Answer.problem("people.radius.unclear");
    }
    double km = number;
    if (MILES.matcher(words).find()) {
      km = number * KM_PER_MILE;
    } else if (METRES.matcher(words).find()) {
      km = number / 1000;
    }
    return km < 0 || km > FARTHEST_KM ? Answer.problem("people.radius.unclear") : Answer.of(km);
  }

  /**
   * How old someone is, in years: an age, a band (its lower end; « moins de 18 » is 17), a year or
   * a date of birth.
   *
   * @param answeredOn when the answer was given; without it a year of birth says nothing
   */
  static Answer<Integer> age(Cell cell, @Nullable LocalDate answeredOn) {
    if (cell.isBlank()) {
      return Answer.none();
    }
    if (cell.kind() == Cell.Kind.NUMBER && cell.text().matches(".*[/.-].*[/.-].*")) {
      return born(Timestamps.serial(cell.number()).toLocalDate(), answeredOn);
    }
    Double number = number(cell);
    if (number == null) {
      return Answer.problem("people.age.unclear");
    }
    if (number >= 1900 && number <= 2100 && answeredOn != null) {
      return plausible(answeredOn.getYear() - number);
    }
    boolean below = LESS_THAN.matcher(Fold.words(cell.text())).find();
    return plausible(below ? number - 1 : number);
  }

  private static Answer<Integer> born(LocalDate birth, @Nullable LocalDate answeredOn) {
    return answeredOn == null
        ? Answer.problem("people.age.unclear")
        : plausible(Period.between(birth, answeredOn).getYears());
  }

  private static Answer<Integer> plausible(double years) {
    return years < 0 || years > OLDEST
        ? Answer.problem("people.age.unclear")
        : Answer.of((int) Math.floor(years));
  }

  private static @Nullable Double number(Cell cell) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return cell.number();
    }
    Matcher m = NUMBER.matcher(cell.text());
    return cell.kind() == Cell.Kind.TEXT && m.find()
        ? Double.valueOf(m.group().replace(',', '.'))
        : null;
  }

  private static OptionalInt numberWord(String words) {
    List<String> each = new ArrayList<>(List.of(words.split(" ", -1)));
    if (each.stream().anyMatch(COLLECTIVES::contains)) {
      each.retainAll(COLLECTIVES); // « une dizaine » is not one
    }
    for (String word : each) {
      Integer number = WORDS.get(word);
      if (number != null) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }
}
