package org.entraide.form;

import java.util.List;
import java.util.Optional;

/**
 * A form.
 *
 * @param linkedSpreadsheet where its answers land, if anywhere
 * @param acceptsAnswers whether it is published and open, where the service says so
 * @param address where people answer it; empty where the service did not say
 * @param questions from the top
 */
public record Form(
    String id,
    String title,
    Optional<String> linkedSpreadsheet,
    Optional<Boolean> acceptsAnswers,
    String address,
    List<Question> questions) {
  public Form {
    questions = List.copyOf(questions);
  }
}
