package org.entraide.plan.dashboard;

import org.entraide.text.Message;

/**
 * What happened in the last seven days, and in the seven days before them.
 *
 * @param last today and the six days before it, in the sheet's time zone
 * @param weekBefore the seven days before those
 */
public record WeekFigures(Days last, Days weekBefore) {

  /**
   * What is counted of seven days.
   *
   * @param answers rows with an answer that was given then
   * @param introductions begun then
   * @param accepted introductions whose acceptance was seen then
   * @param waiting people who had waited for longer than a week at their end
   */
  public record Days(int answers, int introductions, int accepted, int waiting) {}

  /** The line for organisers. */
  Message line() {
    return Message.of("dashboard.week")
        .with("answers", counted("dashboard.week.answers", last.answers))
        .with("answersBefore", weekBefore.answers)
        .with("introductions", counted("dashboard.week.introductions", last.introductions))
        .with("introductionsBefore", weekBefore.introductions)
        .with("accepted", counted("dashboard.week.accepted", last.accepted))
        .with("acceptedBefore", weekBefore.accepted)
        .with("waiting", counted("dashboard.week.waiting", last.waiting))
        .with("waitingBefore", weekBefore.waiting);
  }

  private static Message counted(String key, int count) {
    return Message.of(key).with("count", count);
  }
}
