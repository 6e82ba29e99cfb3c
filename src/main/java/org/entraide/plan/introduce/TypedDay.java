package org.entraide.plan.introduce;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.table.Cell;
import org.entraide.text.typed.ReadLimit;

/** Reads a day that somebody typed: a date of the sheet's in any format, or the text of one. */
public final class TypedDay {

  /** The day of the number 0. */
  private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);

  /** An earlier one is a year in two digits, or a number that is no date. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private static final double MOST = 1e6;

  private TypedDay() {}

  /**
   * Reads a cell.
   *
   * @param dayOf reads a day as the sheet's locale writes it
   * @return empty for what is no day since 2000
   */
  public static Optional<LocalDate> of(Cell cell, Function<String, Optional<LocalDate>> dayOf) {
    String text = ReadLimit.cut(cell.text()).strip();
    Optional<LocalDate> day =
        cell.kind() == Cell.Kind.NUMBER
            ? Optional.of(FIRST.plusDays((long) Math.min(MOST, Math.max(0, cell.number()))))
            : dayOf.apply(text).or(() -> iso(text));
    return day.filter(it -> !it.isBefore(EARLIEST));
  }

  private static Optional<LocalDate> iso(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty(); // people write what they like; the caller says so
    }
  }
}
