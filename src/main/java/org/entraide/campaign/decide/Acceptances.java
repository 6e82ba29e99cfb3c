package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.port.DayNotes;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.plan.introduction.Introduction;

/**
 * On which day each acceptance was seen: the ledger has no column for it, so that the journal
 * remembers it for as long as it is counted. What was accepted before the journal began, or is
 * accepted in a row that is new, has no day.
 */
final class Acceptances {

  private Acceptances() {}

  /**
   * The acceptances of the days that {@link WeekStatistics} counts, those that this pass sees first
   * among them.
   *
   * @return the day in the sheet's time zone, by introduction
   */
  static Map<String, LocalDate> of(Observation observation) {
    LocalDate today = LocalDate.ofInstant(observation.now(), observation.workbook().zone());
    Map<String, LocalDate> rememberedDays = DayNotes.accepted(observation.memory().notes());
    Map<String, LocalDate> days = new HashMap<>();
    for (Introduction introduction : observation.mail().introductions().values()) {
      if (introduction.state().closesNeeds() && !introduction.isQuestion()) {
        LocalDate day = rememberedDays.get(introduction.ref());
        Introduction remembered = observation.memory().introductions().get(introduction.ref());
        if (day == null && remembered != null && !remembered.state().closesNeeds()) {
          day = today;
        }
        if (day != null && !day.isBefore(WeekStatistics.firstDay(today))) {
          days.put(introduction.ref(), day);
        }
      }
    }
    return days;
  }

  /** All notes about acceptances as they should be. */
  static Map<Note, String> notes(Observation observation) {
    return DayNotes.ofAccepted(of(observation));
  }
}
