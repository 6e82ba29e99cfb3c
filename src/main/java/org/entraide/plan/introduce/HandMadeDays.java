package org.entraide.plan.introduce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.LetterFlag;
import org.entraide.plan.layout.LedgerRow;

/**
 * The day that organisers type under <i>Envoyé le</i> of introductions that they made, and may
 * correct as long as the row is there. Pure.
 *
 * @param dayOf reads a day as the sheet's locale writes it
 * @param zone the sheet's
 */
public record HandMadeDays(Function<String, Optional<LocalDate>> dayOf, ZoneId zone, Instant now) {

  /** Lets introductions count from the day that is typed in their row, where that is one. */
  public void obey(List<LedgerRow> ledger, Map<String, Introduction> introductions) {
    for (LedgerRow row : ledger) {
      typed(row)
          .ifPresent(
              day -> introductions.computeIfPresent(row.ref(), (ref, i) -> counting(i, day)));
    }
  }

  private Introduction counting(Introduction introduction, LocalDate day) {
    boolean same =
        introduction.sentAt() != null
            && LocalDate.ofInstant(introduction.sentAt(), zone).equals(day);
    return same || !introduction.has(LetterFlag.BY_HAND)
        ? introduction
        : introduction.madeAt(noon(day));
  }

  private Instant noon(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    return noon.isBefore(now) ? noon : now;
  }

  /** Whether something is typed there that is no day, or one that is yet to come. */
  public boolean isUnclear(LedgerRow row) {
    return row.typedDay().isPresent() && typed(row).isEmpty();
  }

  private Optional<LocalDate> typed(LedgerRow row) {
    return row.typedDay()
        .flatMap(text -> HandMadeRow.dayIn(text, dayOf))
        .filter(day -> !day.isAfter(LocalDate.ofInstant(now, zone)));
  }
}
