package org.entraide.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person sent.
 *
 * @param created when it was first sent
 * @param lastSubmitted when it was last sent
 * @param email of the respondent, where the form collects it
 * @param values question id to what was answered, as text or ticks; nothing for a question that was
 *     left out
 */
public record Response(
    String responseId,
    Instant created,
    Instant lastSubmitted,
    Optional<String> email,
    Map<String, List<String>> values) {
  public Response {
    values = Map.copyOf(values);
  }

  /**
   * What the form writes into the cell of a question; empty for a question that was left out.
   *
   * @param question its id, or {@link QuestionMark#EMAIL}
   */
  String written(String question) {
    return question.equals(QuestionMark.EMAIL)
        ? email.orElse("")
        : FormLines.joined(values.getOrDefault(question, List.of()));
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Response[" + responseId + "]";
  }
}
