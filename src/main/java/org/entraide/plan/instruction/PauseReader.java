package org.entraide.plan.instruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.WrittenDay;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.table.Workbook;
import org.entraide.text.Message;
import org.entraide.text.SpelledDay;

/**
 * Reads until when somebody pauses. A pause ends at the start of its day in the sheet's time zone.
 *
 * @param today in the sheet's time zone
 * @param monthFirst whether the sheet writes the month before the day
 * @param assumed by person, the days that were typed without their year, as they were understood
 *     when they were read first
 */
public record PauseReader(
    LocalDate today, boolean monthFirst, Map<String, Set<LocalDate>> assumed) {

  /** That a pause is over. */
  static final String OVER = "explain.pause.over";

  /** The 31st of January: it can be read in no other way. */
  private static final int EXAMPLE_DAY = 31;

  public PauseReader {
    assumed = Map.copyOf(assumed);
  }

  /** For a sheet as it was read at a moment. */
  public static PauseReader of(
      Workbook workbook, Instant now, Map<String, Set<LocalDate>> assumed) {
    return new PauseReader(
        LocalDate.ofInstant(now, workbook.zone()),
        WrittenDay.isMonthFirst(workbook.locale()),
        assumed);
  }

  /**
   * What a pause comes to.
   *
   * @param remarks that it is over, or that its day is not understood
   */
  record ReadPause(AskedPause pause, List<Message> remarks) {}

  /**
   * Reads the end of one pause. Where the day is not understood, the pause has no end.
   *
   * @param person whose it is
   * @param day as it was typed
   * @param column in which it was typed
   */
  ReadPause read(String person, String day, PersonColumn column) {
    Optional<WrittenDay> written = written(day);
    if (written.isEmpty()) {
      return new ReadPause(
          AskedPause.WITHOUT_END,
          List.of(
              Message.of("explain.pause.unclear")
                  .with("column", Message.of(column.titleKey()))
                  .with("on", LocalDate.of(today.getYear() + 1, 1, EXAMPLE_DAY))));
    }
    LocalDate end = written.get().on().orElseGet(() -> assumed(person, written.get()));
    Set<LocalDate> guessed = written.get().year().isPresent() ? Set.of() : Set.of(end);
    if (today.isBefore(end)) {
      return new ReadPause(new AskedPause(false, Optional.of(end), guessed), List.of());
    }
    return new ReadPause(
        new AskedPause(false, Optional.empty(), guessed),
        List.of(
            Message.of(OVER)
                .with("column", Message.of(column.titleKey()))
                .with("day", new SpelledDay(end))));
  }

  /** Whether that is a day. */
  boolean isDay(String text) {
    return written(text).isPresent();
  }

  /** People also add why: « 12/01/2027 (vacances) ». */
  private Optional<WrittenDay> written(String day) {
    int why = day.indexOf('(');
    return WrittenDay.read(day, monthFirst)
        .or(
            () ->
                why > 0
                    ? WrittenDay.read(day.substring(0, why).strip(), monthFirst)
                    : Optional.empty());
  }

  private LocalDate assumed(String person, WrittenDay day) {
    return assumed.getOrDefault(person, Set.of()).stream()
        .filter(assumedDay -> day.day().isValidYear(assumedDay.getYear()))
        .filter(assumedDay -> day.day().atYear(assumedDay.getYear()).equals(assumedDay))
        .findFirst()
        .orElseGet(() -> day.from(today));
  }
}
