package org.entraide.sandbox.sample;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fictitious answer to the sample form.
 *
 * @param email empty if none was given, else under {@code example.org}
 * @param answers by the question's title, in the form's order; questions left out are absent
 */
public record SampleAnswer(Instant submitted, String email, Map<String, List<String>> answers) {

  public SampleAnswer {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    answers.forEach((title, values) -> copy.put(title, List.copyOf(values)));
    answers = Collections.unmodifiableMap(copy);
  }

  /** The first value given to a question, empty if it was left out. */
  public String first(String title) {
    List<String> values = answers.getOrDefault(title, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** All values given to a question. */
  public List<String> all(String title) {
    return answers.getOrDefault(title, List.of());
  }
}
