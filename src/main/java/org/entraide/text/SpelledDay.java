package org.entraide.text;

import java.time.LocalDate;

/**
 * A day in a message that {@link Texts} writes with the month's name, so that nobody takes the
 * month for the day: {@code 12 January 2027}.
 */
public record SpelledDay(LocalDate day) {

  @Override
  public String toString() {
    return day.toString();
  }
}
