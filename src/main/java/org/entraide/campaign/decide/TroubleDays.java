package org.entraide.campaign.decide;

import java.time.LocalDate;
import java.util.Map;
import org.entraide.campaign.model.Observation;
import org.entraide.plan.todo.TodoTab;

/**
 * Since when there are troubles: nothing else knows it than the tab that showed them first. Pure.
 *
 * @param shown by cause
 * @param today in the sheet's time zone
 */
public record TroubleDays(Map<String, LocalDate> shown, LocalDate today) {

  /** As the tab À faire / To do has them. */
  public static TroubleDays of(Observation observation) {
    return new TroubleDays(
        TodoTab.troublesSince(observation.layout()),
        LocalDate.ofInstant(observation.now(), observation.workbook().zone()));
  }

  /** The day of a trouble that there is now. */
  LocalDate since(String cause) {
    return shown.getOrDefault(cause, today);
  }
}
