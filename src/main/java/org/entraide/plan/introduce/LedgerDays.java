package org.entraide.plan.introduce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.table.Cell;

/**
 * The days under <i>Envoyé le</i>. Organisers type those of introductions that they made, and may
 * correct them as long as the row is there. Pure.
 *
 * @param dayOf reads a day as the sheet's locale writes it
 * @param zone the sheet's
 */
public record LedgerDays(Function<String, Optional<LocalDate>> dayOf, ZoneId zone, Instant now) {

  /** Noon of a day, or now if that is yet to come; empty for no day, and for a later one. */
  public Optional<Instant> at(Cell cell) {
    return day(cell).map(this::noon);
  }

  /**
   * Introductions of which those that organisers made count from the day that is typed in their
   * row; the earliest where several rows are one introduction.
   */
  public Map<String, Introduction> withTypedDays(
      Map<String, Introduction> introductions, List<LedgerRow> ledger) {
    Map<String, LocalDate> typed = new HashMap<>();
    for (LedgerRow row : ledger) {
      row.typedDay()
          .flatMap(this::day)
          .ifPresent(day -> typed.merge(row.ref(), day, (a, b) -> a.isBefore(b) ? a : b));
    }
    Map<String, Introduction> dated = new LinkedHashMap<>(introductions);
    typed.forEach(
        (ref, day) -> dated.computeIfPresent(ref, (r, introduction) -> at(introduction, day)));
    return dated;
  }

  private Introduction at(Introduction introduction, LocalDate day) {
    Instant lastSentAt = introduction.sentAt();
    boolean same = lastSentAt != null && LocalDate.ofInstant(lastSentAt, zone).equals(day);
    return same || !introduction.has(IntroductionFlag.BY_HAND)
        ? introduction
        : introduction.sentOn(noon(day));
  }

  /** Whether organisers typed something that is no day, or one that is yet to come. */
  public boolean isUnclear(LedgerRow row) {
    return row.typedDay().filter(cell -> day(cell).isEmpty()).isPresent();
  }

  private Optional<LocalDate> day(Cell cell) {
    return TypedDay.of(cell, dayOf).filter(day -> !day.isAfter(LocalDate.ofInstant(now, zone)));
  }

  private Instant noon(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    return noon.isBefore(now) ? noon : now;
  }
}
