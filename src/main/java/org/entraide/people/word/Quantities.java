package org.entraide.people.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.table.Cell;
import org.jspecify.annotations.Nullable;

/** Numbers in the answers: how many people, how far. */
public final class Quantities {

  private static final int MOST_PEOPLE = 50;
  private static final double FARTHEST_KM = 1000;
  private static final double KM_PER_MILE = 1.609344; // international mile, 1959

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
  private static final List<WordFile.SectionLine> LINES = WordFile.read("quantities");
  private static final Pattern UNLIMITED = WordFile.anyOf(LINES, "unlimited");
  private static final Pattern AT_LEAST = WordFile.anyOf(LINES, "at-least");
  private static final Pattern DURATION = WordFile.anyOf(LINES, "duration");
  private static final Pattern MILES = unit("miles");
  private static final Pattern METRES = unit("metres");

  private static final Set<String> COLLECTIVES = Set.copyOf(WordFile.section(LINES, "collective"));

  private static final Map<String, Integer> WORDS = numbers();

  /** A unit, alone or right after its number. */
  private static Pattern unit(String section) {
    return Pattern.compile(
        WordFile.WORD_START
            + "\\d*+(?:"
            + String.join("|", WordFile.section(LINES, section))
            + ")"
            + WordFile.WORD_END);
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : WordFile.section(LINES, "number")) {
      int space = line.lastIndexOf(' ');
      numbers.putIfAbsent(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
    }
    return Map.copyOf(numbers);
  }

  private Quantities() {}

  /**
   * How many people someone will help: the first number, so that « 2 ou 3 » is the 2 that is sure.
   * Without a number (« autant que possible ») none, and a note that the usual capacity counts.
   */
  public static CellReading<Integer> capacity(Cell cell) {
    if (cell.isBlank()) {
      return CellReading.none();
    }
    Double number = number(cell);
    if (number == null) {
      OptionalInt word = numberWord(Fold.words(cell.text()));
      return word.isPresent()
          ? CellReading.of(word.getAsInt())
          : CellReading.problem("people.capacity.unclear");
    }
    return number < 0 || number > MOST_PEOPLE
        ? CellReading.problem("people.capacity.absurd")
        : CellReading.of((int) Math.floor(number));
  }

  /** How far someone will go, in kilometres; « peu importe » and « plus de 10 km » are no limit. */
  public static CellReading<Double> radiusKm(Cell cell) {
    String words = Fold.words(cell.text());
    if (cell.isBlank() || UNLIMITED.matcher(words).find() || AT_LEAST.matcher(words).find()) {
      return CellReading.none();
    }
    Double number = number(cell);
    if (number == null || DURATION.matcher(words).find()) {
      return CellReading.problem("people.radius.unclear");
    }
    double km = number;
    if (MILES.matcher(words).find()) {
      km = number * KM_PER_MILE;
    } else if (METRES.matcher(words).find()) {
      km = number / 1000;
    }
    return km < 0 || km > FARTHEST_KM
        ? CellReading.problem("people.radius.unclear")
        : CellReading.of(km);
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
