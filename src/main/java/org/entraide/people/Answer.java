package org.entraide.people;

import java.util.List;
import java.util.Optional;
import org.entraide.text.Message;

/**
 * What one cell was understood as.
 *
 * @param value empty when it says nothing, or nothing that was understood
 * @param problems what to tell the organiser about it
 */
record Answer<T>(Optional<T> value, List<Message> problems) {

  Answer {
    problems = List.copyOf(problems);
  }

  static <T> Answer<T> of(T value) {
    return new Answer<>(Optional.of(value), List.of());
  }

  static <T> Answer<T> of(T value, Message problem) {
    return new Answer<>(Optional.of(value), List.of(problem));
  }

  static <T> Answer<T> none() {
    return new Answer<>(Optional.empty(), List.of());
  }

  static <T> Answer<T> problem(String key) {
    return new Answer<>(Optional.empty(), List.of(Message.of(key)));
  }
}
