package org.entraide.people.word;

import java.util.List;
import java.util.Optional;
import org.entraide.text.Message;

/**
 * What one cell was understood as.
 *
 * @param value empty when it says nothing, or nothing that was understood
 * @param problems what to say to the organiser about it
 */
public record CellReading<T>(Optional<T> value, List<Message> problems) {

  public CellReading {
    problems = List.copyOf(problems);
  }

  public static <T> CellReading<T> of(T value) {
    return new CellReading<>(Optional.of(value), List.of());
  }

  public static <T> CellReading<T> of(T value, Message problem) {
    return new CellReading<>(Optional.of(value), List.of(problem));
  }

  public static <T> CellReading<T> none() {
    return new CellReading<>(Optional.empty(), List.of());
  }

  static <T> CellReading<T> problem(String key) {
    return new CellReading<>(Optional.empty(), List.of(Message.of(key)));
  }
}
